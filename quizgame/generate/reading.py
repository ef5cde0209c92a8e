"""Reading an explainer from the bytes of its file: text, Markdown or a saved web page."""

import hashlib
import re
from dataclasses import dataclass

from quizgame.domain.telling import listed
from quizgame.generate.article import MOST_HEADINGS, Article, Line, arranged
from quizgame.generate.headings import is_markdown, markdown_lines, plain_lines
from quizgame.generate.pages import MISSING, NoPageReaderError, is_page, page_lines

MOST_BYTES = 4_000_000
MOST_CHARACTERS = 150_000
"""An explainer has 5,000 to 15,000; a whole novel is none."""
_MOST_ODD = 0.02
_FEWEST_SMALL_WORDS = 0.12
_FEWEST_WORDS = 30
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffd-\uffff]")
_SMALL = listed(
    "the a an and of to in is was he she it his her him they their that with for on at by from as "
    "who which but not has had be are were when while after before"
)
_WORD = re.compile(r"[^\W\d_]+")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the article, or None when there is none; remarks are whole sentences."""

    article: Article | None
    remarks: tuple[str, ...] = ()


def read(data: bytes, name: str) -> Reading:
    """Return the article in the bytes of a file of this name (without its folder)."""
    if len(data) > MOST_BYTES:
        return Reading(None, (f"{name} is larger than 4 MB; an explainer is a page or two.",))
    if not data.strip():
        return Reading(None, (f"{name} is empty.",))
    text = _decoded(data)
    if text is None:
        told = f"{name} is not a text; save the article as text, Markdown or HTML."
        return Reading(None, (told,))
    try:
        lines, remarks = _lines(text, name)
    except NoPageReaderError:
        return Reading(None, (MISSING,))
    if not lines:
        return Reading(None, (f"No text to read was found in {name}.",))
    stem = re.sub(r"\.[A-Za-z0-9]{1,9}$", "", name) or name
    article = arranged(lines, hashlib.sha256(data).hexdigest(), stem)
    return Reading(article, (*remarks, *_told_of(article, lines)))


def ways_to_read(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts that the lines of a file can be taken for, and remarks.

    Besides the text as `read` gives it, a plain text counts as it stands, for a pack may have been
    made from it line by line; none when the file cannot be read.
    """
    reading = read(data, name)
    if reading.article is None:
        return (), reading.remarks
    raw = _decoded(data) or ""
    texts = (reading.article.text,) if is_page(raw) else (raw, reading.article.text)
    return texts, tuple(told for told in reading.remarks if "longer" in told)


def _decoded(data: bytes) -> str | None:
    """Return the text of the bytes, or None when they hold no text."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            break
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            if b"\0" in data:
                return None
            # What is not UTF-8 is nearly always a page saved on Windows.
            text = data.decode("cp1252", "replace")
    odd = len(_CONTROL.findall(text))
    if odd > max(2, _MOST_ODD * len(text)):
        return None
    return _LINE_ENDS.sub("\n", _CONTROL.sub("", text).replace("\ufeff", ""))


def _lines(text: str, name: str) -> tuple[list[Line], tuple[str, ...]]:
    remarks: tuple[str, ...] = ()
    suffix = name.rpartition(".")[2].casefold()
    if suffix in {"html", "htm", "xhtml"} or is_page(text):
        lines = page_lines(text)
    elif suffix in {"md", "markdown"} or is_markdown(text):
        lines = markdown_lines(text)
    else:
        lines = plain_lines(text)
    length, kept = 0, []
    for line in lines:
        room = MOST_CHARACTERS - length
        if len(line.text) > room:
            remarks = (f"{name} is far longer than an explainer; only its first part was read.",)
            kept.append(Line(line.text[:room], line.level))
            break
        length += len(line.text)
        kept.append(line)
    return kept, remarks


def _told_of(article: Article, lines: list[Line]) -> tuple[str, ...]:
    """Return what a person should know of an article before facts are drafted from it."""
    if sum(bool(line.level) for line in lines) > MOST_HEADINGS:
        told = "It has so many headings that they were taken for lines of text"
    elif not article.headed:
        told = "It has no headings besides its title"
    else:
        return ()
    return (f"{told}, so nearly every fact waits for the last tier; lower those you are sure of.",)


def is_english(article: Article) -> bool:
    """Tell whether the article is in English, by its small words; a short text counts as such."""
    words: list[str] = [word.casefold() for word in _WORD.findall(article.text)]
    if len(words) < _FEWEST_WORDS:
        return 2 * sum(word.isascii() for word in words) >= len(words)
    of_names = any(" as " in one.text or "|" in one.text for one in article.paragraphs)
    # A list of the cast is nearly all names.
    least = _FEWEST_SMALL_WORDS / (3 if of_names else 1)
    return sum(word in _SMALL for word in words) >= least * len(words)
