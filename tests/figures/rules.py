"""How much of what is wrong with cards the item-writing rules find, and how often they cry wolf.

Set: 208 cards of eight invented stories, six in English and two in Korean, written for this; each
was labelled by the words of the rules before the checker was first run on it, by one person, who
had also written the rules. So the flaws are those that one person thought of, most are plain, and
in other hands both figures may well be lower; a rule has but a few cards, hence the wide intervals.
Rules were mended by what they did on the four stories marked `tuning`; of the others only the
table below was looked at. On the first run of all these had recall 0.893 and precision 0.943.
"""

from collections.abc import Iterable, Iterator, Sequence

from quizgame.domain.guessing import Outcome, outcomes
from quizgame.domain.items import items_of
from quizgame.storage.packfile import load
from quizgame.storage.paths import questions_folder
from tests.figures.corpus import wilson
from tests.labelleditems import RULES, Judgement, Story, stories

SAYS = "recall and precision of the item-writing rules by rule, and what know-nothing players win"


def figure() -> Iterator[str]:
    """Yield a table a split by rule, then the players' outcome on each pack, then all in a line."""
    told = stories()
    last = ""
    for split in ("tuning", "held-out"):
        some = [story for story in told if story.split == split]
        judged = [judgement for story in some for judgement in story.judgements]
        cards = sum(bool(judgement.card) for judgement in judged)
        titles = ", ".join(f"{story.title} ({story.language})" for story in some)
        yield f"{split}: {cards} cards of {len(some)} stories: {titles}"
        yield f"  {'rule':16}{'labelled':>9}{'found':>7}   recall                 precision"
        for rule in RULES:
            yield f"  {rule:16}{_row(judged, [rule])}"
        yield f"  {'all':16}{_row(judged, list(RULES))}"
        last = f"rules {split}: {_in_words(judged)}"
    yield from _players(told)
    yield last


def _row(judged: Iterable[Judgement], rules: Sequence[str]) -> str:
    labelled, found, both = _counted(judged, rules)
    return f"{labelled:9}{found:7}   {_share(both, labelled):23}{_share(both, found)}"


def _in_words(judged: Iterable[Judgement]) -> str:
    labelled, found, both = _counted(judged, list(RULES))
    return f"recall {_share(both, labelled)}, precision {_share(both, found)}"


def _counted(judged: Iterable[Judgement], rules: Sequence[str]) -> tuple[int, int, int]:
    """Return how many flaws are labelled, how many found, and how many are both."""
    pairs = [(rule in j.labels, rule in j.found) for j in judged for rule in rules]
    return sum(a for a, _ in pairs), sum(b for _, b in pairs), sum(a and b for a, b in pairs)


def _share(hits: int, of: int) -> str:
    if of == 0:
        return "-"
    low, high = wilson(hits, of)
    return f"{hits / of:.3f} [{low:.3f}, {high:.3f}]"


def _players(told: Iterable[Story]) -> Iterator[str]:
    """Yield what each know-nothing player wins on each pack that ships, and on each story."""
    packs = [load(path).draft for path in sorted(questions_folder().glob("*.yaml"))]
    for draft in [*filter(None, packs), *(story.draft for story in told)]:
        yield f"know-nothing players on {draft.pack.face.title}"
        yield from map(_outcome, outcomes(items_of(draft)))


def _outcome(outcome: Outcome) -> str:
    over = (outcome.hits - outcome.chance) / (outcome.error or 1.0)
    beats = "  beats chance" if outcome.beats_chance else ""
    return (
        f"  {outcome.player:27}{outcome.hits:6.1f} of {outcome.cards}, chance "
        f"{outcome.chance:5.1f} ± {outcome.error:.1f}: {over:+.1f} standard errors, "
        f"with a view on {outcome.views}{beats}"
    )
