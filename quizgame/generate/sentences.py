"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator

from quizgame.domain.telling import listed

_SHORT = listed(
    "mr mrs ms mx dr prof st sr jr messrs mme mlle rev hon capt lt col gen sgt maj cmdr insp det "
    "vs etc cf viz eg ie no vol ch pp ed fig mt ft inc ltd co bros approx ca dept"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]»]*(?=\s|$)")
_BEGINS = re.compile(r"\s+[\"'“‘«(\[¡¿—–-]*\s*[^\W_a-zß-öø-ÿ]")
_WORD_BEFORE = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each sentence, without the space around it."""
    begun = 0
    for mark in _END.finditer(text):
        if _ends(text, mark):
            yield from _trimmed(text, begun, mark.end())
            begun = mark.end()
    yield from _trimmed(text, begun, len(text))


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark ends a sentence, and not an abbreviation or an initial."""
    if text[: mark.start()][-1:].isspace():
        # "Ada Low ... The Queen": a row of dots parts the two.
        return False
    after = text[mark.end() : mark.end() + 40]
    if after.strip() and not _BEGINS.match(after):
        return False
    if mark.group().startswith(".") and len(mark.group().rstrip("\"'”’)]»")) == 1:
        word = _WORD_BEFORE.search(text[max(0, mark.start() - 20) : mark.start()])
        if word and after.strip():
            said = word.group(1)
            initial = len(said) == 1 and said.isupper() and said != "I"
            return not (initial or "." in said or said.casefold() in _SHORT)
    return True


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[start:end]
    if inner.strip():
        lead = len(inner) - len(inner.lstrip())
        yield start + lead, start + len(inner.rstrip())
