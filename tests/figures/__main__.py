"""Take a measurement by name: what was measured line by line, the figure on the last line."""

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

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
    "rehearsal",
    "saved-answer",
    "crash",
    "savefuzz",
)


def main() -> int:
    """List the figures, or take one."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    parser = argparse.ArgumentParser(prog="python -m tests.figures", description=__doc__)
    parser.add_argument("name", nargs="?", choices=NAMES)
    parser.add_argument("--source", type=Path, help="the explainer, as text (for evidence)")
    parser.add_argument("--kills", type=int, help="how often the game is killed (for crash)")
    parser.add_argument("--cases", type=int, help="how many saves are spoilt (for savefuzz)")
    wanted = parser.parse_args()
    if wanted.name is None:
        for name in NAMES:
            say(f"{name:13}{_figure(name).SAYS}")
        return 0
    if (wanted.name == "evidence") != (wanted.source is not None):
        parser.error("evidence, and it alone, needs --source FILE")
    for word, name in (("kills", "crash"), ("cases", "savefuzz")):
        if getattr(wanted, word) is not None and wanted.name != name:
            parser.error(f"--{word} is for {name}")
    further = [given for given in (wanted.source, wanted.kills, wanted.cases) if given]
    for line in _figure(wanted.name).figure(*further):
        say(line)
    return 0


def _figure(name: str) -> ModuleType:
    return import_module(f"tests.figures.{name.replace('-', '_')}")


def say(line: str) -> None:
    """Write a line at once, for those who wait."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
