"""Whether what is rehearsed is remembered better than what is reviewed otherwise, as often.

Simulated people play rounds of cards that are new to them, and review for three months. One
rehearses in the game as it is, its clock moved by hand; each day the others review as many cards
as that one answered, chosen in another way. A card that is missed and comes once more counts, too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from random import Random
from statistics import mean, stdev
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.settings import Settings
from quizgame.services.projector import Projector
from quizgame.services.rehearsing import Rehearsing
from quizgame.services.shelf import Shelf
from quizgame.services.trail import TITLE
from quizgame.storage.database import open_memory
from quizgame.storage.kept import SavedAnswer
from quizgame.storage.progress import Progress
from tests.figures.learners import DAY, Activation, Forgetting, Memory, remembered
from tests.support import LOW

SAYS = "cards remembered after 30, 60 and 90 days: rehearsed, reviewed at random, and other ways"
PEOPLE = 20
CARDS = 390
ROUND = 10
TESTS = (30, 60, 90)
EVENING = 1_700_000_000.0 // DAY * DAY + 18.12 * 3600
"""When the first day's sitting is: near midnight nowhere."""
BETWEEN = 20.0
"""Seconds from one card to the next."""
CHOICES = 4
REHEARSED, RANDOM, OLDEST, NONE = WAYS = ("rehearsal", "random", "oldest first", "no review")
MEMORIES: Mapping[str, Callable[[int, int], Memory]] = {
    "activation (Pavlik & Anderson 2005)": Activation,
    "forgetting rates (Tabibian et al. 2019)": Forgetting,
}


def plays_on(day: int) -> bool:
    """Tell whether a round is played on a day: three times a week, as long as it goes on."""
    return day % 7 in {0, 2, 4}


def plays_one_pack(day: int) -> bool:
    """Tell whether a round is played on a day: eight days in a row, and no card is new then."""
    return day < 8


PLAYS = {"three rounds of ten a week": plays_on, "eight rounds, then nothing new": plays_one_pack}


@dataclass(slots=True)
class Learner:
    """One person who reviews in one way: what they remember, and when each card was last met."""

    memory: Memory
    dice: Random
    met: dict[int, float] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)

    def answers(self, card: int, now: float) -> bool:
        """Tell whether the answer is right; who does not remember guesses among the choices."""
        known = self.memory.recall(card, now) if card in self.met else self.memory.first(card)
        recalled = self.dice.random() < known
        self.memory.meet(card, now, recalled=recalled)
        self.met[card] = now
        return recalled or self.dice.random() < 1 / CHOICES

    def test(self, now: float) -> None:
        """Note which share of the cards that were ever met is remembered."""
        self.shares.append(remembered(self.memory, self.met, now))


class Rehearser:
    """A learner who sits at the game: everything is chosen, kept and reckoned by it."""

    def __init__(self, shelf: Shelf, learner: Learner) -> None:
        self._learner = learner
        self.now = EVENING
        self._progress = Progress(open_memory(), None, on_disk=False)
        self._part = Rehearsing(
            shelf, self._progress, Projector(shelf), [], now=lambda: self.now, settings=Settings
        )

    def play(self, cards: Sequence[int]) -> None:
        """Play a round of cards that are new."""
        run = self._progress.begin_run("lighthouse", "", self.now)
        for card in cards:
            verdict = "right" if self._learner.answers(card, self.now) else "wrong"
            answer = SavedAnswer(f"c{card}", verdict, 0, 5.0, self.now)
            self._progress.save_answer(run, "lighthouse", answer, "")
            self.now += BETWEEN
        self._progress.end_run(run, self.now)

    def rehearse(self) -> int:
        """Rehearse what is due today; return how many cards were answered."""
        trail = self._part.send(want.Go("rehearsal"), (TITLE,))
        assert trail is not None
        answered = 0
        while isinstance(view := self._part.view(trail[-1]), views.AskView):
            card = int(view.stem.rpartition(" ")[2].rstrip("?"))
            right = self._learner.answers(card, self.now)
            self._part.send(want.Pick(_place(view, right=right)), trail)
            self._part.send(want.Next(), trail)
            self.now += BETWEEN
            answered += 1
        return answered

    def close(self) -> None:
        """Let go of what was kept."""
        self._progress.close()


