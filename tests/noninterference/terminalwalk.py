"""By hand in a terminal: packs added, listed, shown, put away, searched for and brought up to date.

What the commands say is the same for two packs that agree at the lowest tier, and for two sequels
of a story that only one of two players knows, the one who played last; but for fingerprints, and
the names of files, which are the files'.
"""

import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.__main__ import main
from quizgame.storage.progress import Progress
from tests.hostile import pictures
from tests.noninterference.packs import TIERS, lay_beside
from tests.noninterference.walk import SEQUEL, pair
from tests.support import card

OTHER_SEQUEL = (
    SEQUEL.replace("The Widow's Lighthouse", "A Wedding at the Lighthouse")
    .replace("She outlived him", "They were both there")
    .replace("year: 1911", "year: 1912")
    .replace("label: Storms", "label: A wedding night")
    .replace("label: Night", "label: After the vows")
    .replace("echo", "ember")
)
SEQUELS = SEQUEL, OTHER_SEQUEL
"""Two that go on with the same story; their very faces tell how it ends."""
IMAGE = "    image: {{file: {}, alt: A boat}}\n".format
SLIPPED = card("held-by-name", "dusk", "choice", "boat", extra=IMAGE("delta.png"))
SLIPPED += card("oddly-named", "noon", "choice", "delta", extra=IMAGE('"odd\\x2epng"'))
"""Two hidden cards whose pictures cannot be given another name."""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_LATER = "format: 1\nversion: 2\n"


def terminal_walk() -> None:
    """Type everything that players type about packs; AssertionError when anything is told."""
    twins = pair()
    for ident, one, two in (
        ("lighthouse-own", twins.one.yaml() + SLIPPED, twins.two.yaml()),
        ("lighthouse-two", *SEQUELS),
    ):
        with TemporaryDirectory() as first, TemporaryDirectory() as second:
            typed = (
                _typed(
                    Path(folder), text.replace("id: lighthouse\n", f"id: {ident}\n"), ident, side
                )
                for side, (folder, text) in enumerate(((first, one), (second, two)))
            )
            for told in zip(*typed, strict=True):
                assert told[0] == told[1]


def _typed(home: Path, text: str, ident: str, side: int) -> Iterator[str]:
    """Yield all that is said while a pack is handed on, added, put away and brought back."""
    given, shop = home / "given", home / "shop"
    given.mkdir()
    shop.mkdir()
    _lay_a_save(home / "data")
    (given / "pack.yaml").write_text(text, encoding="utf-8")
    # Of the hidden cards of one, the pictures are missing.
    lay_beside(given, text, without="late" if side == 0 else "")
    (given / "odd.png").write_bytes(pictures.png())
    later = home / "later.yaml"
    # What comes later has notes of its own.
    noted = text.replace("label: Fire", f"label: Fire {side}" if "follows" in text else "label: F")
    later.write_text(noted.replace("format: 1\n", _LATER, 1), encoding="utf-8")
    for words in (
        ("install", given, "--yes"),
        ("list",),
        ("show", ident),
        ("install", given, "--yes"),
        ("disable", ident),
        ("enable", ident),
        ("remove", ident),
        ("list",),
        ("show", ident),
        ("restore", ident),
        ("where",),
    ):
        yield _said(home, *words)
    yield from _from_a_catalogue(home, shop, later, ident)


def _lay_a_save(data: Path) -> None:
    """Lay down the story before the sequels, and the save of two of whom one knows its end."""
    story = data / "packs" / "story.yaml"
    story.parent.mkdir(parents=True)
    story.write_text(pair().two.yaml(), encoding="utf-8")
    progress, _ = Progress.open(data, "s")
    progress.set_watch_point("lighthouse", TIERS[-1])
    progress.set_watch_point("lighthouse", TIERS[0], person=progress.add_person("Jonas"))
    progress.close()


def _from_a_catalogue(home: Path, shop: Path, later: Path, ident: str) -> Iterator[str]:
    """Yield all that is said about a later version in a catalogue."""
    from quizgame.storage.archive import open_pack  # noqa: PLC0415
    from quizgame.storage.packbuild import build  # noqa: PLC0415

    with (shop / "pack.quizpack").open("wb") as file:
        build(open_pack(later), file, whole=False)
    catalogue = ("--catalogue", shop)
    for words in (
        ("index", shop),
        ("search", *catalogue),
        *(("search", word, *catalogue) for word in ("widow", "wedding", "outlived", "delta")),
        ("upgrade", "--yes", *catalogue),
        ("upgrade", ident, *catalogue),
        ("install", ident, "--yes", *catalogue),
        ("list",),
        ("show", ident),
    ):
        yield _said(home, *words)


def _said(home: Path, *words: object) -> str:
    """Return what a command prints, and its exit code, less what is the files' own."""
    told = StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = main(["--data-dir", str(home / "data"), "packs", *map(str, words)])
    plain = told.getvalue().replace(str(home), "HOME")
    return f"{words[0]} {code}\n" + _FINGERPRINT.sub("-", plain)
