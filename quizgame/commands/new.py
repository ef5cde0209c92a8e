"""`quizgame packs new`: a commented pack to begin with."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.storage.filenames import TEXTS

if TYPE_CHECKING:
    from quizgame.services.starter import Wish

_NO_TITLE = 'say which story it is about: quizgame packs new --title "Twin Peaks"'
HELP = "begin a question pack: a file with examples and a note on every field"


class _CannotError(Exception):
    """What was asked for cannot be done; `why` says it in one sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes; what is not said is asked, where somebody can answer."""
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="the file to make, or a folder for it")
    add("--title", help="the title of the story")
    add("--kind", help="film, series, book, play, game or other")
    add("--parts", help="how many episodes, chapters, acts or parts it has")
    add("--language", help="the language of the questions, such as en or ko")
    add("--author", help="your name, as players will see it")
    add("--id", help="a short name for the pack, of a-z, 0-9 and hyphens")


def run(wanted: Namespace) -> int:
    """Make the file, and the schema beside it, never over another file."""
    try:
        if wanted.file and not wanted.file.is_dir():
            # What is wrong with it is told before anything is asked.
            _place(wanted.file, "")
        wish = _wish(wanted, ask=sys.stdin.isatty())
        _make(_place(wanted.file, wish.id), wish)
    except _CannotError as error:
        print(f"quizgame: {error.why}", file=sys.stderr)
        return 2
    except EOFError:
        print("\nquizgame: no more was said, so nothing was written", file=sys.stderr)
        return 2
    return 0


def _wish(wanted: Namespace, *, ask: bool) -> "Wish":
    """Return what the author wants: from the command line, by asking, or as is usual."""
    from quizgame.services.starter import FALLBACK_ID, LADDERS, NOBODY, Wish, id_of  # noqa: PLC0415

    def said(what: str, question: str, usual: str, *, ask: bool = ask) -> str:
        return _said(what, getattr(wanted, what), question if ask else "", usual)

    if ask and wanted.title is None:
        print("A new pack. Press Enter to take what stands in brackets; Ctrl-C stops.")
    title = said("title", "The title of the story", "")
    kind = said("kind", f"What is it: {', '.join(LADDERS)}", "film")
    way = LADDERS[kind]
    parts = said("parts", f"How many {way.part}s are there", str(way.usual))
    language = said("language", "The language of your questions, such as en or ko", "en")
    author = said("author", "Your name, as players will see it", NOBODY)
    near = id_of(title) or id_of(wanted.file.stem if wanted.file else "")
    ident = said("id", "A short name for the pack", near or FALLBACK_ID, ask=ask and not near)
    if not (ask or near or wanted.id):
        told = f"the title has no letters from a to z, so the pack is called {ident}"
        print(f"quizgame: {told}; give it a name of your own with --id", file=sys.stderr)
    return Wish(
        id=ident, title=title, kind=kind, parts=int(parts), language=language, author=author
    )


def _said(what: str, given: str | None, question: str, usual: str) -> str:
    """Return an answer that will do, asked for again and again if need be.

    `given` stands on the command line; without it or a question the usual answer is taken.
    """
    from quizgame.services.starter import objection  # noqa: PLC0415
    from quizgame.storage.fields import clean  # noqa: PLC0415

    while True:
        asked = given is None and question
        answer = clean(input(f"{question}{usual and f' [{usual}]'}: ") if asked else given or "")
        told = objection(what, answer or usual)
        if not told:
            return answer or usual
        if not asked:
            untold = what == "title" and not answer
            why = _NO_TITLE if untold else f"--{what}: {told}"
            raise _CannotError(why)
        print(f"  Sorry, {told}.")


def _place(file: Path | None, ident: str) -> Path:
    """Return where the pack goes: the file that was named, or one in that folder, or here."""
    place = file or Path()
    if place.is_dir():
        place /= f"{ident}{TEXTS[0]}"
    elif not place.suffix:
        place = place.with_name(place.name + TEXTS[0])
    if place.suffix.lower() not in TEXTS:
        why = f"a pack's file name ends in .yaml; '{place.name}' does not"
        raise _CannotError(why)
    if place.exists():
        why = f"'{place}' is there already and was left as it is; name another file"
        raise _CannotError(why)
    if not place.parent.is_dir():
        why = f"there is no folder '{place.parent}'; make it first"
        raise _CannotError(why)
    return place


def _make(place: Path, wish: "Wish") -> None:
    """Write the pack and, where there is none yet, the schema; say what to do next."""
    from quizgame.services.starter import starter  # noqa: PLC0415
    from quizgame.storage.schema import SCHEMA_NAME, schema_text  # noqa: PLC0415

    with place.open("x", encoding="utf-8", newline="\n") as file:
        file.write(starter(wish))
    beside = place.with_name(SCHEMA_NAME)
    print(f"{place}: a pack to begin with; put your own terms and cards in place of the examples")
    if not beside.exists():
        beside.write_text(schema_text(), encoding="utf-8", newline="\n")
        print(f"{beside}: by this your editor completes and explains the fields")
    elif beside.read_text(encoding="utf-8", errors="replace") != schema_text():
        print(f"{beside}: left as it is; `quizgame packs schema -o` writes one for this quizgame")
    name = f'"{place}"' if " " in str(place) else str(place)
    print(f"Next: quizgame packs check {name}, and to see it in the game: quizgame --watch {name}")
