"""Texts made plain: markup, entities and signs that show nothing are taken out.

Everything here runs in time that grows with the length of the text, whatever stands in it.
"""

import html
import re
from enum import Enum

from quizgame.exchange.found import CannotCarry
from quizgame.storage.fields import clean

LONGEST = 20_000
"""Characters of one text with its markup; no card could hold a longer one."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200b\u2060-\u2064\u202a-\u202e"
    "\u2066-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LINE_ENDS = re.compile("[\r\x85\u2028\u2029\xa0]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*+)[^<>]*+>|<[!?][^<>]*>")
_APART = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre "
        "section table td th tr ul",
    )
)
"""Tags whose text stands apart from what is beside it."""
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b big center cite code em font i ins kbd mark q s small span strike "
        "strong sub sup tbody thead tt u var",
    )
)
_SEEN = re.compile(
    r"<(?:img|audio|video|object|embed|iframe|svg|canvas)\b|\[sound:|@@PLUGINFILE@@|\[anki:play:",
    re.IGNORECASE,
)
_FORMULA = re.compile(r"\\\(|\\\[|\$\$[^$]+\$\$|\[latex\]|\[\$\$?\]|<(?:anki-)?math", re.IGNORECASE)
_HIDDEN = ("script", "style", "xml", "head", "template")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


class Markup(Enum):
    """How a text is to be read."""

    PLAIN = "as it stands"
    LOOSE = "HTML only where there is no doubt"
    HTML = "all of it HTML"


def legible(text: str) -> str:
    """Return the text on one line, without signs that show nothing or turn the others round."""
    return clean(_UNSEEN.sub("", _LINE_ENDS.sub(" ", text)))


def plain(text: str, markup: Markup = Markup.LOOSE) -> str:
    """Return the text without markup; CannotCarry when it needs a picture, a sound or a formula."""
    if len(text) > LONGEST:
        message = f"a text has {len(text):,} characters, too many for a card"
        raise CannotCarry(message)
    if markup is Markup.PLAIN:
        return legible(text)
    if _SEEN.search(text):
        message = "it needs a picture or a sound"
        raise CannotCarry(message)
    if _FORMULA.search(text):
        message = "it holds a formula"
        raise CannotCarry(message)
    if markup is Markup.HTML or _is_marked(text):
        text = html.unescape(_TAG.sub(_without, _without_hidden(text)))
    return legible(text)


def _is_marked(text: str) -> bool:
    """Tell whether a tag of HTML, a comment or an entity stands in the text."""
    tags = (tag.group(2) for tag in _TAG.finditer(text))
    known = _APART | _INLINE | frozenset(_HIDDEN)
    return any(name is None or name.casefold() in known for name in tags) or bool(
        _ENTITY.search(text)
    )


def _without(tag: re.Match[str]) -> str:
    return " " if (tag.group(2) or "").casefold() in _APART else ""


def _without_hidden(text: str) -> str:
    """Return the text without comments and elements that are never shown."""
    text = _cut_between(text, "<!--", "-->")
    for name in _HIDDEN:
        if f"<{name}" in text.casefold():
            text = _cut_between(text, f"<{name}", f"</{name}>")
    return text


def _cut_between(text: str, opens: str, closes: str) -> str:
    """Return the text without what stands between the two; one that never closes stays."""
    low, kept, at = text.casefold(), [], 0
    if len(low) != len(text):
        # Letters such as "ß" grow when folded, and places would no longer agree.
        low = text
    while (start := low.find(opens, at)) >= 0 and (end := low.find(closes, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(closes)
    return "".join([*kept, text[at:]])
