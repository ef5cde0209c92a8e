"""Telling headings from prose in plain text and Markdown; every line that is not blank counts."""

import re
from itertools import groupby, pairwise
from statistics import median

from quizgame.domain.telling import listed
from quizgame.generate.article import Line

_LONGEST = 100
_MOST_WORDS = 14
_LONGEST_TITLE = 150
_MINOR = listed(
    "a an the of in on at to for and or but nor by with from as is are was were it its vs do does "
    "did the into over s"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NO_HEADING = re.compile(
    r"^\s*[•*·–—-]\s|\d[/.]\d|\b(?:as|played by)\b|\s[–—-]\s|\||\.{3}|\t|https?:"
)
_END = re.compile(r"[.!;,:…\"'”’]$")
_QUESTION = re.compile(
    r"^(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|can|could|will|has|"
    r"have|should)\b.*\?$",
    re.IGNORECASE,
)
_HARD = (40, 100)
_FEWEST_WRAPPED = 8


def plain_lines(text: str) -> list[Line]:
    """Return the lines of a plain text, headings among them."""
    rows = [row.strip() for row in _unwrapped(text.splitlines())]
    lines: list[Line] = []
    runs = groupby(_marked(rows), key=lambda row: row[1])
    for heading, run in runs:
        texts = [text for text, _ in run if text]
        # Many short lines on end are a list; only what stands over it is its heading.
        most = 2 if not lines else 1
        lines += [
            Line(text, 1 if heading and number < most else 0) for number, text in enumerate(texts)
        ]
    if lines and not lines[0].level and _may_be_title(lines[0].text) and len(lines) > 1:
        lines[0] = Line(lines[0].text, 1)
    if lines and lines[-1].level and len(lines) > 1:
        # A heading with nothing under it heads nothing.
        lines[-1] = Line(lines[-1].text)
    return lines


def _marked(rows: list[str]) -> list[tuple[str, bool]]:
    """Return the rows that are not blank, each with whether it may be a heading."""
    told: list[tuple[str, bool]] = []
    before = ""
    for row in rows:
        if row:
            told.append((row, not before and _like_heading(row)))
        before = row
    return told


def _like_heading(row: str) -> bool:
    row = _NUMBER.sub("", row)
    words = _WORD.findall(row)
    if len(row) > _LONGEST or not 0 < len(words) <= _MOST_WORDS or _NO_HEADING.search(row):
        return False
    if _QUESTION.match(row):
        return True
    if _END.search(row):
        return False
    major = [word for word in words if word.casefold() not in _MINOR]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in major)
    return bool(major) and words[0][0].isupper() and capital >= 0.75 * len(major)


def _may_be_title(row: str) -> bool:
    words = _WORD.findall(row)
    return (
        0 < len(words) <= 2 * _MOST_WORDS
        and len(row) <= _LONGEST_TITLE
        and not row.endswith((".", ","))
    )


def _unwrapped(rows: list[str]) -> list[str]:
    """Join the lines of a text that was broken at a fixed width; a blank line parts paragraphs."""
    full = [row for row in rows if row.strip()]
    inner = [a for a, b in pairwise(rows) if a.strip() and b.strip()]
    if len(inner) < max(_FEWEST_WRAPPED, 0.5 * len(full)):
        return rows
    if not _HARD[0] <= median(len(row.rstrip()) for row in inner) <= _HARD[1]:
        return rows
    open_ended = sum(
        not _END.search(row.rstrip()) and not row.rstrip().endswith("?") for row in inner
    )
    if open_ended < 0.6 * len(inner) or any(len(row) > 2 * _HARD[1] for row in full):
        return rows
    blocks = groupby(rows, key=lambda row: bool(row.strip()))
    joined: list[str] = []
    for filled, block in blocks:
        joined += [" ".join(row.strip() for row in block)] if filled else [""]
    return joined


_MARKDOWN_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"^ {0,3}(?:=+|-{3,}|(?:\* *){3,}|(?:_ *){3,})\s*$")
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,5})[.)]\s+")
"""What stands before a heading of those that are numbered."""
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
_ENTRY = re.compile(r"^\s*\*\*[^*]{1,60}(?::\*\*|\*\*\s*(?::|[–—-]\s))")
"""A row of a list without bullets: "**Nora Helmer**: a wife"."""
_OF_CAST = re.compile(
    r"^\s*(?:[A-Z][\w.'’-]*\s){1,4}\s*(?:\.{2,}|…|[–—-]|as)\s+[A-Z](?:\S+\s+){0,4}\S*[^\s.,;:!?]\s*$"
)
"""A row of a cast without bullets: "Ada Low ... The Queen"."""
_FENCE = re.compile(r"^\s*(?:```|~~~)")


def is_markdown(text: str) -> bool:
    """Tell whether a text has the headings of Markdown."""
    return any(_MARKDOWN_HEADING.match(row) for row in text.splitlines()[:4000])


def markdown_lines(text: str) -> list[Line]:
    """Return the lines of a Markdown text without its marks; what is wrapped becomes one line."""
    lines: list[Line] = []
    block: list[str] = []
    fenced = False
    rows = _without_front(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).splitlines())

    def close(level: int = 0) -> None:
        said = unmarked(" ".join(block))
        if said:
            lines.append(Line(said, level))
        block.clear()

    for row in rows:
        if _FENCE.match(row):
            fenced = not fenced
            close()
        elif fenced or (_TABLE_RULE.match(row) and "|" in row):
            close()
        elif heading := _MARKDOWN_HEADING.match(row):
            close()
            block.append(heading.group(2))
            close(len(heading.group(1)))
        elif _RULE.match(row):
            close((1 if "=" in row else 2) if len(block) == 1 else 0)
        elif not row.strip():
            close()
        elif row.lstrip().startswith("|"):
            close()
            block.append(" | ".join(cell.strip() for cell in row.strip().strip("|").split("|")))
            close()
        else:
            if _ITEM.match(row) or _ENTRY.match(row) or _OF_CAST.match(row):
                close()
            block.append(_ITEM.sub("", row).strip().removeprefix("> ").rstrip("\\"))
            if _OF_CAST.match(row):
                close()
    close()
    return lines


def _without_front(rows: list[str]) -> list[str]:
    """Leave out the fields some put before a Markdown text, between two lines of dashes."""
    if rows and rows[0].strip() == "---" and "---" in (row.strip() for row in rows[1:60]):
        end = next(n for n, row in enumerate(rows) if n and row.strip() == "---")
        return rows[end + 1 :]
    return rows


def unmarked(text: str) -> str:
    """Return a line of Markdown without emphasis, links, pictures and code marks."""
    text = re.sub(r"!\[[^\]]{0,300}\]\([^)]{0,900}\)", "", text)
    text = re.sub(r"\[([^\]]{0,300})\]\([^)]{0,900}\)", r"\1", text)
    text = re.sub(r"(?<!\w)_([^_]{1,300})_(?!\w)", r"\1", text)
    text = re.sub(r"\*{1,3}([^*]{1,300})\*{1,3}", r"\1", text)
    return re.sub(r"`([^`]{1,300})`", r"\1", re.sub(r"<[^<>]{1,200}>", "", text)).strip()