def _place(view: views.AskView, *, right: bool) -> int:
    assert isinstance(view.body, views.PickOne)
    said = [option.text.startswith("Right") for option in view.body.options]
    return said.index(right)


def shelf_in(folder: Path) -> Shelf:
    """Return a shelf with the pack that is learned."""
    cards = "".join(
        f"  - {{id: c{n}, tier: start, kind: choice, category: All, difficulty: 1,\n"
        f"     stem: 'What goes with {n}?', why: It does.,\n"
        f"     choices: [Right {n}, Left {n}, Up {n}, Down {n}], answer: Right {n}}}\n"
        for n in range(CARDS)
    )
    (folder / "pack.yaml").write_text(f"{LOW}cards:\n{cards}", encoding="utf-8")
    return Shelf((folder,))


def _reviewed(way: str, learner: Learner, count: int) -> list[int]:
    """Return the cards that are reviewed on a day, as many as were rehearsed."""
    known = sorted(learner.met, key=lambda card: learner.met[card])
    if way == NONE or not known:
        return []
    if way == RANDOM:
        learner.dice.shuffle(known)
    return [known[n % len(known)] for n in range(count)]


@dataclass(frozen=True, slots=True)
class Life:
    """What came of one person: by way the share remembered at each test, and reviews in all."""

    shares: Mapping[str, Sequence[float]]
    reviews: int

    def ahead(self, of: str, test: int) -> float:
        """Return by which share more is remembered with rehearsal than in another way."""
        return self.shares[REHEARSED][test] - self.shares[of][test]


def lived(
    shelf: Shelf, make: Callable[[int, int], Memory], seed: int, plays: Callable[[int], bool]
) -> Life:
    """Let one person live through three months in each way, at the same cost every day."""
    learners = {way: Learner(make(CARDS, seed), Random(f"{way}:{seed}")) for way in WAYS}
    game, done, new = Rehearser(shelf, learners[REHEARSED]), 0, list(range(CARDS))
    Random(f"new:{seed}").shuffle(new)
    for day in range(TESTS[-1] + 1):
        game.now = now = EVENING + day * DAY
        if day in TESTS:
            for learner in learners.values():
                learner.test(now)
        round_of, new = (new[:ROUND], new[ROUND:]) if plays(day) else ([], new)
        count = game.rehearse()
        game.play(round_of)
        done += count
        for way in WAYS[1:]:
            for place, card in enumerate([*_reviewed(way, learners[way], count), *round_of]):
                learners[way].answers(card, now + place * BETWEEN)
    game.close()
    return Life({way: learner.shares for way, learner in learners.items()}, done)


def figure(people: int = PEOPLE) -> Iterator[str]:
    """Yield a table for each memory and, last, how much rehearsal is ahead of random review."""
    ahead: dict[str, list[str]] = {named: [] for named in PLAYS}
    with TemporaryDirectory() as folder:
        shelf = shelf_in(Path(folder))
        for named, plays in PLAYS.items():
            for memory, make in MEMORIES.items():
                lives = [lived(shelf, make, seed, plays) for seed in range(people)]
                yield f"{named}; {memory}; {people} people"
                yield from _table(lives)
                ahead[named].append(_interval([life.ahead(RANDOM, -1) for life in lives], "+"))
    told = "; ".join(f"{' and '.join(gains)} with {named}" for named, gains in ahead.items())
    yield f"rehearsal is ahead of random review at day 90 by points: {told}"


def _table(lives: Sequence[Life]) -> Iterator[str]:
    reviews = mean(life.reviews for life in lives) / TESTS[-1]
    yield f"  {f'{reviews:.1f} reviews a day':24}" + "".join(f"{f'day {n}':>14}" for n in TESTS)
    tests = range(len(TESTS))
    for way in WAYS:
        told = [_interval([life.shares[way][test] for life in lives]) for test in tests]
        yield f"  {way:24}" + "".join(f"{each:>14}" for each in told)
    for way in (RANDOM, OLDEST):
        told = [_interval([life.ahead(way, test) for life in lives], "+") for test in tests]
        yield f"  {f'ahead of {way}':24}" + "".join(f"{each:>14}" for each in told)


def _interval(values: Sequence[float], sign: str = "") -> str:
    """Return the mean of shares in per cent, and half of its 95 % interval."""
    half = 1.96 * stdev(values) / sqrt(len(values))
    return f"{100 * mean(values):{sign}.1f} ± {100 * half:.1f}"
