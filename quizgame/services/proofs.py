"""A pack while its author writes it: read again when its file changes, the last good one kept.

For authors only: it speaks of the whole pack, whatever has been watched.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.domain.authorviews import TroubleRow, TroubleView
from quizgame.domain.excerpts import dotted, excerpt
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.notices import sentence
from quizgame.services import checking
from quizgame.services.excerpts import lines_of
from quizgame.storage.examples import EXAMPLES
from quizgame.storage.faults import MEANINGS, Fault
from quizgame.storage.packfile import load
from quizgame.storage.packformat import PACK

if TYPE_CHECKING:
    from quizgame.domain.packs import SealedPack

MOST_ROWS = 60
FIELDS = frozenset(
    name
    for part in PACK.parts().values()
    for one in (part, *part.kinds.values())
    for name in one.fields
)
"""The name of every field of the format."""
SETTLED = 0.1
"""Seconds a file must have been left alone before it is read: an editor may still be writing."""
_PLAIN = frozenset(
    {
        Fault.UNREADABLE.code,
        Fault.SYNTAX.code,
        Fault.MISSING.code,
        Fault.UNKNOWN_TIER.code,
        Fault.NOT_A_WORD.code,
        Fault.NOT_A_NUMBER.code,
        Fault.COUNT.code,
        Fault.TOO_LONG.code,
        Fault.TWINS.code,
        Fault.NOT_A_CHOICE.code,
        Fault.ALL_RIGHT.code,
        Fault.UNTIL.code,
    }
)
"""Faults whose messages quote nothing of a story; of any other only its meaning is told in dots."""
_MOST_FILES = 2_000
_Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of change (ns) and size of each file."""
_ORDER = {"error": 0, "warning": 1}
_FINDINGS = {finding.code: finding.value for finding in (*Finding, *Flaw)}


class Proof:
    """One pack's file under its author's hands; `now` below is in seconds since 1970."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pack: SealedPack | None = None
        """The version that is played."""
        self.latest: SealedPack | None = None
        """What was read last, if it can be played."""
        self._beside: tuple[Path, ...] = ()
        self._found: checking.Checked | None = None
        self._lines: list[str] = []
        self._read_at: _Stamp = ()

    @property
    def sound(self) -> bool:
        """Whether the file as it is now can be played, every card of it."""
        return self._checked.draft is not None and not self._checked.errors

    def changed(self, now: float) -> bool:
        """Tell whether the file is another than when it was read, and has been left alone since."""
        found = self._stamp()
        newest = max((changed for _, changed, _ in found), default=0) / 1e9
        return found != self._read_at and not 0 <= now - newest < SETTLED

    def read(self) -> bool:
        """Read the file; tell whether it can be played, at least in part.

        It is checked only when that is asked for: whoever plays must not even touch what is hidden.
        """
        self._found = None
        loaded = load(self.path)
        self.latest = loaded.pack
        if loaded.pack:
            self._beside = _beside(self.path, loaded.pack)
        self._read_at = self._stamp()
        return loaded.pack is not None

    def keep(self) -> None:
        """Go on with what was read last."""
        self.pack = self.latest or self.pack

    def _stamp(self) -> _Stamp:
        return _stamp(self.path, self._beside)

    @property
    def _checked(self) -> checking.Checked:
        if self._found is None:
            self._found = checking.check([self.path])[0]
            self._lines = lines_of(self.path)
        return self._found

    def trouble(self, *, hidden: bool) -> TroubleView:
        """Return what can be mended, the worst first; words of the story in dots if `hidden`."""
        checked = self._checked
        issues = [issue for issue in checked.issues if issue.severity in _ORDER]
        issues.sort(key=lambda issue: _ORDER[issue.severity])
        draft = checked.draft
        return TroubleView(
            file=self.path.name,
            rows=tuple(self._row(issue, hidden=hidden) for issue in issues[:MOST_ROWS]),
            more=max(0, len(issues) - MOST_ROWS),
            dotted=hidden,
            playable=len(draft.cards) if draft else 0,
            cards=checked.total_cards,
        )

    def _row(self, issue: Issue, *, hidden: bool) -> TroubleRow:
        told = _in_general(issue) if hidden and issue.code not in _PLAIN else issue
        found = excerpt(self._lines, issue.line, issue.column)
        shown = dotted(found, FIELDS) if hidden else found
        return TroubleRow(
            code=issue.code,
            severity=issue.severity,
            line=issue.line,
            message=told.message,
            hint=sentence(told.hint),
            excerpt=shown.text,
            start=shown.start,
            length=shown.length,
        )


def _in_general(issue: Issue) -> Issue:
    """Return the issue in the words that hold for every one of its code."""
    finding = _FINDINGS.get(issue.code)
    if finding:
        return replace(issue, message=finding.meaning, hint=finding.mend)
    _, mend = EXAMPLES.get(issue.code, ("", ""))
    return replace(issue, message=MEANINGS.get(issue.code, "something is wrong here"), hint=mend)


def _beside(path: Path, pack: "SealedPack") -> tuple[Path, ...]:
    """Return the files that a pack in a file names beside it; a folder is looked at as a whole."""
    if path.is_dir():
        return ()
    named = [media for card in pack.cards for media in (card.picture, card.sound) if media]
    named += [pack.face.cover] if pack.face.cover else []
    return tuple(path.parent / media.file for media in named[:_MOST_FILES])


def _stamp(path: Path, beside: Iterable[Path]) -> _Stamp:
    """Return name, time of change and size of each file of a pack; nothing where there is none."""
    try:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        return tuple(_of_file(file) for file in (*inside[:_MOST_FILES], *beside))
    except OSError:
        # It is being written anew just now, or it is gone: the next look will tell.
        return ()


def _of_file(file: Path) -> tuple[str, int, int]:
    try:
        found = file.stat()
    except FileNotFoundError:
        return file.name, 0, -1
    return file.name, found.st_mtime_ns, found.st_size
