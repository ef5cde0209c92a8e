"""The settings a person can change, and the values each may take."""

from collections.abc import Mapping
from dataclasses import dataclass

ROUND_LENGTHS = (5, 10, 20, 0)
"""Cards in a round; 0 means all."""
CLOCKS = (0, 20, 40, 60)
"""Seconds a card; 0 means no clock."""
REHEARSED = (10, 20, 40)
"""Cards that are rehearsed a day at most."""

ROUNDS = (3, 5, 10)
"""Rounds of a game of several: a card each for everyone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting as it is shown: name in the save, label, (value, words) pairs, value in force."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]
    value: str

    @property
    def is_switch(self) -> bool:
        """Whether it is simply on or off."""
        return {value for value, _ in self.values} == {"on", "off"}


_SWITCH = (("off", "Off"), ("on", "On"))
_TABLE = (
    Choice(
        "text_size",
        "Text size",
        tuple((str(n), f"{n}%") for n in (100, 125, 150, 200)),
        "100",
    ),
    Choice("full_screen", "Full screen", _SWITCH, "off"),
    Choice(
        "sound",
        "Sound effects",
        (("0", "Off"), ("30", "Low"), ("70", "Medium"), ("100", "Loud")),
        "70",
    ),
    Choice("reduced_motion", "Reduce motion", _SWITCH, "off"),
    Choice(
        "clock",
        "Clock, from the next round",
        tuple((str(n), f"{n} s" if n else "Off") for n in CLOCKS),
        "0",
    ),
    Choice(
        "round_length",
        "Cards in a round",
        tuple((str(n), str(n) if n else "All") for n in ROUND_LENGTHS),
        "10",
    ),
)
_REHEARSAL = (
    Choice(
        "rehearsal_cards",
        "Cards to rehearse a day",
        tuple((str(n), f"At most {n}") for n in REHEARSED),
        "20",
    ),
    Choice("rehearsal_ratings", "Rate each rehearsed card", _SWITCH, "off"),
)

_OF_A_ROUND = ("clock", "round_length", "rehearsal_cards", "rehearsal_ratings")
_EVENING = (
    Choice("table_way", "How you play", (("pass", "Pass"), ("share", "Share")), "pass"),
    Choice("table_rounds", "Rounds", tuple((str(n), str(n)) for n in ROUNDS), "5"),
    Choice(
        "table_clock",
        "Clock",
        tuple((str(n), f"{n} s" if n else "Off") for n in CLOCKS),
        "0",
    ),
    Choice("table_stakes", "How sure are you?", _SWITCH, "off"),
    Choice("table_bets", "Bets", _SWITCH, "off"),
    Choice("table_steals", "Steals", _SWITCH, "off"),
)
"""The rules of an evening with several players, chosen where they sit down."""


def of_the_machine(name: str) -> bool:
    """Whether a setting is one for all who play here: the window's, and the rules of an evening."""
    return name == "full_screen" or any(name == choice.name for choice in _EVENING)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; a value the table does not know falls back to the usual one."""

    choices: tuple[Choice, ...] = (*_TABLE, *_REHEARSAL, *_EVENING)

    @property
    def everyday(self) -> tuple[Choice, ...]:
        """What the settings page shows."""
        return tuple(self.choice(choice.name) for choice in (*_TABLE, *_REHEARSAL))

    @property
    def anywhere(self) -> tuple[Choice, ...]:
        """What can be changed in the middle of a game of several: it changes no round of one."""
        return tuple(choice for choice in self.everyday if choice.name not in _OF_A_ROUND)

    @property
    def evening(self) -> tuple[Choice, ...]:
        """What is chosen where several sit down to play."""
        return tuple(self.choice(choice.name) for choice in _EVENING)

    @classmethod
    def from_saved(cls, saved: Mapping[str, str]) -> "Settings":
        """Return the settings with the saved values that are still known."""
        settings = cls()
        for name, value in saved.items():
            settings = settings.changed(name, value)
        return settings

    def changed(self, name: str, value: str) -> "Settings":
        """Return the settings with one changed; an unknown name or value changes nothing."""
        return Settings(
            tuple(
                Choice(c.name, c.label, c.values, value)
                if c.name == name and value in dict(c.values)
                else c
                for c in self.choices
            )
        )

    def choice(self, name: str) -> Choice:
        """Return one setting as it is shown."""
        return next(choice for choice in self.choices if choice.name == name)

    def number(self, name: str) -> int:
        """Return a setting whose values are numbers."""
        return int(self.choice(name).value)

    def on(self, name: str) -> bool:
        """Return a switch."""
        return self.choice(name).value == "on"
