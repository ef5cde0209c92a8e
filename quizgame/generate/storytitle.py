"""The title of the story that an article explains."""

import re

_SMALL = frozenset(
    ["A", "An", "The", "Of", "In", "On", "At", "To", "And", "Or", "For", "From", "With"]
)
_TITLE_HEAD = re.compile(r"^(?:the )?(?:ending|meaning|plot) of (?=[\w“\"])", re.IGNORECASE)
_TITLE_TAIL = re.compile(
    r"\s*(?:[:|–—-]\s.*|\((?:18|19|20)\d\d\).*|"
    r",?\s*(?:the )?(?:ending|explained|finale|recap|summary|plot|synopsis)\b.*)$",
    re.IGNORECASE,
)


_PARTS = re.compile(r"(?<=[:?!])\s+|\s[|–—-]\s")


def story_title(title: str, text: str = "") -> str:
    """Return the story's own title out of an article's.

    Where the `text` never speaks of what stands first, as "Great love stories: Snow, explained",
    it is the first part of the title of which it does.
    """
    first = _shortened(title)
    if not text or first in text:
        return first
    parts = (_shortened(part) for part in _PARTS.split(title)[1:])
    return next((part for part in parts if part[:1].isupper() and part in text), first)


def _shortened(title: str) -> str:
    short = _TITLE_HEAD.sub("", " ".join(title.split()))
    short = _TITLE_TAIL.sub("", short).strip(" “”\"'")
    return (_capitals(short) if short.isupper() else short) or title


def _capitals(title: str) -> str:
    """Return a title that is all capitals as titles are written: A Study in Scarlet."""
    first, *rest = (one.capitalize() for one in title.split())
    return " ".join((first, *(one.lower() if one in _SMALL else one for one in rest)))
