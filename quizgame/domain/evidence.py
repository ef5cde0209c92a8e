"""Where a card's fact stands in its explainer: place and fingerprint, never its words."""

import hashlib
import re
import unicodedata
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


def normalised(passage: str) -> str:
    """Return the passage as it is compared: NFKC, straight quotes, plain dashes, folded."""
    text = unicodedata.normalize("NFKC", passage).translate(_STRAIGHT)
    return re.sub(r"\s+", " ", text).strip().casefold()


def fingerprint(passage: str) -> str:
    """Return the first 16 hex digits of the sha256 of the normalised passage."""
    digest = hashlib.sha256(normalised(passage).encode("utf-8"))
    return digest.hexdigest()[:FINGERPRINT_DIGITS]
