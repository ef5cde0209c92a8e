"""A language model as the rest of the program sees it: it is asked, and something comes back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

Hear = Callable[[int], None]
"""Is told how many characters of an answer are here."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question: what is wanted of the model, and the data it is about, in JSON."""

    rules: str = field(repr=False)
    data: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it came, and the tokens its server counted, None where it did not say."""

    text: str = field(repr=False)
    tokens: int | None = None


class ModelError(Exception):
    """No answer came; its words are one sentence for a person.

    `ends` tells that asking on about other parts is of no use now.
    """

    def __init__(self, sentence: str, *, ends: bool = True) -> None:
        super().__init__(sentence)
        self.ends = ends


class Model(Protocol):
    """Whoever can be asked."""

    @property
    def name(self) -> str:
        """What the model is called."""

    def answer(self, asking: Asking, hear: Hear) -> Said:
        """Return what it says; ModelError when nothing can be had."""
