"""`quizgame generate render`: confirmed facts become a pack that passes its check."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgame.generate.article import Article
    from quizgame.generate.assembling import Before
    from quizgame.generate.facts import FactBook
    from quizgame.generate.packwriting import Wish
    from quizgame.generate.rendering import Rendered

HELP = "make cards of the confirmed facts, with certificates for their wrong answers"
KINDS = ("film", "series", "book", "play", "game", "other")


def arrange(parser: ArgumentParser) -> None:
    """Say what words the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the draft")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="PACK", help="the pack to write"
    )
    parser.add_argument(
        "--source",
        type=Path,
        metavar="FILE",
        help="the article; looked for beside the draft without. With it more wrong answers are "
        "certain, so there are more cards",
    )
    parser.add_argument("--title", default="", help="the story's title, safe for everybody")
    parser.add_argument("--id", default="", help="the pack's short name, a-z, digits and hyphens")
    parser.add_argument("--kind", choices=KINDS, help="what kind of story it is")
    parser.add_argument("--language", default="", help="the language of the cards, without it en")
    parser.add_argument(
        "--licence", default="", help="how others may use the pack, without it CC-BY-4.0"
    )
    parser.add_argument(
        "--author", action="append", default=[], help="who made it; may be said more than once"
    )
    parser.add_argument(
        "--left-out", action="store_true", help="name each fact of which no card came, and why"
    )


def run(wanted: Namespace) -> int:
    """Render the pack: 0 when it is written, 1 when a file must be mended first, 2 otherwise."""
    from quizgame.generate.folder import FILE, article_of, opened  # noqa: PLC0415

    book, issues = opened(wanted.folder)
    if issues:
        print(*issues, sep="\n", file=sys.stderr)
        return _sorry(f"nothing was rendered; mend {wanted.folder / FILE} first", 1)
    if book is None:
        return _sorry(f"there are no facts in {wanted.folder}; draft them with 'quizgame generate'")
    if not any(fact.state == "confirmed" for fact in book.facts):
        words = f"no fact in {wanted.folder / FILE} is confirmed yet"
        return _sorry(f"{words}; write 'state: confirmed' on those that are true")
    article, another = article_of(book, wanted.folder, wanted.source)
    if wanted.source and another:
        return _sorry(f"{another} is not the article as it was drafted; draft it again first")
    before = _before(wanted.output, wanted.folder)
    if isinstance(before, int):
        return before
    wish = _wish(wanted, book, before)
    if isinstance(wish, int):
        return wish
    return _write(wanted, (book, wish), article, before)


def _write(
    wanted: Namespace,
    asked: "tuple[FactBook, Wish]",
    article: "Article | None",
    before: "Before | None",
) -> int:
    from quizgame.commands.writing import whole  # noqa: PLC0415
    from quizgame.generate import certificates, predicting  # noqa: PLC0415
    from quizgame.generate.rendering import render  # noqa: PLC0415

    book, wish = asked
    foretold, issues = predicting.renewed(wanted.folder, book)
    if issues:
        print(*issues, sep="\n", file=sys.stderr)
        path = wanted.folder / predicting.FILE
        return _sorry(f"nothing was rendered; mend {path} or delete it", 1)
    try:
        made = render(book, wish, article, before, foretold)
    except ValueError as error:
        return _sorry(str(error), 1)
    if not made.cards and not made.kept:
        _tell_left_out(made, every=True)
        return _sorry("none of the confirmed facts made a card; nothing was written")
    for path, data in (
        (wanted.folder / certificates.FILE, certificates.written(made.mine)),
        (wanted.folder / predicting.FILE, predicting.written(foretold, book)),
        (wanted.output, made.pack),
    ):
        if not path.exists() or path.read_bytes() != data:
            with whole(path) as half_made:
                half_made.write_bytes(data)
    waiting = sum(one.state == "proposed" for one in foretold)
    _tell(wanted, made, waiting, at_hand=article is not None)
    return 0


def _sorry(sentence: str, code: int = 2) -> int:
    print(f"quizgame: {sentence}.", file=sys.stderr)
    return code


