"""The ladder of tiers for a draft: a standard one, or one by the episodes of the headings."""

import re
from dataclasses import dataclass

from quizgame.domain.tiers import Ladder, Tier
from quizgame.generate.article import Article, free, slug

_FIRST = Tier("not-started", "Not started", "Premise and cast")
STANDARD = {
    "film": Ladder(
        (
            _FIRST,
            Tier("first-act", "First act", "About the first third"),
            Tier("midway", "Midway", "About two thirds in"),
            Tier("final-act", "Final act", "Up to the last scene"),
            Tier("credits", "Credits", "I have seen it all"),
        )
    ),
    "book": Ladder(
        (
            Tier("not-started", "Not started", "What the cover tells"),
            Tier("first-part", "First part", "About the first third"),
            Tier("midway", "Midway", "About two thirds in"),
            Tier("last-part", "Last part", "Up to the last chapter"),
            Tier("the-end", "The end", "I have read it all"),
        )
    ),
}
_PART = re.compile(
    r"^(?P<kind>episode|chapter|act|part|book|season|stave|volume)s?\s+"
    r"(?P<first>\d{1,3}|[ivx]{1,6})\b"
    r"(?:\s?(?:to|and|through|-|–|—|&)\s?(?P<last>\d{1,3}|[ivx]{1,6})\b)?",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_BOOKISH = re.compile(
    r"\b(?:novel|novella|book|play|tragedy|short story|chapter|reader)s?\b", re.IGNORECASE
)
_FILMIC = re.compile(r"\b(?:film|movie|series|episode|season|viewer|Netflix)s?\b", re.IGNORECASE)
_FEWEST_PARTS = 2
_MOST_PARTS = 28


@dataclass(frozen=True, slots=True)
class Climb:
    """A ladder, and the tiers of those sections whose headings name a part of the story."""

    ladder: Ladder
    of_sections: dict[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the story that a heading names: "Act 2", "Chapters 4 to 6"."""

    kind: str
    first: int
    last: int
    label: str

    def within(self, other: "Part") -> bool:
        """Tell whether another part holds all of this one."""
        return self.kind == other.kind and other.first <= self.first <= self.last <= other.last


def part_of(title: str) -> Part | None:
    """Return the part a heading names, None when it names none."""
    found = _PART.match(title.strip())
    if found is None:
        return None
    first = _number(found["first"])
    last = _number(found["last"]) if found["last"] else first
    kind = found["kind"].capitalize()
    label = f"{kind} {found['first'].upper()}"
    if last != first:
        link = "and" if last == first + 1 else "to"
        label = f"{kind}s {found['first'].upper()} {link} {found['last'].upper()}"
    return Part(kind, first, last, label)


def says_only_a_part(title: str) -> bool:
    """Tell whether a heading names a part of the story and says no more."""
    found = _PART.match(title.strip())
    return found is not None and not re.search(r"\w", title.strip()[found.end() :])


def _number(said: str) -> int:
    """Return a number written in digits or as a Roman one."""
    if said.isdigit():
        return int(said)
    signs = [_ROMAN[sign] for sign in said.casefold()]
    return sum(
        -one if any(one < later for later in signs[n + 1 : n + 2]) else one
        for n, one in enumerate(signs)
    )


def climb(article: Article, wanted: Ladder | str = "") -> Climb:
    """Return the ladder wanted, or the one that fits the article."""
    parts = {one.id: part for one in article.sections if (part := part_of(one.title))}
    if isinstance(wanted, Ladder):
        found = ((one.id, _tier_of(one.title, wanted)) for one in article.sections)
        return Climb(wanted, {ident: tier for ident, tier in found if tier is not None})
    if not wanted and _FEWEST_PARTS <= len({one.label for one in parts.values()}) <= _MOST_PARTS:
        return _by_parts({ident: one.label for ident, one in parts.items()})
    if wanted in STANDARD:
        return Climb(STANDARD[wanted], {})
    bookish = len(_BOOKISH.findall(article.text)) > len(_FILMIC.findall(article.text))
    return Climb(STANDARD["book" if bookish else "film"], {})


def _tier_of(title: str, ladder: Ladder) -> int | None:
    """Return the tier whose label a heading is, or that holds the part it names."""
    said = title.strip().casefold()
    part = part_of(title)
    for number, tier in enumerate(ladder.tiers):
        label = tier.label.casefold()
        there = part_of(tier.label)
        if said == label or (part and there and part.within(there)):
            return number
    return None


def _by_parts(parts: dict[str, str]) -> Climb:
    labels = list(dict.fromkeys(parts.values()))
    tiers = [Tier("not-started", "Not started", "What everybody is told")]
    taken = {"not-started", "the-end"}
    for label in labels:
        tiers.append(Tier(free(slug(label) or "part", taken), label))
        taken.add(tiers[-1].id)
    tiers.append(Tier("the-end", "The end", "I know it all"))
    return Climb(
        Ladder(tuple(tiers)), {ident: labels.index(part) + 1 for ident, part in parts.items()}
    )
