"""At which tier a passage may be known, told from the article's structure; in doubt the higher."""

import math
import re
from typing import Literal

from quizgame.domain.evidence import Section
from quizgame.domain.tiers import LOWEST, Ladder
from quizgame.generate.article import OPENING, Article, Sentence
from quizgame.generate.facts import Fact
from quizgame.generate.ladders import Climb, says_only_a_part
from quizgame.generate.relations import RELATIONS
from quizgame.generate.storytitle import story_title

Part = Literal["opening", "cast", "premise", "synopsis", "ending"]
EARLY = 1
_CAST = re.compile(
    r"\bcast\b|\bcharacters\b|who(?:['’]s| is) who|"
    r"who (?:is|are|plays) .*\bin\b.*\bcast|where to watch|"
    r"release date|imdb|\brating\b",
    re.IGNORECASE,
)
_PREMISE = re.compile(
    r"\bpremise\b|\babout\b|set-?up|introduction|overview|background", re.IGNORECASE
)
_SYNOPSIS = re.compile(
    r"\bsynopsis\b|\bplot\b|\bsummary\b|\brecap\b|\bstory so far\b|\bthe story\b",
    re.IGNORECASE,
)
_HAPPENS_IN = re.compile(r"\bwhat happens in (?P<what>[^?!]+)", re.IGNORECASE)
_IN_ALL = re.compile(
    r"(?:the|this) (?:book|film|movie|novel|play|series|story|tale)\b", re.IGNORECASE
)
_ENDING = re.compile(
    r"\bend(?:ing|s)?\b|explained|final|\blast\b|twist|\bdies?\b|death|kill|murder|truth|secret|reveal|mean",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:reveal\w*|truth|actually|in reality|secretly|in fact|turns? out|turned out|twist|"
    r"finally|ultimately|at last|in the end|eventually|later|afterwards|the end|ending|final|"
    r"dies|died|dead|"
    r"death|kill\w*|murder\w*|suicide|demise|own life|fate|in disguise|all along|all the time|"
    r"real name|was once|spoiler\w*|betray\w*|vanish\w*|executed|hanged)\b",
    re.IGNORECASE,
)


def part_of(section: Section, story: str) -> Part:
    """Return what kind of part a section is, by its heading and the title of the story."""
    if section.id == OPENING:
        return "opening"
    if _CAST.search(section.title):
        return "cast"
    if _tells_all(section.title, story) and not _ENDING.search(section.title):
        return "synopsis"
    if _PREMISE.search(section.title) and not _ENDING.search(section.title):
        return "premise"
    return "ending"


def _tells_all(title: str, story: str) -> bool:
    """Tell whether a section tells the whole story; "What happens in the storm?" does not."""
    found = _HAPPENS_IN.search(title)
    within = found["what"].strip(" \"'“”‘’*_.").casefold() if found else ""
    named = bool(within) and (within == story.casefold() or bool(_IN_ALL.fullmatch(within)))
    return named or bool(_SYNOPSIS.search(title))


def told_late(article: Article, fact: Fact) -> bool:
    """Tell whether a fact is told in the last third of an article, as what becomes of people is."""
    places = [one.place for one in article.paragraphs]
    told = [(one.section, one.paragraph) for one in fact.evidence]
    late = set(places[2 * len(places) // 3 :])
    return not told or any(one in late for one in told)


class Tiers:
    """Proposes tiers for the sentences of one article."""

    def __init__(self, article: Article, climb: Climb) -> None:
        self.ladder: Ladder = climb.ladder
        self._numbered = climb.of_sections
        story = story_title(article.title, article.text)
        self.parts = {one.id: part_of(one, story) for one in article.sections}
        self._counts = {one.id: len(article.of_section(one.id)) for one in article.sections}
        order = [one.id for one in article.sections]
        ends = [n for n, ident in enumerate(order) if self.parts[ident] == "ending"]
        told = [n for n, ident in enumerate(order) if self.parts[ident] == "synopsis"]
        # A synopsis with no ending after it tells the ending itself.
        self._whole = {order[n] for n in told if not any(end > n for end in ends)}
        self._headed = article.headed

    @property
    def top(self) -> int:
        """The highest tier."""
        return self.ladder.top

    def of_sentence(self, sentence: Sentence) -> int:
        """Return the tier at which the story itself has told what a sentence tells."""
        section, number = sentence.place
        if section in self._numbered:
            return self._numbered[section]
        part = self.parts[section]
        apart = bool(self._numbered) and part not in {"premise", "cast"}
        if part == "ending" or apart or (not self._headed and number > 1):
            return self.top
        if _TELLING.search(sentence.text):
            return self.top
        if part == "synopsis":
            last = self.top if section in self._whole else max(EARLY, self.top - 1)
            return max(EARLY, math.ceil(number / max(1, self._counts[section]) * last))
        if part == "opening" and number > 1:
            return max(EARLY, self.top - 1)
        return min(EARLY, self.top)

    def of_fact(self, relation: str, sentence: Sentence) -> int:
        """Return the tier of such a fact, from where it is told; the names in it may raise it."""
        timing = RELATIONS[relation].timing
        section, _ = sentence.place
        part = self.parts[section]
        if timing == "open" and part != "ending" and section not in self._numbered:
            return LOWEST
        here = self.of_sentence(sentence)
        if section in self._numbered:
            return here
        if timing == "end":
            return self.top
        if timing == "deed" and part in {"opening", "premise"}:
            return max(here, min(EARLY + 1, self.top))
        return here

    def of_title(self, section: Section, *, names_people: bool) -> int:
        """Return the tier from which a heading may be shown."""
        if section.id in self._numbered:
            plain = says_only_a_part(section.title) or any(
                section.title.strip().casefold() == tier.label.casefold()
                for tier in self.ladder.tiers
            )
            return self._numbered[section.id] if plain else self.top
        quiet = self.parts[section.id] not in {"opening", "ending"} and not names_people
        return LOWEST if quiet else self.top
