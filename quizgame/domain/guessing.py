"""Players who have not read a word of the story, and what they win by it.

Each plays the cards with choices as they are written, one card after the other, and knows only
what is on the card, how many choices are right, and what was right on the cards before. Typed and
ordering cards cannot be guessed so. Where a player cannot tell choices apart it throws dice, of
which the average counts, so the outcome is certain. A statement is True or False: only "always
the first" and "what was right most often" have a view on it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import comb, sqrt

from quizgame.domain.cards import SeveralRight, SingleChoice
from quizgame.domain.choicerules import echoed
from quizgame.domain.columns import width
from quizgame.domain.findings import issue
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.items import Item
from quizgame.domain.oddities import fit, oddness
from quizgame.domain.packrules import TOP
from quizgame.domain.telling import bare
from quizgame.domain.thresholds import Threshold

Seen = Counter[tuple[str, ...]]
"""How often each answer has been right so far."""
Strategy = Callable[[Item, Seen], Sequence[float]]
"""What a player thinks of each option: it picks those it thinks most of."""
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a player won: cards answered right against what chance gives, and its standard error.

    `views` is how many cards it tells choices apart on; `gains` holds each card that it answered
    better than chance, most so first.
    """

    player: str
    cards: int
    views: int
    hits: float
    chance: float
    error: float
    gains: tuple[Item, ...]

    @property
    def beats_chance(self) -> bool:
        """Whether it won more than chance and two standard errors give, on cards enough."""
        bound = self.chance + Threshold.STANDARD_ERRORS.number * self.error
        return self.views >= Threshold.LEAST_CARDS.number and self.hits > bound


def outcomes(items: Sequence[Item]) -> tuple[Outcome, ...]:
    """Return what each know-nothing player wins on the cards of a pack, in the order given."""
    played = [item for item in items if isinstance(_kind(item), SingleChoice | SeveralRight)]
    return tuple(_played(name, strategy, played) for name, strategy in PLAYERS.items())


def guessed(items: Sequence[Item]) -> Iterator[Issue]:
    """Yield a finding for each player that beats chance, with the cards that gave most away."""
    for outcome in outcomes(items):
        if outcome.beats_chance:
            lines = ", ".join(str(item.draft.line) for item in outcome.gains[:_MOST_NAMED])
            message = (
                f"'{outcome.player}' answers {outcome.hits:.1f} of {outcome.cards} cards, where "
                f"chance gives {outcome.chance:.1f} (standard error {outcome.error:.1f}); "
                f"most by the cards on lines {lines}"
            )
            yield issue(Flaw.GUESSED, TOP, message)


def _kind(item: Item) -> object:
    return item.draft.card.kind


def _played(name: str, strategy: Strategy, items: Sequence[Item]) -> Outcome:
    seen: Seen = Counter()
    hits = chance = variance = 0.0
    views = 0
    gains: list[tuple[float, Item]] = []
    for item in items:
        kind = item.draft.card.kind
        right, of = kind.right_options(), len(kind.options)
        hit, ways = _picked(strategy(item, seen), right)
        # Right by chance once in `by_luck`; told apart are only `by_luck / ways` groups.
        by_luck = comb(of, len(right))
        hits, chance, views = hits + hit, chance + 1 / by_luck, views + (ways < by_luck)
        variance += 1 / (ways * by_luck) - 1 / by_luck**2
        if hit > 1 / by_luck:
            gains.append((hit - 1 / by_luck, item))
        seen.update(bare(word) for word in kind.right_words())
    most = sorted(gains, key=lambda gain: -gain[0])
    cards = tuple(item for _, item in most)
    return Outcome(name, len(items), views, hits, chance, sqrt(variance), cards)


def _picked(thought: Sequence[float], right: frozenset[int]) -> tuple[float, int]:
    """Return the share of a player's equally good picks that is right, and their number."""
    ranked = sorted(thought, reverse=True)
    cut = ranked[len(right) - 1]
    sure = {n for n, worth in enumerate(thought) if worth > cut}
    tied = {n for n, worth in enumerate(thought) if worth == cut}
    ways = comb(len(tied), len(right) - len(sure))
    hit = sure <= right <= sure | tied
    return (1 / ways if hit else 0.0), ways


def _longest(item: Item, _seen: Seen) -> Sequence[float]:
    return [width(option.text) for option in item.choices] or _no_view(item)


def _first(item: Item, _seen: Seen) -> Sequence[float]:
    return [-number for number, _ in enumerate(item.draft.card.kind.options)]


def _frequent(item: Item, seen: Seen) -> Sequence[float]:
    return [seen[bare(option)] for option in item.draft.card.kind.options]


def _overlap(item: Item, _seen: Seen) -> Sequence[float]:
    return [len(echoed(item, option)) for option in item.choices] or _no_view(item)


def _pronoun(item: Item, _seen: Seen) -> Sequence[float]:
    """Think well of what agrees with the stem, ill of what does not."""
    worth = {True: 1, False: -1, None: 0}
    fits = (fit(item, option) for option in item.choices)
    return [sum(worth[aspect] for aspect in aspects) for aspects in fits] or _no_view(item)


def _elimination(item: Item, _seen: Seen) -> Sequence[float]:
    return [-odd for odd in oddness(item)] or _no_view(item)


def _no_view(item: Item) -> Sequence[float]:
    return [0.0] * len(item.draft.card.kind.options)


PLAYERS: dict[str, Strategy] = {
    "always the longest": _longest,
    "always the first": _first,
    "what was right most often": _frequent,
    "most words of the stem": _overlap,
    "what agrees by grammar": _pronoun,
    "not the odd one out": _elimination,
}
