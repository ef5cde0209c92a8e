"""Files that commands make: there whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """Give a path to write at; what is there after the block takes the place of `output`.

    OSError, which then names `output`, leaves what stood there as it was.
    """
    half_made = output.with_name(f".{output.name}.part")
    try:
        yield half_made
        half_made.replace(output)
    except OSError as error:
        error.filename = str(output)
        raise
    finally:
        half_made.unlink(missing_ok=True)