def _before(output: Path, folder: Path) -> "Before | int | None":
    """Return the pack that stands already with what of it is the generator's, None without one."""
    from quizgame.generate import certificates  # noqa: PLC0415
    from quizgame.generate.assembling import Before  # noqa: PLC0415
    from quizgame.generate.packlayout import taken_apart  # noqa: PLC0415
    from quizgame.storage.packfile import read_pack  # noqa: PLC0415

    if not output.exists():
        return None
    data = output.read_bytes()
    loaded = read_pack(data, str(output))
    errors = [one for one in loaded.issues if one.severity == "error"]
    if loaded.draft is None or len(loaded.draft.cards) < loaded.total_cards:
        print(*errors, sep="\n", file=sys.stderr)
        return _sorry(f"nothing was rendered; mend {output} first", 1)
    mine = certificates.Certificates()
    path = folder / certificates.FILE
    if path.exists():
        found, issues = certificates.read_certificates(path.read_bytes(), str(path))
        if found is None:
            print(*issues, sep="\n", file=sys.stderr)
            return _sorry(f"nothing was rendered; mend {path} first", 1)
        mine = found
    layout = taken_apart(data.decode("utf-8-sig"))
    if sum(bool(one.ident) for one in layout.cards) < loaded.total_cards:
        return _sorry(f"{output} cannot be added to; write one card below the other in it", 1)
    return Before(layout, loaded.draft, mine)


def _wish(wanted: Namespace, book: "FactBook", before: "Before | None") -> "Wish | int":
    """Return what the pack says of itself, an exit code where that cannot be.

    What is not asked for anew stays as the pack that stands has it: an id never changes by itself.
    """
    from quizgame.generate.article import slug  # noqa: PLC0415
    from quizgame.generate.packwriting import Wish  # noqa: PLC0415
    from quizgame.generate.people import STORY  # noqa: PLC0415
    from quizgame.storage.forms import ID, LANGUAGE  # noqa: PLC0415

    face = before.draft.pack.face if before and before.draft else None
    named = next((one.name for one in book.names if one.id == STORY), book.title)
    kind = "film" if book.ladder[book.ladder.top].id == "credits" else "book"
    title = (wanted.title or (face.title if face else named))[:120]
    wish = Wish(
        id=wanted.id or (face.id if face else slug(title, 40) or "my-pack"),
        title=title,
        kind=wanted.kind or (face.kind if face else kind),
        language=wanted.language or (face.language if face else "en"),
        licence=wanted.licence or (face.licence if face else "CC-BY-4.0"),
    )
    if not ID.pattern.fullmatch(wish.id):
        return _sorry(f"the id {ID.must}")
    if not LANGUAGE.pattern.fullmatch(wish.language):
        return _sorry(f"the language {LANGUAGE.must}")
    authors = tuple(wanted.author) or (face.authors if face else ())
    return replace(wish, authors=authors) if authors else wish


def _tell(wanted: Namespace, made: "Rendered", waiting: int, *, at_hand: bool) -> None:
    kinds = Counter("prediction" if one.opens else one.sketch.kind for one in made.cards)
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    kept = f"; {len(made.kept)} of yours kept" if made.kept else ""
    print(f"{wanted.output}: {len(made.cards)} cards rendered ({listed}){kept}")
    for one in made.issues:
        print(f"{wanted.output}: {one.severity} {one.code} {one.message}")
    _tell_left_out(made, every=wanted.left_out)
    if not at_hand:
        print("The article was not at hand; with --source more wrong answers are certain")
    if waiting:
        print(f"{wanted.folder / 'predictions.yaml'}: {waiting} predictions to confirm")
    print(f"Next: quizgame packs check {wanted.output}")


def _tell_left_out(made: "Rendered", *, every: bool) -> None:
    if not made.left_out:
        return
    if every:
        for one in made.left_out:
            print(f"left out: {one.fact}: {one.reason}")
        return
    counts = Counter(one.reason.partition(":")[0] for one in made.left_out)
    print(f"{len(made.left_out)} facts or predictions left out (--left-out names them):")
    for reason, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        print(f"  {count} {reason}")
