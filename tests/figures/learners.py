"""Simulated people who forget: two memories from the literature, neither of them the scheduler's.

Time is in seconds. A card is met when it is asked, and its answer is always shown afterwards. How
far people and cards are apart is thrown from a seed; those numbers are ours.
"""

from collections.abc import Collection
from math import exp, log
from random import Random
from typing import Protocol

DAY = 86_400.0


class Memory(Protocol):
    """What one person remembers of some cards, by number."""

    def first(self, card: int) -> float:
        """Return the chance (0-1) that a card is known from the film, before it was ever asked."""

    def recall(self, card: int, now: float) -> float:
        """Return the chance (0-1) that a card comes to mind; 0 for one that was never met."""

    def meet(self, card: int, now: float, *, recalled: bool) -> None:
        """Let the person be asked a card, and see its answer."""


class Activation:
    """Traces that decay as powers of time, and the faster the more active a card was when met.

    Pavlik & Anderson (2005), Cognitive Science 29, 559-586, with a strength of person and card as
    in their paper of 2008 (Journal of Experimental Psychology: Applied 14, 101-117). Between
    sittings time passes slowly in it: less interferes. What is met once comes to mind after a
    month in about half of all cases, of some cards nearly always and of others hardly ever.
    """

    SLOWER = 0.025
    SCALE, THRESHOLD, NOISE = 0.217, -0.704, 0.255
    OWN, APART = (1.2, 0.25), 0.8
    """How strong people are, and how far cards are apart (mean and standard deviation, ours)."""

    def __init__(self, cards: int, seed: int) -> None:
        dice = Random(f"activation:{seed}")
        own = dice.gauss(*self.OWN)
        self._least = max(0.08, dice.gauss(0.177, 0.02))
        self._apart = [dice.gauss(0.0, self.APART) for _ in range(cards)]
        self._strength = [own + apart for apart in self._apart]
        self._traces: list[list[tuple[float, float]]] = [[] for _ in range(cards)]

    def first(self, card: int) -> float:
        """See `Memory`."""
        return 1 / (1 + exp(-self._apart[card] / self.APART))

    def recall(self, card: int, now: float) -> float:
        """See `Memory`."""
        if not self._traces[card]:
            return 0.0
        return 1 / (1 + exp((self.THRESHOLD - self._active(card, now)) / self.NOISE))

    def meet(self, card: int, now: float, *, recalled: bool) -> None:
        """See `Memory`; as its answer is shown, a card that was missed leaves the same trace."""
        del recalled
        active = exp(self._active(card, now)) if self._traces[card] else 0.0
        self._traces[card].append((now, self._least + self.SCALE * active))

    def _active(self, card: int, now: float) -> float:
        left = sum(
            max(1.0, (now - then) * self.SLOWER) ** -decay for then, decay in self._traces[card]
        )
        return self._strength[card] + log(left)


class Forgetting:
    """A rate of forgetting for each card: smaller after it came to mind, larger after it did not.

    Tabibian et al. (2019), PNAS 116, 3988-3993. It gains nothing from spacing.
    """

    def __init__(self, cards: int, seed: int) -> None:
        dice = Random(f"forgetting:{seed}")
        self._own = dice.lognormvariate(log(0.12), 0.3) / DAY
        self._rates = [self._own * dice.lognormvariate(0.0, 0.7) for _ in range(cards)]
        self._better, self._worse = dice.uniform(0.2, 0.5), dice.uniform(0.0, 0.4)
        self._met: dict[int, float] = {}

    def first(self, card: int) -> float:
        """See `Memory`."""
        return self._own / (self._own + self._rates[card])

    def recall(self, card: int, now: float) -> float:
        """See `Memory`."""
        if card not in self._met:
            return 0.0
        return exp(-self._rates[card] * (now - self._met[card]))

    def meet(self, card: int, now: float, *, recalled: bool) -> None:
        """See `Memory`."""
        if card in self._met:
            self._rates[card] *= 1 - self._better if recalled else 1 + self._worse
        self._met[card] = now


def remembered(memory: Memory, cards: Collection[int], now: float) -> float:
    """Return the share (0-1) of cards that come to mind."""
    return sum(memory.recall(card, now) for card in cards) / max(1, len(cards))
