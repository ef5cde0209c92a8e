"""How far a download is: a bar that grows on a terminal, plain lines elsewhere."""

import sys
import time

_WIDTH = 30
_NAME = 24
_LINE = 79
_SECONDS_BETWEEN = 0.1


class Bar:
    """Hears of a download and tells of it where errors are told, so that output stays clean."""

    def __init__(self, name: str) -> None:
        # As much of an address as leaves room for the bar.
        self._name = name if len(name) <= _NAME else f"...{name[3 - _NAME :]}"
        self._begun = self._open = False
        self._next = 0.0

    def __call__(self, here: int, total: int | None) -> None:
        """Hear that `here` bytes of `total` are here."""
        if not sys.stderr.isatty():
            self._in_lines(here, total)
            return
        now, whole = time.monotonic(), here == total
        if now >= self._next or whole:
            self._next, self._open = now + _SECONDS_BETWEEN, not whole
            line = f"\r{self._line(here, total):<{_LINE}}"
            print(line, end="\n" if whole else "", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line of a bar that did not come to its end."""
        if self._open:
            self._open = False
            print(file=sys.stderr)

    def _line(self, here: int, total: int | None) -> str:
        if not total:
            return f"{self._name}  {_size(here)}"
        full = _WIDTH * here // total
        bar = "#" * full + "." * (_WIDTH - full)
        return f"{self._name}  [{bar}]  {_size(here)} of {_size(total)}"

    def _in_lines(self, here: int, total: int | None) -> None:
        if not self._begun:
            self._begun = True
            before = f", {_size(here)} of it are here already" if here else ""
            size = f" ({_size(total)}{before})" if total else ""
            print(f"{self._name}: fetching{size}", file=sys.stderr)
        if here == total:
            print(f"{self._name}: fetched", file=sys.stderr)


def _size(count: int) -> str:
    """Return a number of bytes as people say it; nothing but nothing is 0 KB."""
    return f"{-(-count // 1_000)} KB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"  # noqa: PLR2004
