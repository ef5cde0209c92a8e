"""All commands on question packs, by name."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Protocol

from quizgame.commands import certify, check


class Command(Protocol):
    """A module of this package."""

    HELP: str

    def arrange(self, parser: ArgumentParser) -> None:
        """Say what words the command takes."""

    def run(self, wanted: Namespace) -> int:
        """Carry it out and return the exit code."""


COMMANDS: dict[str, Command] = {
    "check": check,
    "certify": certify,
}


def arrange(parser: ArgumentParser) -> None:
    """Add every command; what was asked for is then in `run`."""
    actions: _SubParsersAction[ArgumentParser] = parser.add_subparsers(
        dest="action", required=True, metavar="action"
    )
    for name, command in COMMANDS.items():
        words = actions.add_parser(name, help=command.HELP, description=_sentence(command.HELP))
        command.arrange(words)
        words.set_defaults(run=command.run)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
