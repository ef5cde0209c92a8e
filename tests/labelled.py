"""The hand-labelled corpus: small texts, each a leak or safe at its tier, by story and channel.

Labelled by readers who had not seen the checker; the held-out stories were never tuned against.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from quizgame.domain.drafts import Said
from quizgame.domain.leaks import Checker
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import Ladder, Tier

FOLDER = Path(__file__).resolve().parent / "corpus"
NAMED = (
    "name", "alias", "possessive", "inflection", "hangul", "negation", "joke", "homonym", "face",
)  # fmt: skip
"""Channels in which the later term itself stands in the text."""
UNSEEN = ("pronoun", "knowledge")
"""Channels that no static check can see."""
CHANNELS = (*NAMED, "presupposition", *UNSEEN)


@dataclass(frozen=True, slots=True)
class Case:
    """One text at a tier, and what a person says of it."""

    story: str
    split: str
    id: str
    tier: int
    where: str
    channel: str
    leak: bool
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """The terms of a story, made ready for the checker, and its cases."""

    title: str
    split: str
    checker: Checker
    cases: tuple[Case, ...]

    def flags(self, case: Case) -> tuple[str, ...]:
        """Return the codes the checker finds in a case."""
        said = Said(case.where, case.text, 1, 1)
        return tuple(issue.code for issue in self.checker.of_text(said, case.tier))


def stories() -> tuple[Story, ...]:
    """Return every story of the corpus."""
    return tuple(_story(path) for path in sorted(FOLDER.glob("*.yaml")))


def _story(path: Path) -> Story:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    tiers = [str(tier) for tier in data["ladder"]]
    written = [
        Term(
            id=row["id"],
            tier=tiers.index(row["tier"]),
            names=tuple(str(n) for n in (row.get("name"), *row.get("aliases", ())) if n),
            fact=row.get("fact", ""),
            sort=row.get("sort", ""),
            exact=bool(row.get("exact")),
            mentions=tuple(row.get("mentions", ())),
        )
        for row in data["terms"]
    ]
    terms, _ = settled(written)
    cases = tuple(
        Case(
            story=data["story"],
            split=data["split"],
            id=row["id"],
            tier=tiers.index(row["tier"]),
            where=row["where"],
            channel=row["channel"],
            leak=row["leak"],
            text=str(row["text"]),
        )
        for row in data["cases"]
    )
    ladder = Ladder(tuple(Tier(tier, tier) for tier in tiers))
    return Story(data["story"], data["split"], Checker(Glossary(terms), ladder), cases)
