"""Common slips in YAML, told in plain words instead of the parser's; the text is never quoted."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizgame.storage.faults import Spot

_TOP = re.compile(r"[^\s#-]")
_CARDS = re.compile(r"cards\s*:\s*(#.*)?$")
_ITEM = re.compile(r"( *)- ")
_TAB_INDENT = re.compile(r"[ ]*\t")
_CLOSE_DASH = re.compile(r"( *)-[A-Za-z][\w-]*:( |$)")
_CUT_SHORT = re.compile(r"(?:^|[:-] ) *[\[{][^\"'\]}#]*(?<=[\[{, ])#")
_NOTE = re.compile(r"(?<![^\s\[{,])#.*")
CLOSE_DASH = ("a space is missing after the dash", "write '- id: ...'")
_CUT_BY_NOTE = (
    "a # begins a note here, so the bracket before it is never closed",
    'put colours, and other texts with a #, in quotes: ["#1f3a4d", "#d9a441"]',
)
NEVER_CLOSED = ("a quote or bracket that opens here is never closed", "close it")
# Parser's words -> ours and the mend; both of PyYAML's parsers, first match wins.
_SLIPS = (
    (
        ("mapping values are not allowed",),
        "a colon and a space stand inside a text without quotes, or the line is indented too far",
        "put the whole text in double quotes",
    ),
    (
        ("unexpected end of stream", "unexpected document separator"),
        *NEVER_CLOSED,
    ),
    (
        ("',' or ']'", "',' or '}'"),
        "a comma or a closing bracket is missing",
        "put texts with a comma, colon or bracket in quotes",
    ),
    (
        ("unknown escape", "escape sequence", "expected hexdecimal", "hexadecimal number"),
        "a backslash in double quotes stands before a letter that has no meaning",
        "write two backslashes, or use single quotes",
    ),
    (
        ("could not find expected ':'",),
        "a field's name without its colon, or a quote that is not closed",
        "write 'name: value' and check the quotes above",
    ),
    (
        ("alphabetic or numeric character", "while scanning an anchor", "while scanning an alias"),
        "a text that begins with & or * must be quoted",
        "put it in double quotes",
    ),
    (
        ("cannot start any token",),
        "a text may not begin with this sign unless it is quoted",
        "put it in double quotes",
    ),
    (
        ("expected key", "expected '-' indicator", "<block end>", "expected the node content"),
        "this line does not line up with the ones above, or a quote ends too early",
        "check the indentation and the quotes",
    ),
)
_OTHER = ("the file cannot be read as YAML from here on", "check the quotes and the indentation")


def cards_in(lines: Sequence[str]) -> list[range]:
    """Return the lines (from 0) of each item of the list `cards`, told by its dash alone."""
    first = next((n for n, line in enumerate(lines) if _CARDS.match(line)), len(lines))
    after = (n for n in range(first + 1, len(lines)) if _TOP.match(lines[n]))
    end = next(after, len(lines))
    dashes = (m.group(1) for line in lines[first + 1 : end] if (m := _ITEM.match(line)))
    indent = next(dashes, None)
    if indent is None:
        return []
    begins = [n for n in range(first + 1, end) if lines[n].startswith(f"{indent}- ")]
    return [range(at, to) for at, to in pairwise([*begins, end])]


def told_by_the_lines(lines: Sequence[str], line: int) -> tuple[Spot, str, str] | None:
    """Return the slip that stands above line `line` (from 1) and brought the parser there.

    A `#` that makes a note of the rest of its list shows only lines later, and so does a dash that
    touches the word after it.
    """
    opened: Spot | None = None
    depth = 0
    for number, text in enumerate(lines[:line], 1):
        cut = _CUT_SHORT.search(text)
        if cut and not depth:
            opened = Spot(number, cut.end())
        if opened:
            plain = _NOTE.sub("", text)
            depth += sum(map(plain.count, "[{")) - sum(map(plain.count, "]}"))
        if depth <= 0:
            opened, depth = None, 0
    if opened:
        return opened, *_CUT_BY_NOTE
    for number in (line, line - 1):
        dash = _CLOSE_DASH.match(lines[number - 1]) if 0 < number <= len(lines) else None
        if dash:
            return Spot(number, dash.end(1) + 1), *CLOSE_DASH
    return None


def gives_up_on_depth(error: Exception) -> bool:
    """Tell whether the parser itself found the file too deep; it looks ahead of its events."""
    return "nesting depth" in str(getattr(error, "problem", ""))


def plain_words(error: Exception, text: str) -> tuple[Spot, str, str]:
    """Return where the error is, what it is and the mend, in words an author would use."""
    mark = getattr(error, "problem_mark", None)
    said = f"{getattr(error, 'problem', '')} {getattr(error, 'context', '')}"
    opened = getattr(error, "context_mark", None)
    if opened is not None and ("end of stream" in said or "document separator" in said):
        mark = opened
    if mark is None:
        return Spot(), *_OTHER
    spot = Spot(mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    for line in (spot.line, spot.line + 1):
        tab = _TAB_INDENT.match(lines[line - 1]) if line <= len(lines) else None
        if tab:
            return Spot(line, tab.end()), "a tab is used for indentation", "indent with spaces"
    above = told_by_the_lines(lines, spot.line)
    if above:
        return above
    for fragments, message, hint in _SLIPS:
        if any(fragment in said for fragment in fragments):
            return spot, message, hint
    return spot, *_OTHER
