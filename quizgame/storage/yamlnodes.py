"""Strict reading of YAML into nodes that know their place; every scalar stays text.

No tags are resolved, so `No`, `2:12` and `1.10` arrive as written. What a pack does not need is
refused: repeated keys, anchors, aliases, tags, further documents, keys that are not text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from quizgame.domain.issues import Issue
from quizgame.storage.faults import Fault, Placed, Report, Spot
from quizgame.storage.yamlslips import NEVER_CLOSED, cards_in, gives_up_on_depth, plain_words

MOST_BYTES = 8_000_000
MOST_NODES = 1_000_000
DEEPEST = 30
_TOO_DEEP = f"lists and fields lie more than {DEEPEST} deep"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Scalar(NamedTuple):
    """A text as written; `quoted` tells an empty text from nothing at all.

    A tuple: a pack holds tens of thousands, and a frozen dataclass takes twice as long to make.
    """

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `flawed` when something inside was refused."""

    items: tuple["Node", ...]
    line: int
    column: int
    flawed: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order of the file, repeated ones included; `flawed` as in Sequence."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    flawed: bool = False


Node = Scalar | Sequence | Mapping


class _Refused(Exception):  # noqa: N818 (a way out of the loop, not an error to report)
    """The rest of the file is not worth reading; the report says why."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read; keys and values lie in `items` in turn."""

    line: int
    column: int
    keyed: bool
    items: list[Node] = field(default_factory=list)
    flawed: bool = False


class _Builder:
    """Turns parser events into one node, without recursion; `above` counts the lines before."""

    def __init__(self, lines: list[str], above: int) -> None:
        self.report = Report()
        self.lines = lines
        self.first = above + 1
        self.root = _Open(self.first, 1, keyed=False)
        self.open = [self.root]
        self.documents = 0

    def run(self, next_event: Callable[[], Any], yaml: Any) -> Node | None:  # noqa: ANN401 (untyped)
        """Read events to the end and return the document's node; None when it is empty."""
        scalar, key_end, list_end = yaml.ScalarEvent, yaml.MappingEndEvent, yaml.SequenceEndEvent
        items, nodes, first = self.root.items, 0, self.first
        while (event := next_event()) is not None:
            kind = type(event)
            # Four events of five are scalars, so their way is kept short.
            if kind is scalar:
                mark, style = event.start_mark, event.style
                # Style is None or "" when plain, depending on the parser.
                node = Scalar(event.value, mark.line + first, mark.column + 1, bool(style))
                if event.anchor is not None or event.tag is not None or style == '"':
                    self.inspect(event, node)
                if style and style in "\"'" and event.end_mark.line > mark.line:
                    self.check_quote(event, node)
                items.append(node)
            elif kind is key_end or kind is list_end:
                items = self.end()
                continue
            else:
                items = self.other(event, yaml)
            nodes += 1
            if nodes > MOST_NODES:
                spot = Spot(event.start_mark.line + first, event.start_mark.column + 1)
                self.refuse(Fault.TOO_BIG, spot, "the file holds too many items")
                raise _Refused
        return self.root.items[0] if self.root.items else None

    def other(self, event: Any, yaml: Any) -> list[Node]:  # noqa: ANN401 (untyped)
        """Read an event that is neither a scalar nor an end; return where nodes go from here."""
        mark, kind = event.start_mark, type(event)
        spot = Spot(mark.line + self.first, mark.column + 1)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if len(self.open) > DEEPEST:
                self.refuse(Fault.TOO_BIG, spot, _TOO_DEEP)
                raise _Refused
            keyed = kind is yaml.MappingStartEvent
            self.open.append(_Open(spot.line, spot.column, keyed=keyed))
            self.inspect(event, spot)
        elif kind is yaml.AliasEvent:
            self.inspect(event, spot)
            self.open[-1].items.append(Scalar("", spot.line, spot.column))
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = "a second document begins here; a file holds one"
                self.refuse(Fault.DOCUMENTS, spot, message, "remove the '---'")
                raise _Refused
        return self.open[-1].items

    def end(self) -> list[Node]:
        """Close the innermost list or mapping; return where nodes go from here."""
        done = self.open[-1]
        if done.keyed:
            keys, values = done.items[::2], done.items[1::2]
            if len({key.text for key in keys if isinstance(key, Scalar)}) < len(keys):
                self.check_keys(keys)
            pairs = zip(keys, values, strict=True)
            entries = tuple([(key, value) for key, value in pairs if isinstance(key, Scalar)])
            node: Node = Mapping(entries, done.line, done.column, done.flawed)
        else:
            node = Sequence(tuple(done.items), done.line, done.column, done.flawed)
        self.open.pop()
        outer = self.open[-1].items
        outer.append(node)
        return outer

    def check_keys(self, keys: list[Node]) -> None:
        """Refuse the keys that are no words, and those that were there before."""
        seen: set[str] = set()
        for key in keys:
            if not isinstance(key, Scalar):
                self.refuse(Fault.ODD_KEY, key, "a field's name must be a word", "quote the text")
            elif key.text in seen:
                message = "this field stands twice here"
                self.refuse(Fault.REPEATED_KEY, key, message, "remove one of the two")
            else:
                seen.add(key.text)

    def inspect(self, event: Any, at: Placed) -> None:  # noqa: ANN401 (untyped)
        """Refuse anchors, aliases, tags and escapes that make control characters."""
        if event.anchor is not None:
            hint = "quote a text that begins with & or *"
            self.refuse(Fault.ANCHOR, at, "anchors and aliases (& and *) are not read", hint)
        if getattr(event, "tag", None) is not None:
            hint = "quote a text that begins with !"
            self.refuse(Fault.TAG, at, "tags (!) are not read", hint)
        if isinstance(at, Scalar) and _CONTROL.search(at.text):
            self.refuse(Fault.CONTROL, at, "an escape makes a control character", "remove it")

    def check_quote(self, event: Any, node: Scalar) -> None:  # noqa: ANN401 (untyped)
        """Refuse a quote that runs on over lines of what it stands in, which the parser lets pass.

        It is one that was never closed, and has swallowed what comes after it: other fields, other
        cards, hidden ones among them.
        """
        around = self.open[-1].column - 1
        for line in self.lines[event.start_mark.line + 1 : event.end_mark.line + 1]:
            if line.strip() and len(line) - len(line.lstrip(" ")) <= around:
                self.refuse(Fault.SYNTAX, node, *NEVER_CLOSED)
                raise _Refused

    def refuse(self, fault: Fault, at: Placed, message: str, hint: str = "") -> None:
        """Report a fault; everything it lies in is flawed."""
        self.report.fault(fault, at, message, hint)
        for container in self.open:
            container.flawed = True


