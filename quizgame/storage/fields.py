"""Reading the fields of a mapping: each call asks for one, faults are collected, nothing raises."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable

from quizgame.domain.drafts import Said
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.yamlnodes import Mapping, Node, Scalar, Sequence

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NUMBER = re.compile(r"[0-9]{1,9}")
_QUOTABLE = re.compile(r"[\w.-]{1,40}")
_SPACES = re.compile(r"[ \t\r\n]+")
_UNKNOWN_TOLD = 20
_GUARDS = frozenset({"terms", "term", "tiers", "follows"})
"""What keeps a pack's secrets: lost in another place, nothing could be kept back."""
_WORDS_COMPARED = 200
LONG = 400


def clean(text: str) -> str:
    """Return the text in NFC, on one line, without space around it."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    return _SPACES.sub(" ", text) if "\n" in text or "\t" in text or "  " in text else text


def quotable(text: str) -> str:
    """Return ` 'text'` when it is one short word; a slip may have put a whole stem there."""
    return f" '{text}'" if _QUOTABLE.fullmatch(text) else ""


def did_you_mean(text: str, words: Iterable[str]) -> str:
    """Return a hint naming the nearest of the words, or nothing."""
    some = sorted(words)[:_WORDS_COMPARED]
    near = difflib.get_close_matches(text[:60].casefold(), some, n=1, cutoff=0.55)
    return f"did you mean '{near[0]}'?" if near else ""


def said(role: str, text: str, at: Placed) -> Said:
    """Return a text with its place in the file."""
    return Said(role, text, at.line, at.column)


class Fields:
    """The fields of one mapping; `what` names it in messages ("the card").

    Every reader returns an empty value (no text, None or no items) when the field is missing or
    wrong, and adds to the report. `finish` reports the fields nobody asked for.
    """

    def __init__(self, node: Node, what: str, report: Report) -> None:
        self.node, self.what, self.report = node, what, report
        self.usable = isinstance(node, Mapping)
        self._keys: dict[str, Scalar] = {}
        self._nodes: dict[str, Node] = {}
        self._asked: dict[str, None] = {}
        if isinstance(node, Mapping):
            for key, value in node.entries:
                self._keys.setdefault(key.text, key)
                self._nodes.setdefault(key.text, value)
        else:
            report.fault(Fault.SHAPE, node, f"{what} must be made of fields ('name: value')")

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def at(self, name: str) -> Node:
        """Return the node of a field, or of the whole mapping when it is not there."""
        return self._nodes.get(name, self.node)

    def take(self, name: str, *, optional: bool = False) -> Node | None:
        """Return the node of a field, whatever its shape."""
        self._asked[name] = None
        node = self._nodes.get(name)
        if node is None and not optional and self.usable:
            self.report.fault(Fault.MISSING, self.node, f"{self.what} has no '{name}'")
        return node

    def text(self, name: str, *, cap: int = LONG, optional: bool = False) -> str:
        """Return a text of at most `cap` characters."""
        node = self.take(name, optional=optional)
        return self._text(node, name, cap).text if node is not None else ""

    def _text(self, node: Node, name: str, cap: int) -> Scalar:
        """Return the scalar with its text cleaned, empty when it will not do."""
        if not isinstance(node, Scalar):
            hint = "a text with a colon, bracket or comma must be quoted"
            self.report.fault(Fault.SHAPE, node, f"'{name}' must be a text", hint)
            return Scalar("", node.line, node.column)
        text = clean(node.text)
        if not text:
            self.report.fault(Fault.EMPTY, node, f"nothing stands in '{name}'")
        elif len(text) > cap:
            message = f"'{name}' has {len(text)} characters; {cap} are the most"
            self.report.fault(Fault.TOO_LONG, node, message)
            text = ""
        return node if text == node.text else node._replace(text=text)

    def pattern(
        self, name: str, form: re.Pattern[str], like: str, *, optional: bool = False
    ) -> str:
        """Return a text that has the form as a whole; `like` shows an example."""
        text = self.text(name, optional=optional)
        if text and not form.fullmatch(text):
            self.report.fault(Fault.PATTERN, self.at(name), f"'{name}' must look like {like}")
            return ""
        return text

    def ident(self, name: str = "id") -> str:
        """Return an id: a-z, 0-9 and hyphens, up to 40."""
        text = self.text(name)
        if text and not _ID.fullmatch(text):
            message = f"'{name}' must be made of a-z, 0-9 and hyphens, 40 at most"
            self.report.fault(Fault.BAD_ID, self.at(name), message)
            return ""
        return text

    def whole(self, name: str, low: int, high: int, *, optional: bool = False) -> int | None:
        """Return a whole number from `low` to `high`, both included."""
        node = self.take(name, optional=optional)
        if node is None:
            return None
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text):
            number = int(node.text)
            if low <= number <= high:
                return number
        message = f"'{name}' must be a whole number from {low} to {high}"
        self.report.fault(Fault.NOT_A_NUMBER, node, message)
        return None

    def flag(self, name: str, *, optional: bool = False) -> bool | None:
        """Return True or False for exactly `true` or `false`; what stands there is not quoted."""
        node = self.take(name, optional=optional)
        if node is None:
            return None
        if isinstance(node, Scalar) and node.text in {"true", "false"}:
            return node.text == "true"
        self.report.fault(Fault.NOT_A_WORD, node, f"'{name}' must be exactly true or false")
        return None

    def word(
        self,
        name: str,
        words: Collection[str],
        fault: Fault = Fault.NOT_A_WORD,
        *,
        noun: str = "",
        optional: bool = False,
    ) -> str | None:
        """Return one of the words; `noun` says what they are, the field's name if empty."""
        node = self.take(name, optional=optional)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.report.fault(Fault.SHAPE, node, f"'{name}' must be one word")
            return None
        return self.among(node, words, fault, noun or name)

    def among(self, node: Scalar, words: Collection[str], fault: Fault, noun: str) -> str | None:
        """Return the scalar's text when it is one of the words."""
        if node.text in words:
            return node.text
        if not node.text:
            self.report.fault(Fault.EMPTY, node, f"the name of a {noun} is missing")
            return None
        shown = quotable(node.text)
        message = f"no {noun} is called{shown}" if shown else f"there is no {noun} of this name"
        self.report.fault(fault, node, message, did_you_mean(node.text, words))
        return None

    def rows(self, name: str, low: int, high: int, *, optional: bool = False) -> tuple[Node, ...]:
        """Return the items of a list of `low` to `high` items, whatever their shape."""
        node = self.take(name, optional=optional)
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.report.fault(Fault.SHAPE, node, f"'{name}' must be a list")
            return ()
        if not low <= len(node.items) <= high:
            message = f"'{name}' holds {len(node.items)} items; it must be {low} to {high}"
            self.report.fault(Fault.COUNT, node, message)
        return node.items[:high]

    def texts(
        self, name: str, low: int, high: int, *, cap: int = LONG, optional: bool = False
    ) -> tuple[Scalar, ...]:
        """Return the texts of a list, each with its place; those that will not do are left out."""
        rows = self.rows(name, low, high, optional=optional)
        read = [self._text(row, name, cap) for row in rows]
        return tuple(scalar for scalar in read if scalar.text)

    def inner(self, name: str, what: str, *, optional: bool = False) -> "Fields | None":
        """Return the fields of a mapping inside this one."""
        node = self.take(name, optional=optional)
        return None if node is None else Fields(node, what, self.report)

    def finish(self) -> bool:
        """Report the fields nobody asked for, with the nearest that exists; tell if there are."""
        unknown = [key for name, key in self._keys.items() if name not in self._asked]
        for key in (key for key in unknown if key.text.casefold() in _GUARDS):
            message = f"the {key.text} of a pack stand at its head, not here; it cannot be played"
            self.report.fault(Fault.TERMS, key, message, "move them to the left, before the cards")
        for key in unknown[:_UNKNOWN_TOLD]:
            message = f"{self.what} has no field{quotable(key.text) or ' of this name'}"
            hint = did_you_mean(key.text, self._asked)
            self.report.fault(Fault.UNKNOWN_FIELD, key, message, hint)
        return bool(unknown)
