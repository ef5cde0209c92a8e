"""What the commands on catalogues share: which one is meant, and how a file of it is fetched."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from quizgame.commands.bar import Bar

if TYPE_CHECKING:
    from quizgame.services.catalogues import OpenedCatalogue
    from quizgame.services.installing import Plan
    from quizgame.storage.catalogue import Entry

VARIABLE = "QUIZGAME_CATALOGUE"
_STOPPED = "Stopped; what came so far is kept, and the next try goes on from there."
_IN_THE_OPEN = (
    "begins with http:// and not https://: others on the same network can read and change what "
    "comes from there."
)
Offer = Callable[[Path, Namespace, "Entry | None"], int]
"""Shows a pack, asks and keeps it; the entry is what a catalogue promised of it."""


def arrange_catalogue(parser: ArgumentParser) -> None:
    """Let a command be told which catalogue is meant."""
    parser.add_argument(
        "--catalogue",
        metavar="ADDRESS",
        help=f"an address (http:// or https://), a folder or a file; if you leave it out, what the "
        f"variable {VARIABLE} says",
    )


def in_one_sentence(do: Callable[[], int]) -> int:
    """Return the exit code of a command; what cannot be fetched is one sentence, and 2."""
    from quizgame.storage.web import NotFetchedError  # noqa: PLC0415

    try:
        return do()
    except NotFetchedError as error:
        print(f"quizgame: {error}", file=sys.stderr)
        return 2


def catalogue_of(wanted: Namespace) -> "OpenedCatalogue":
    """Return the catalogue that is meant, and tell what in it is left out; NotFetchedError."""
    from quizgame.services import catalogues  # noqa: PLC0415
    from quizgame.storage.web import NotFetchedError  # noqa: PLC0415

    said = wanted.catalogue or os.environ.get(VARIABLE, "")
    if not said:
        message = f"Say which catalogue: --catalogue ADDRESS, or the variable {VARIABLE}."
        raise NotFetchedError(message)
    if catalogues.in_the_open(said):
        told = f"This catalogue {_IN_THE_OPEN}"
        print(f"quizgame: {told}", file=sys.stderr)
    opened = catalogues.open_catalogue(said)
    for trouble in opened.catalogue.troubles:
        print(f"quizgame: {trouble}", file=sys.stderr)
    return opened


def is_far(pack: str, catalogue: str | None) -> bool:
    """Tell whether `install` is given an address or a pack of a catalogue, and no file here."""
    if catalogue or "://" in pack:
        return True
    an_id = not Path(pack).exists() and not Path(pack).suffix and Path(pack).name == pack
    return an_id and bool(os.environ.get(VARIABLE))


def install(wanted: Namespace, offer: Offer) -> int:
    """Fetch what `install` was given and offer it as a file is; return the exit code."""
    return in_one_sentence(lambda: _install(wanted, offer))


def _install(wanted: Namespace, offer: Offer) -> int:
    from quizgame.storage.addresses import on_web  # noqa: PLC0415
    from quizgame.storage.meant import did_you_mean  # noqa: PLC0415
    from quizgame.storage.refused import printable  # noqa: PLC0415
    from quizgame.storage.web import NotFetchedError  # noqa: PLC0415

    if on_web(wanted.pack):
        with _by_address(wanted) as path:
            return offer(path, wanted, None)
    opened = catalogue_of(wanted)
    entry = opened.catalogue.entry(wanted.pack)
    if entry is None:
        near = did_you_mean(wanted.pack, (one.id for one in opened.catalogue.entries))
        hint = f"; {near}" if near else "."
        message = f"There is no pack '{printable(wanted.pack)}' in this catalogue{hint}"
        raise NotFetchedError(message)
    with by_entry(wanted, opened, entry) as path:
        return offer(path, wanted, entry)


def broken_promise(entry: "Entry", planned: "Plan") -> str:
    """Return in one sentence how a pack is another than its entry says, or nothing."""
    if (planned.id, planned.version) == (entry.id, entry.version):
        return ""
    return (
        f"The catalogue promises {entry.id} {entry.version}, and the file holds "
        f"{planned.id} {planned.version}; nothing was changed."
    )


@contextmanager
def by_entry(wanted: Namespace, opened: "OpenedCatalogue", entry: "Entry") -> Iterator[Path]:
    """Fetch the file of an entry; it is gone after the block. NotFetchedError."""
    from quizgame.services import catalogues  # noqa: PLC0415
    from quizgame.storage.paths import user_data_folder  # noqa: PLC0415

    told_already = isinstance(opened.place, str) and catalogues.in_the_open(opened.place)
    if not told_already and catalogues.in_the_open(catalogues.where(opened, entry)):
        told = f"{entry.id} comes over http://, but it is held against the catalogue all the same."
        print(f"quizgame: {told}", file=sys.stderr)
    folder = user_data_folder(wanted.data_dir)
    with _told(entry.id, lambda bar: catalogues.obtained(opened, entry, folder, bar)) as path:
        yield path


@contextmanager
def _by_address(wanted: Namespace) -> Iterator[Path]:
    from urllib.parse import urlsplit  # noqa: PLC0415

    from quizgame.services import catalogues  # noqa: PLC0415
    from quizgame.storage.download import Wanted, download  # noqa: PLC0415
    from quizgame.storage.paths import user_data_folder  # noqa: PLC0415
    from quizgame.storage.refused import printable  # noqa: PLC0415

    address = catalogues.web_address(wanted.pack)
    if catalogues.in_the_open(address):
        told = f"This address {_IN_THE_OPEN}"
        print(f"quizgame: {told}", file=sys.stderr)
    folder = user_data_folder(wanted.data_dir)
    name = printable(PurePosixPath(urlsplit(address).path).name) or address
    with _told(name, lambda bar: download(Wanted(address), folder, bar)) as path:
        yield path


@contextmanager
def _told(name: str, fetch: Callable[[Bar], Path]) -> Iterator[Path]:
    """Fetch a file with a bar; whoever stops it hears that it can be gone on with."""
    bar = Bar(name)
    try:
        path = fetch(bar)
    except KeyboardInterrupt:
        bar.end()
        print(f"quizgame: {_STOPPED}", file=sys.stderr)
        raise
    finally:
        bar.end()
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)
