"""What the check tells of a pack's pictures and sounds: for its author, with names and lines."""

from collections.abc import Iterator
from pathlib import Path

from quizgame.domain.issues import Issue, Severity
from quizgame.storage.archive import OpenedPack, open_pack
from quizgame.storage.faults import Fault
from quizgame.storage.filenames import composed, same_file
from quizgame.storage.media import kind_of
from quizgame.storage.packbuild import Named, named_media
from quizgame.storage.refused import PackRefusedError, Refusal, printable

_MOST_IDLE = 20


def media_issues(path: Path) -> tuple[Issue, ...]:
    """Return what is wrong with a pack's pictures and sounds, and which of them nothing names."""
    try:
        pack = open_pack(path)
        names = named_media(pack.yaml)
        # A bare file that names none is not made to look about in its folder.
        return (*_of_named(pack, names), *_idle(pack, names)) if names or not pack.bare else ()
    except PackRefusedError as error:
        told = error.refusal
        # What keeps the pack from being opened at all has been told by whoever loaded it.
        return () if told.fault in {Fault.BAD_ZIP, Fault.UNREADABLE} else (_told(told, 1, 1),)


def _of_named(pack: OpenedPack, names: tuple[Named, ...]) -> Iterator[Issue]:
    for one in names:
        # The name of anything else has been told as a fault of its card.
        if not kind_of(one.name):
            continue
        try:
            pack.read(one.name)
        except PackRefusedError as error:
            told = error.refusal
            if told.fault is Fault.NO_MEDIA:
                told = Refusal(told.fault, told.message, _meant(one.name, pack), one.name)
            yield _told(told, one.line, one.column)


def _meant(name: str, pack: OpenedPack) -> str:
    """Return which file of the pack a name was most likely meant for, or nothing."""
    same = same_file(name)
    alike = [held for held in pack.media if same_file(held) == same and held != composed(name)]
    if alike:
        return f'the pack holds "{printable(alike[0])}": write it just so'
    last = same.rpartition("/")[2]
    elsewhere = [held for held in pack.media if same_file(held).rpartition("/")[2] == last]
    return f'did you mean "{printable(elsewhere[0])}"?' if len(elsewhere) == 1 else ""


def _idle(pack: OpenedPack, names: tuple[Named, ...]) -> Iterator[Issue]:
    if pack.bare:
        return
    idle = sorted(pack.media.keys() - {composed(one.name) for one in names})
    for name in idle[:_MOST_IDLE]:
        said = Refusal(Fault.IDLE_MEDIA, "nothing names a picture or sound in the pack", "", name)
        yield _told(said, 1, 1, "warning")


def _told(told: Refusal, line: int, column: int, severity: Severity = "error") -> Issue:
    return Issue(line, column, told.fault.code, told.message, told.hint, severity=severity)
