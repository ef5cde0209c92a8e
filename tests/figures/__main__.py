"""Take a measurement by name: what was measured line by line, the figure on the last line."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

NAMES = (
    "start",
    "shelf",
    "frame",
    "idle",
    "lines",
    "cards",
    "evidence",
    "corpus",
    "checker",
    "rules",
    "check",
    "leaks",
    "property",
    "fairness",
    "hostile",
    "generate",
)


def main() -> int:
    """List the figures, or take one."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    parser = argparse.ArgumentParser(prog="python -m tests.figures", description=__doc__)
    parser.add_argument("name", nargs="?", choices=NAMES)
    parser.add_argument("--source", type=Path, help="the explainer, as text (for evidence)")
    wanted = parser.parse_args()
    if wanted.name is None:
        for name in NAMES:
            say(f"{name:10}{import_module(f'tests.figures.{name}').SAYS}")
        return 0
    if (wanted.name == "evidence") != (wanted.source is not None):
        parser.error("evidence, and it alone, needs --source FILE")
    further = (wanted.source,) if wanted.source else ()
    for line in import_module(f"tests.figures.{wanted.name}").figure(*further):
        say(line)
    return 0


def say(line: str) -> None:
    """Write a line at once, for those who wait."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
