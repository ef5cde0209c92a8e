"""How much the leak checker finds in texts labelled by hand, and how often it cries wolf."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt

from tests.labelled import CHANNELS, NAMED, UNSEEN, Case, stories

SAYS = "recall and precision of the leak checker on hand-labelled texts (goal: 0.95 and 0.8)"
_Z = 1.96


def figure() -> Iterator[str]:
    """Yield a table a split by channel and, last, the held-out figure on named channels."""
    last = ""
    for split in ("tuning", "held-out"):
        told = [s for s in stories() if s.split == split]
        flagged = [(case, bool(s.flags(case))) for s in told for case in s.cases]
        titles = ", ".join(story.title for story in told)
        yield f"{split}: {len(flagged)} texts of {len(told)} stories ({titles})"
        yield f"  {'channel':16}{'leaks':>7}{'safe':>6}   recall              precision"
        for channel in CHANNELS:
            yield f"  {channel:16}{_row((c, f) for c, f in flagged if c.channel == channel)}"
        named = [(c, f) for c, f in flagged if c.channel in NAMED]
        seen = [(c, f) for c, f in flagged if c.channel not in UNSEEN]
        yield f"  {'named, all':16}{_row(named)}"
        yield f"  {'seen, all':16}{_row(seen)}"
        recall, precision = _measured(named)
        last = (
            f"corpus {split}, named channels: recall {_told(*recall)}, "
            f"precision {_told(*precision)}"
        )
    yield (
        "no static check sees the channels pronoun and knowledge; what protects a player there is "
        "the tier its author gives a card (when in doubt the higher), and the certificate to read"
    )
    yield last


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = hits / of, _Z * _Z
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def _measured(cases: Iterable[tuple[Case, bool]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return (caught, leaks) and (caught, flagged)."""
    count = Counter((case.leak, flag) for case, flag in cases)
    caught = count[True, True]
    return (caught, caught + count[True, False]), (caught, caught + count[False, True])


def _row(cases: Iterable[tuple[Case, bool]]) -> str:
    listed = list(cases)
    recall, precision = _measured(listed)
    return f"{recall[1]:7}{len(listed) - recall[1]:6}   {_told(*recall):20}{_told(*precision)}"


def _told(hits: int, of: int) -> str:
    if of == 0:
        return "-"
    low, high = wilson(hits, of)
    return f"{hits / of:.3f} [{low:.3f}, {high:.3f}]"
