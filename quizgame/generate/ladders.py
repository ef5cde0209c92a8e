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
    r"^(?P<kind>episodes?|chapters?|acts?|parts?|books?|seasons?)\s+(?P<number>\d{1,3}|[ivx]{1,6})\b",
    re.IGNORECASE,
)
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


def part_of(title: str) -> str:
    """Return the part a heading names ("Act 2"), empty when it names none."""
    found = _PART.match(title.strip())
    return f"{found['kind'].rstrip('sS').capitalize()} {found['number'].upper()}" if found else ""


def climb(article: Article, wanted: Ladder | str = "") -> Climb:
    """Return the ladder wanted, or the one that fits the article."""
    parts = {one.id: part_of(one.title) for one in article.sections if part_of(one.title)}
    if isinstance(wanted, Ladder):
        numbers = {tier.label.casefold(): number for number, tier in enumerate(wanted.tiers)}
        known = {
            ident: numbers[part.casefold()]
            for ident, part in parts.items()
            if part.casefold() in numbers
        }
        return Climb(wanted, known)
    if not wanted and _FEWEST_PARTS <= len(set(parts.values())) <= _MOST_PARTS:
        return _by_parts(parts)
    if wanted in STANDARD:
        return Climb(STANDARD[wanted], {})
    bookish = len(_BOOKISH.findall(article.text)) > len(_FILMIC.findall(article.text))
    return Climb(STANDARD["book" if bookish else "film"], {})


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
