"""Where a card's fact stands in its explainer: place and fingerprint, never its words."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'} | dict.fromkeys("‐‑‒–—", "-"))
FINGERPRINT_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of an explainer; its title is safe to show from `tier` on."""

    id: str
    title: str
    tier: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A paragraph of an explainer: section id, number from 1, fingerprint of the paragraph."""

    section: str
    paragraph: int
    passage: str


def evened(passage: str) -> str:
    """Return the passage in NFKC with straight quotes and plain dashes."""
    return unicodedata.normalize("NFKC", passage).translate(_STRAIGHT)


def normalised(passage: str) -> str:
    """Return the passage as it is compared: evened, single spaces, case folded."""
    return re.sub(r"\s+", " ", evened(passage)).strip().casefold()


def fingerprint(passage: str) -> str:
    """Return the first 16 hex digits of the sha256 of the normalised passage."""
    digest = hashlib.sha256(normalised(passage).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


Place = tuple[str, int]
"""A section's id and the number of a paragraph in it, from 1."""


Explainer = tuple[str, ...]
"""The text of an explainer, in each way that it can be read."""


def paragraphs(text: str, sections: Iterable[Section]) -> dict[Place, str]:
    """Return each paragraph of an explainer by its place; a section begins after its title.

    What stands before all titles belongs to the first section. Sections of one title come in turn;
    where a title stands once too often, its last section goes on.
    """
    listed = tuple(sections)
    waiting: dict[str, list[str]] = {}
    for section in listed:
        waiting.setdefault(normalised(section.title), []).append(section.id)
    here = listed[0].id if listed else ""
    counted: Counter[str] = Counter()
    found: dict[Place, str] = {}
    for line in text.splitlines():
        plain = normalised(line)
        if ids := waiting.get(plain):
            here = ids.pop(0) if len(ids) > 1 else ids[0]
        elif plain:
            counted[here] += 1
            found[here, counted[here]] = line
    return found


def best_read(
    texts: Explainer, sections: Iterable[Section], passages: Collection[str]
) -> dict[Place, str]:
    """Return the paragraphs of that way to read an explainer in which most passages are found."""
    listed = tuple(sections)
    readings = [paragraphs(text, listed) for text in texts]
    found = [sum(fingerprint(one) in passages for one in read.values()) for read in readings]
    return readings[found.index(max(found))] if readings else {}
