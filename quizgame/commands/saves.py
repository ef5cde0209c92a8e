"""`quizgame saves`: where the saved progress lies, its backups, and the whole of it in one file."""

import sys
import time
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgame.commands.folder import arrange_folder

if TYPE_CHECKING:
    from quizgame.storage.saves import Restored

HELP = "back up, restore and carry over what has been saved"
OLD_NEWS = (
    "A backup holds what was known when it was made, also what has been taken back since; the game "
    "reads it only to restore it. Games of several that were under way are left out of it."
)
ASKED_AGAIN = (
    "Where it says something else of how far somebody has watched than the save before, the game "
    "asks again, and until then shows them no more than the poster."
)


def arrange(parser: ArgumentParser) -> None:
    """Add every command; what was asked for is then in `run`."""
    arrange_folder(parser)
    actions: _SubParsersAction[ArgumentParser] = parser.add_subparsers(
        dest="action", required=True, metavar="action"
    )
    for name, (told, words, run) in COMMANDS.items():
        described = f"{told[:1].upper()}{told[1:]}."
        command = actions.add_parser(name, help=told, description=described)
        for word, (metavar, meaning) in words.items():
            kind = Path if metavar == "FILE" else str
            command.add_argument(word, metavar=metavar, type=kind, help=meaning)
        arrange_folder(command)
        command.set_defaults(run=_carried_out(run))


def _where(wanted: Namespace) -> str:
    from quizgame.storage.backups import FOLDER  # noqa: PLC0415
    from quizgame.storage.database import NAME  # noqa: PLC0415

    folder = _folder(wanted)
    lines = []
    for what, path in (("save", folder / NAME), ("backups", folder / FOLDER)):
        lines.append(f"{what:10}{path}{'' if path.exists() else '  (not there yet)'}")
    aside = sorted(folder.glob("progress-*-set-aside*.sqlite3"))
    lines += [f"{'damaged':10}{path}" for path in aside]
    return "\n".join(lines)


def _list(wanted: Namespace) -> str:
    from quizgame.storage.backups import MOST, backups, is_sound  # noqa: PLC0415

    found = backups(_folder(wanted))
    if not found:
        return "There is no backup yet; quizgame makes one a day, or: quizgame saves backup"
    lines = []
    for one in found:
        size = f"{-(-one.path.stat().st_size // 1000):,} KB"
        damaged = "" if is_sound(one.path) else "  damaged"
        lines.append(f"{one.number:04}  {one.made:16}  {one.why:14}  {size:>9}{damaged}")
    lines.append(f"Of those before an update, after a restore and daily, the last {MOST} are kept.")
    return "\n".join(lines)


def _backup(wanted: Namespace) -> str:
    from quizgame.storage.saves import back_up  # noqa: PLC0415

    made = back_up(_folder(wanted), _now())
    return f"Backup {made.number:04} is {made.path}\nIt stays until you delete it. {OLD_NEWS}"


def _restore(wanted: Namespace) -> str:
    from quizgame.storage.saves import find, take_up  # noqa: PLC0415

    folder = _folder(wanted)
    backup = find(folder, wanted.name)
    done = take_up(folder, backup.path, _now())
    return f"The save of {backup.made} is back. {_what_came_of_it(done)}"


def _export(wanted: Namespace) -> str:
    from quizgame.storage.saves import export  # noqa: PLC0415

    export(_folder(wanted), wanted.file)
    return (
        f"{wanted.file} holds all that is saved of everybody here: give it to nobody who has seen "
        f"less than they have. Elsewhere: quizgame saves import {wanted.file.name}"
    )


def _import(wanted: Namespace) -> str:
    from quizgame.storage.saves import take_up  # noqa: PLC0415

    done = take_up(_folder(wanted), wanted.file, _now())
    return f"{wanted.file} is the save now. {_what_came_of_it(done)}"


def _what_came_of_it(done: "Restored") -> str:
    if done.backup:
        before = f"The one before is backup {done.backup.number:04}."
    elif done.aside:
        before = f"The one before was damaged and is kept as {done.aside}."
    else:
        before = "There was nothing saved before, so all it says of how far you watched holds."
    return f"{before} {ASKED_AGAIN}" if done.asked_again else before


class _Command(NamedTuple):
    help: str
    words: dict[str, tuple[str, str]]
    run: Callable[[Namespace], str]


COMMANDS: dict[str, _Command] = {
    "where": _Command("tell in which files progress is saved", {}, _where),
    "list": _Command("list the backups, the newest first", {}, _list),
    "backup": _Command("back up the save now; this backup is never deleted by itself", {}, _backup),
    "restore": _Command(
        "go back to a backup; the present save becomes a backup first",
        {"name": ("NAME", "the backup's number or file name, as 'quizgame saves list' has it")},
        _restore,
    ),
    "export": _Command(
        "write the whole save, of everybody who plays here, into one file",
        {"file": ("FILE", "the file to write, which is not there yet")},
        _export,
    ),
    "import": _Command(
        "take up a whole save from a file; the present save becomes a backup first",
        {"file": ("FILE", "a file that 'quizgame saves export' or a backup has made")},
        _import,
    ),
}


def _carried_out(do: Callable[[Namespace], str]) -> Callable[[Namespace], int]:
    """Return what says what was done, or in one sentence why it cannot be; with the exit code."""

    def run(wanted: Namespace) -> int:
        from quizgame.storage.saves import SavesError  # noqa: PLC0415

        try:
            print(do(wanted))
        except SavesError as error:
            print(f"quizgame: {error}.", file=sys.stderr)
            return 2
        return 0

    return run


def _folder(wanted: Namespace) -> Path:
    from quizgame.storage.paths import user_data_folder  # noqa: PLC0415

    return user_data_folder(wanted.data_dir)


def _now() -> str:
    from quizgame.storage.backups import STAMP  # noqa: PLC0415

    return time.strftime(STAMP, time.gmtime())
