"""Hostile packs: what is said of each, and that nothing is left on the disk."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.archives import ARCHIVES
from tests.hostile.trying import tried

SAYS = "hostile packs that are refused, each with its sentence, and what they leave on the disk"


def figure() -> Iterator[str]:
    """Yield a line for each archive and, last, how many were refused."""
    refused = left = 0
    longest = 0.0
    with TemporaryDirectory() as folder:
        for number, hostile in enumerate(ARCHIVES):
            one = tried(hostile, Path(folder) / str(number))
            longest = max(longest, one.seconds)
            refused += bool(one.said)
            left += len(one.left)
            yield f"{hostile.name:40}{one.said or 'TAKEN'}{' LEFT ' * bool(one.left)}"
    yield (
        f"hostile {refused} of {len(ARCHIVES)} refused; files left on the disk: {left}; "
        f"the slowest took {longest:.2f} s"
    )
