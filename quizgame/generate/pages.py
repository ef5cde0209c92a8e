"""The readable text of a saved web page, taken by readability-lxml."""

import logging
import re

from quizgame.generate.article import Line

_BLOCKS = "h1|h2|h3|h4|h5|h6|p|li|tr|dt|dd|blockquote|pre|div|section|article|figcaption|br"
_BLOCK = re.compile(rf"^(?:{_BLOCKS})$")
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "head", "button", "nav", "footer"}
)
_HEADING = re.compile(r"^h([1-6])$")
_LOOKS = re.compile(r"<(?:!doctype\s+html|html|head|body|article|h1|p|div)\b", re.IGNORECASE)
MISSING = (
    "Reading a web page needs one more package: pip install 'quizgame[generate]'. "
    "Or copy the page's text into a plain text file."
)


class NoPageReaderError(Exception):
    """The package that reads web pages is not installed."""


def is_page(text: str) -> bool:
    """Tell whether a text is HTML."""
    return bool(_LOOKS.search(text[:2000]))


def page_lines(text: str) -> list[Line]:
    """Return the lines of the page's own text; none when there is nothing to read."""
    try:
        from lxml import html as markup  # noqa: PLC0415
        from readability import Document  # noqa: PLC0415
    except ImportError as error:
        raise NoPageReaderError from error
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    # XML declarations and NUL bytes make lxml refuse a text.
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text).replace("\0", "")
    try:
        document = Document(text)
        title, body = document.short_title(), document.summary(html_partial=True)
        lines = _lines(markup.fragment_fromstring(body, create_parent="div"))
    except Exception:  # noqa: BLE001 (a page can be broken in more ways than the library names)
        return []
    if lines and not lines[0].level and title.strip():
        lines.insert(0, Line(" ".join(title.split()), 1))
    return lines


def _lines(root: object) -> list[Line]:
    """Return what stands in each block of the tree, in order."""
    lines: list[Line] = []
    words: list[str] = []
    level = 0

    def close(following: int = 0) -> None:
        nonlocal level
        said = " ".join("".join(words).split())
        if said.strip(" |"):
            lines.append(Line(said.removesuffix(" |"), level))
        words.clear()
        level = following

    import lxml.etree as tree  # noqa: PLC0415

    skipped = 0
    for event, element in tree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event in {"comment", "pi"}:
            words.append((element.tail or "") if not skipped else "")
            continue
        silent = tag in _SILENT
        if event == "start":
            skipped += silent
            if not skipped:
                if _BLOCK.match(tag):
                    heading = _HEADING.match(tag)
                    close(int(heading.group(1)) if heading else 0)
                words.append(element.text or "")
        else:
            skipped -= silent
            if not skipped:
                if tag in {"td", "th"}:
                    words.append(" | ")
                elif _BLOCK.match(tag):
                    close()
                words.append(element.tail or "")
    close()
    return lines