def read_nodes(data: bytes) -> tuple[Node | None, list[Issue]]:
    """Return the document's node (None when empty or beyond reading) and every fault found."""
    report = Report()
    text = _decoded(data, report)
    if text is None:
        return None, report.issues
    node, issues = _built(text)
    if node is None and issues:
        return _card_by_card(text) or (node, issues)
    return node, issues


def _card_by_card(text: str) -> tuple[Node, list[Issue]] | None:
    """Return the node of a text that cannot be read as a whole, its cards read one by one.

    Only cards are ever lost like this, each alone; None where the head cannot be read either, for
    without it nothing could be kept back.
    """
    lines = text.splitlines()
    ranges = cards_in(lines)
    if not ranges:
        return None
    head = [*lines[: ranges[0].start], *lines[ranges[-1].stop :]]
    gap = [""] * (ranges[-1].stop - ranges[0].start)
    head[ranges[0].start : ranges[0].start] = gap
    node, issues = _built("\n".join(head))
    if not isinstance(node, Mapping):
        return None
    cards: list[Node] = []
    for rows in ranges:
        card, faults = _built("\n".join(lines[rows.start : rows.stop]), rows.start)
        cards += card.items if isinstance(card, Sequence) else ()
        issues += faults
    listed = Sequence(tuple(cards), ranges[0].start + 1, 1)
    entries = ((key, listed if key.text == "cards" else value) for key, value in node.entries)
    return replace(node, entries=tuple(entries)), issues


def _decoded(data: bytes, report: Report) -> str | None:
    """Return the text of the bytes, or None with the fault reported."""
    if len(data) > MOST_BYTES:
        report.fault(Fault.TOO_BIG, Spot(), "the file is larger than 8 MB")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a byte order mark, error.start counts from after it.
        before = error.object[: error.start].decode("utf-8")
        report.fault(
            Fault.NOT_UTF8, _spot(before), "the text is not UTF-8", "save the file as UTF-8"
        )
        return None
    control = _CONTROL.search(text)
    if control:
        spot = _spot(text[: control.start()])
        report.fault(Fault.CONTROL, spot, "a control character stands here", "delete it")
        return None
    return text


def _spot(before: str) -> Spot:
    """Return the place that comes after the text `before`."""
    return Spot(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _built(text: str, above: int = 0) -> tuple[Node | None, list[Issue]]:
    """Return the text's node and its faults, from PyYAML's C parser when it was built.

    `above` is the number of lines that stand before the text in its file.
    """
    import yaml  # noqa: PLC0415 (26 ms that a start without packs need not pay)

    builder = _Builder(text.splitlines(), above)
    node: Node | None = None
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        node = builder.run(loader.get_event, yaml)
    except _Refused:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        spot, message, hint = plain_words(error, text)
        spot = replace(spot, line=spot.line + above)
        if gives_up_on_depth(error):
            builder.report.fault(Fault.TOO_BIG, spot, _TOO_DEEP)
        else:
            builder.report.fault(Fault.SYNTAX, spot, message, hint)
    finally:
        loader.dispose()
    return node, builder.report.issues
