"""The labelled cards: small packs, each card labelled by hand with the rules that it breaks."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quizgame.domain import itemrules
from quizgame.domain.drafts import PackDraft
from quizgame.domain.evidence import fingerprint
from quizgame.domain.flaws import Flaw
from quizgame.storage.packfile import read_pack

FOLDER = Path(__file__).resolve().parent / "items"
RULES = {
    "length": Flaw.STANDS_OUT,
    "often-longest": Flaw.OFTEN_LONGEST,
    "same-place": Flaw.SAME_PLACE,
    "above": Flaw.ALL_OF_THE_ABOVE,
    "negative": Flaw.NEGATIVE,
    "grammar": Flaw.GRAMMAR,
    "clang": Flaw.CLANG,
    "answer-in-stem": Flaw.ANSWER_IN_STEM,
    "overlap": Flaw.OVERLAP,
    "kinds": Flaw.KINDS,
    "one-key": Flaw.ONE_KEY,
    "dangling": Flaw.DANGLING,
    "twice": Flaw.TWICE,
    "given-away": Flaw.GIVEN_AWAY,
    "evidence": Flaw.EVIDENCE,
    "too-long": Flaw.TOO_LONG,
    "note": Flaw.NO_NOTE,
}
"""The words of the labels."""
_LABELS = {flaw.code: word for word, flaw in RULES.items()}
_HEAD = {
    "format": 1,
    "id": "labelled",
    "kind": "book",
    "licence": "CC0-1.0",
    "authors": ["The quizgame authors"],
    "poster": ["#123456", "#abcdef"],
    "tiers": [{"id": "start", "label": "Start"}, {"id": "end", "label": "End"}],
    "notes": [{"id": "heavy", "label": "Heavy themes"}],
}
_CARD = {"tier": "start", "category": "Story", "why": "So it is told.", "difficulty": 1}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A card or a whole pack, the rules a person says it breaks, and those the checker names."""

    story: str
    card: str
    labels: frozenset[str]
    found: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """A small pack, whether rules were tuned on it, and what is said of its cards."""

    title: str
    split: str
    language: str
    draft: PackDraft
    judgements: tuple[Judgement, ...]


def stories() -> tuple[Story, ...]:
    """Return every labelled story."""
    return tuple(_story(path) for path in sorted(FOLDER.glob("*.yaml")))


def _story(path: Path) -> Story:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    explainer = data.get("explainer", "")
    draft = _drafted(data, explainer)
    told: dict[str, set[str]] = {}
    for card, issue in itemrules.found(draft, explainer or None):
        if issue.code in _LABELS:
            word = _LABELS[issue.code]
            told.setdefault(card.card.id if card else "", set()).add(word)
    labels = {"": data["pack"], **{row["id"]: row["breaks"] for row in data["cards"]}}
    judgements = (
        Judgement(data["story"], ident, frozenset(words), frozenset(told.get(ident, ())))
        for ident, words in labels.items()
    )
    return Story(data["story"], data["split"], data["language"], draft, tuple(judgements))


def _drafted(data: dict[str, Any], explainer: str) -> PackDraft:
    """Return the story as a pack; a card that `cites` a number has that paragraph's place."""
    first, *paragraphs = [line for line in explainer.splitlines() if line.strip()] or [""]
    head = {**_HEAD, "title": data["story"], "language": data["language"], "terms": data["terms"]}
    if explainer:
        sections = [{"id": "all", "title": first, "tier": "start"}]
        sha = f"sha256:{'0' * 64}"
        head["source"] = {"title": first, "fingerprint": sha, "sections": sections}
    cards = [_card(row, paragraphs) for row in data["cards"]]
    text = yaml.safe_dump({**head, "cards": cards}, allow_unicode=True, sort_keys=False)
    loaded = read_pack(text.encode(), "labelled.yaml")
    assert loaded.draft is not None, loaded.issues
    assert not loaded.issues, loaded.issues
    return loaded.draft


def _card(row: dict[str, Any], paragraphs: list[str]) -> dict[str, Any]:
    card = {**_CARD, **{name: row[name] for name in row if name not in {"breaks", "cites"}}}
    card["kind"] = _kind(row)
    if "cites" in row:
        gone = row["cites"] == "gone"
        number = 1 if gone else row["cites"]
        passage = "0" * 16 if gone else fingerprint(paragraphs[number - 1])
        card["source"] = {"section": "all", "paragraph": number, "passage": passage}
    return card


def _kind(row: dict[str, Any]) -> str:
    if "choices" in row:
        return "several" if "answers" in row else "choice"
    if "steps" in row:
        return "order"
    return "typed" if "answers" in row else "true-false"
