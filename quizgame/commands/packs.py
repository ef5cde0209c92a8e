"""All commands on question packs, by name."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from typing import Protocol

from quizgame.commands import (
    bring,
    build,
    certify,
    check,
    disable,
    enable,
    export,
    index,
    install,
    listing,
    new,
    remove,
    restore,
    schema,
    search,
    show,
    upgrade,
    verify,
    where,
)
from quizgame.commands.folder import arrange_folder


class Command(Protocol):
    """A module of this package."""

    HELP: str

    def arrange(self, parser: ArgumentParser) -> None:
        """Say what words the command takes."""

    def run(self, wanted: Namespace) -> int:
        """Carry it out and return the exit code."""


COMMANDS: dict[str, Command] = {
    "new": new,
    "check": check,
    "certify": certify,
    "schema": schema,
    "build": build,
    "install": install,
    "list": listing,
    "show": show,
    "disable": disable,
    "enable": enable,
    "remove": remove,
    "restore": restore,
    "where": where,
    "import": bring,
    "export": export,
    "index": index,
    "search": search,
    "upgrade": upgrade,
    "verify": verify,
}


def arrange(parser: ArgumentParser) -> None:
    """Add every command; what was asked for is then in `run`."""
    arrange_folder(parser)
    actions: _SubParsersAction[ArgumentParser] = parser.add_subparsers(
        dest="action", required=True, metavar="action"
    )
    for name, command in COMMANDS.items():
        words = actions.add_parser(name, help=command.HELP, description=_sentence(command.HELP))
        command.arrange(words)
        arrange_folder(words)
        words.set_defaults(run=command.run)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
