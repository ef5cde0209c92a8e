"""Reading the fields of a mapping as the format declares them.

Each call asks for one by name; faults are collected, and nothing in a file makes it raise.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import TypeVar

from quizgame.domain.drafts import Said
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.meant import did_you_mean, one_of, usual_word
from quizgame.storage.shapes import (
    Flag,
    Form,
    Inner,
    Named,
    Part,
    Rows,
    Shape,
    Text,
    Texts,
    Whole,
    Word,
)
from quizgame.storage.yamlnodes import Mapping, Node, Scalar, Sequence
from quizgame.storage.yamlslips import CLOSE_DASH

_NUMBER = re.compile(r"[0-9]{1,9}")
_QUOTABLE = re.compile(r"[\w.-]{1,40}")
_SPACES = re.compile(r"[ \t\r\n]+")
_UNKNOWN_TOLD = 20
_LISTED = frozenset({Fault.NOT_A_WORD, Fault.UNKNOWN_TIER})
"""Faults whose few words give nothing away: those of the format, and the tiers."""
_GUARDS = frozenset({"terms", "term", "tiers", "follows"})
"""What keeps a pack's secrets: lost in another place, nothing could be kept back."""
_S = TypeVar("_S", bound=Shape)


def clean(text: str) -> str:
    """Return the text in NFC, on one line, without space around it."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = text.strip()
    return _SPACES.sub(" ", text) if "\n" in text or "\t" in text or "  " in text else text


def quotable(text: str) -> str:
    """Return ` 'text'` when it is one short word; a slip may have put a whole stem there."""
    return f" '{text}'" if _QUOTABLE.fullmatch(text) else ""


def said(role: str, text: str, at: Placed) -> Said:
    """Return a text with its place in the file."""
    return Said(role, text, at.line, at.column)


def _as_list(node: Node, shape: Rows | Texts) -> str:
    """Return how to write a list, where something else stands."""
    if isinstance(node, Mapping) and any(key.text[:1] == "-" for key, _ in node.entries):
        return f"{CLOSE_DASH[0]}: {CLOSE_DASH[1]}"
    if isinstance(shape, Texts):
        return "write it in brackets: [one, another]"
    return "begin each part of it with a dash and a space: '- id: ...'"


class Fields:
    """The fields of one mapping, read as `part` of the format says.

    Every reader returns an empty value (no text, None or no items) when the field is missing or
    wrong, and adds to the report. `finish` reports the fields that the part does not have.
    """

    def __init__(self, node: Node, part: Part, report: Report) -> None:
        self.node, self.part, self.report = node, part, report
        self.usable = isinstance(node, Mapping)
        self._nodes: dict[str, Node] = {}
        if isinstance(node, Mapping):
            # Of a field that stands twice the first counts.
            self._nodes = {key.text: value for key, value in reversed(node.entries)}
        else:
            message = f"{part.what} must be made of fields ('name: value')"
            report.fault(Fault.SHAPE, node, message)

    def __contains__(self, name: str) -> bool:
        return name in self._nodes

    def at(self, name: str) -> Node:
        """Return the node of a field, or of the whole mapping when it is not there."""
        return self._nodes.get(name, self.node)

    def _take(self, name: str, of: type[_S]) -> tuple[Node | None, _S]:
        """Return the node of a field, None with a fault where it is missing, and its shape."""
        field = self.part.fields[name]
        shape = field.shape
        if not isinstance(shape, of):
            raise TypeError(name)
        node = self._nodes.get(name)
        wanted = not field.optional and not (field.unless and field.unless in self._nodes)
        if node is None and wanted and self.usable:
            self.report.fault(Fault.MISSING, self.node, f"{self.part.what} has no '{name}'")
        return node, shape

    def text(self, name: str) -> str:
        """Return a text, empty where it has not the form it must have."""
        node, shape = self._take(name, Text)
        return self._text(node, name, shape.cap, shape.form).text if node is not None else ""

    def _text(self, node: Node, name: str, cap: int, form: Form | None) -> Scalar:
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
        elif form and not form.pattern.fullmatch(text):
            message = f"{form.noun or repr(name)} {form.must}"
            self.report.fault(form.fault, node, message, form.mend(text))
            text = ""
        return node if text == node.text else node._replace(text=text)

    def whole(self, name: str) -> int | None:
        """Return a whole number."""
        node, shape = self._take(name, Whole)
        if node is None:
            return None
        if isinstance(node, Scalar) and _NUMBER.fullmatch(node.text):
            number = int(node.text)
            if shape.low <= number <= shape.high:
                return number
        message = f"'{name}' must be a whole number from {shape.low} to {shape.high}"
        self.report.fault(Fault.NOT_A_NUMBER, node, message)
        return None

    def flag(self, name: str) -> bool | None:
        """Return True or False for exactly `true` or `false`; what stands there is not quoted."""
        node, _ = self._take(name, Flag)
        if node is None:
            return None
        if isinstance(node, Scalar) and node.text in {"true", "false"}:
            return node.text == "true"
        self.report.fault(Fault.NOT_A_WORD, node, f"'{name}' must be exactly true or false")
        return None

    def word(self, name: str) -> str | None:
        """Return one of the words that may stand there."""
        node, shape = self._take(name, Word)
        return self._word(node, name, shape.words, Named(name, Fault.NOT_A_WORD))

    def named(self, name: str, known: Collection[str]) -> str | None:
        """Return the id of something in the pack, one of those known."""
        node, shape = self._take(name, Named)
        return self._word(node, name, known, shape)

    def _word(self, node: Node | None, name: str, words: Collection[str], of: Named) -> str | None:
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.report.fault(Fault.SHAPE, node, f"'{name}' must be one word")
            return None
        return node.text if self._among(node, words, of) else None

    def _among(self, node: Scalar, words: Collection[str], of: Named) -> bool:
        """Tell whether the scalar's text is one of the words."""
        if node.text in words:
            return True
        if not node.text:
            self.report.fault(Fault.EMPTY, node, f"the name of a {of.noun} is missing")
            return False
        shown = quotable(node.text)
        what = f"no {of.noun} is called{shown}" if shown else f"there is no {of.noun} of this name"
        mend = did_you_mean(node.text, words)
        if of.fault in _LISTED:
            mend = mend or one_of(words)
        self.report.fault(of.fault, node, what, mend)
        return False

    def rows(self, name: str) -> tuple[Node, ...]:
        """Return the items of a list of parts, whatever their shape."""
        return self._items(name, *self._take(name, Rows))

    def parts(self, name: str) -> Iterator["Fields"]:
        """Yield the fields of each part in a list."""
        node, shape = self._take(name, Rows)
        for item in self._items(name, node, shape):
            yield Fields(item, shape.of, self.report)

    def _items(self, name: str, node: Node | None, shape: Rows | Texts) -> tuple[Node, ...]:
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.report.fault(Fault.SHAPE, node, f"'{name}' must be a list", _as_list(node, shape))
            return ()
        low, high = shape.low, shape.high
        if not low <= len(node.items) <= high:
            message = f"'{name}' holds {len(node.items)} items; it must be {low} to {high}"
            self.report.fault(Fault.COUNT, node, message)
        return node.items[:high]

    def texts(self, name: str) -> tuple[Scalar, ...]:
        """Return the texts of a list, each with its place; those that will not do are left out."""
        return self._texts(name, *self._take(name, Texts))

    def _texts(self, name: str, node: Node | None, shape: Texts) -> tuple[Scalar, ...]:
        rows = self._items(name, node, shape)
        read = [self._text(row, name, shape.cap, shape.form) for row in rows]
        texts = tuple(scalar for scalar in read if scalar.text)
        if shape.distinct:
            self._tell_twins(texts)
        return texts

    def _tell_twins(self, texts: tuple[Scalar, ...]) -> None:
        """Report the texts that differ from an earlier one only in case or space."""
        seen: dict[str, int] = {}
        for text in texts:
            folded = " ".join(text.text.casefold().split())
            if folded in seen:
                message = f"this repeats the one on line {seen[folded]}"
                self.report.fault(Fault.TWINS, text, message, "make them differ")
            seen.setdefault(folded, text.line)

    def ids(self, name: str, known: Collection[str]) -> tuple[Scalar, ...]:
        """Return the ids of a list that are known, the others reported."""
        node, shape = self._take(name, Texts)
        of = shape.named
        texts = self._texts(name, node, shape)
        return tuple(text for text in texts if of is None or self._among(text, known, of))

    def inner(self, name: str) -> "Fields | None":
        """Return the fields of a part inside this one."""
        node, shape = self._take(name, Inner)
        return None if node is None else Fields(node, shape.of, self.report)

    def finish(self) -> bool:
        """Report the fields that the part does not have, with the nearest; tell if there are."""
        if self._nodes.keys() <= self.part.fields.keys() or not isinstance(self.node, Mapping):
            return False
        unknown: dict[str, Scalar] = {}
        for key, _ in self.node.entries:
            if key.text not in self.part.fields:
                unknown.setdefault(key.text, key)
        for key in (key for name, key in unknown.items() if name.casefold() in _GUARDS):
            message = f"the {key.text} of a pack stand at its head, not here; it cannot be played"
            self.report.fault(Fault.TERMS, key, message, "move them to the left, before the cards")
        for key in list(unknown.values())[:_UNKNOWN_TOLD]:
            message = f"{self.part.what} has no field{quotable(key.text) or ' of this name'}"
            self.report.fault(Fault.UNKNOWN_FIELD, key, message, self._meant(key.text))
        return True

    def _meant(self, name: str) -> str:
        """Return what an unknown field may have been meant for, a missing one before all others."""
        if name in self.part.instead:
            return self.part.instead[name]
        if name[:1] == "-" and name[1:] in self.part.fields:
            return CLOSE_DASH[1]
        word = usual_word(name)
        for usual in (word, f"{word}s"):
            if usual in self.part.fields and usual not in self._nodes:
                return f"did you mean '{usual}'?"
        absent = [f.name for f in self.part.fields.values() if f.name not in self._nodes]
        missing = [one for one in absent if not self.part.fields[one].optional]
        hints = (did_you_mean(name, words) for words in (missing, absent, self.part.fields))
        return next(filter(None, hints), "")
