"""Days as people live them, and in words that no locale changes."""

from datetime import date
from functools import lru_cache

from quizgame.domain.tallies import QUARTER

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@lru_cache(maxsize=4096)
def day_of_quarter(quarter: float) -> int | None:
    """Return the day here at so many quarters of an hour since 1970; see `local_day`."""
    try:
        return date.fromtimestamp(quarter * QUARTER).toordinal()  # noqa: DTZ012 (the day here)
    except (ValueError, OverflowError, OSError):
        # A clock that went astray names a year that no calendar has.
        return None


def local_day(at: float) -> int | None:
    """Return the day here at a time, as days since the year 1; None for one that cannot be."""
    return day_of_quarter(at // QUARTER)


def in_words(day: date) -> str:
    """Return a day as it is read: 26 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_of(at: float) -> str:
    """Return the day of a moment in words."""
    number = local_day(at)
    return "a day unknown" if number is None else in_words(date.fromordinal(number))
