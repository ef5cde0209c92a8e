"""Reading a pack file: everything sound is kept, everything wrong is told in one report."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from quizgame.domain.drafts import CardDraft, PackDraft
from quizgame.domain.issues import Issue
from quizgame.domain.packs import PackFace, SealedPack, Source
from quizgame.domain.terms import Glossary
from quizgame.domain.tiers import Ladder
from quizgame.storage.faults import MOST_ISSUES, Fault, Report, Spot
from quizgame.storage.fields import Fields
from quizgame.storage.packbytes import read_pack_bytes
from quizgame.storage.packcards import Book, read_card
from quizgame.storage.packformat import FORMAT, PACK
from quizgame.storage.packhead import (
    flawed,
    read_face,
    read_ladder,
    read_source,
    read_terms,
)
from quizgame.storage.yamlnodes import Mapping, Node, Scalar, Sequence, read_nodes

_WHOLE = {Fault.LADDER.code, Fault.TERMS.code}
"""What keeps a whole pack from being played, once it has been read as one."""
_LOST = {Fault.SYNTAX.code, Fault.TOO_BIG.code, Fault.DOCUMENTS.code}
"""What costs a card that is read by itself, before it is known to be one."""


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """What a file gave: the pack if it can be played, all faults by place, cards in the file.

    `refusal` is the one fault, in words, for which the pack cannot be played, with its line where
    that tells nothing of the cards, or empty; it never quotes the file. `sha256` is the
    fingerprint of its YAML as 64 hex digits.
    """

    draft: PackDraft | None
    issues: tuple[Issue, ...]
    total_cards: int
    refusal: str = ""
    sha256: str = ""

    @property
    def pack(self) -> SealedPack | None:
        """The pack, if it can be played."""
        return self.draft.pack if self.draft else None


def load(path: Path) -> LoadedPack:
    """Return the pack in a YAML file, a folder or a zip; bad content becomes issues."""
    report = Report()
    data, name = read_pack_bytes(path, report)
    if data is None:
        return _refused(report.issues, name)
    return read_pack(data, name)


def read_pack(data: bytes, name: str) -> LoadedPack:
    """Return the pack in these bytes, with issues told under the file name `name`."""
    with _no_collector():
        node, refused = read_nodes(data)
        if node is None and refused:
            return _refused(refused, name)
        report = Report()
        mapping = _pack_node(node, report)
        if mapping is None:
            return _refused(report.issues, name)
        root = Fields(mapping, PACK, report)
        draft = _read_root(root)
        listed = root.at("cards")
        total = len(listed.items) if isinstance(listed, Sequence) else 0
        total += sum(issue.code in _LOST for issue in refused)
    # What the YAML reader refused need not be told again by whoever missed it.
    places = {(issue.line, issue.column) for issue in refused}
    further = [i for i in report.issues if (i.line, i.column) not in places or i.code >= "Q140"]
    # What cost only a card is never told as the cause, though it may stand before it.
    causes = (_with_line(i, root) for i in sorted(report.issues) if i.code in _WHOLE)
    return LoadedPack(
        draft,
        _placed([*refused, *further], name),
        total,
        refusal="" if draft else next(causes, None) or _without_id(root),
        sha256=hashlib.sha256(data).hexdigest(),
    )


@contextmanager
def _no_collector() -> Iterator[None]:
    """Hold the garbage collector: half the time of reading goes to it, and nothing is cyclic."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _refused(issues: list[Issue], name: str) -> LoadedPack:
    """Return what there is of a file that could not even be read as a pack."""
    placed = _placed(issues, name)
    first = placed[0]
    wholly = first.code == Fault.NOT_A_PACK.code or (first.line, first.column) == (1, 1)
    refusal = first.message if wholly else f"on line {first.line}, {first.message}"
    return LoadedPack(None, placed, 0, refusal)


def _with_line(cause: Issue, root: Fields) -> str:
    """Return what keeps a pack from being played, with its line if that lies before the cards.

    From the line of anything behind them one could tell how many they are.
    """
    place, cards = (cause.line, cause.column), root.at("cards")
    begins = (root.node.line, root.node.column)
    known = place != begins and (cause.line < cards.line or "cards" not in root)
    return f"on line {cause.line}, {cause.message}" if known else cause.message


def _without_id(root: Fields) -> str:
    node = root.at("id")
    told = Issue(node.line, node.column, Fault.BAD_ID.code, "its id cannot be read")
    return _with_line(told, root)


def _placed(issues: list[Issue], name: str) -> tuple[Issue, ...]:
    """Return the issues in order of place, each once and under the file's name."""
    return tuple(sorted({replace(issue, file=name) for issue in issues}))


def _pack_node(node: Node | None, report: Report) -> Mapping | None:
    """Return the node if it says it is a pack of this format; if not, one sentence says why."""
    if not isinstance(node, Mapping):
        hint = "a pack begins with 'format: 1'"
        report.fault(Fault.NOT_A_PACK, node or Spot(), "this file is not a pack", hint)
        return None
    said = next((value for key, value in node.entries if key.text == "format"), None)
    if said is None:
        message, hint = "this file is not a pack: it has no 'format'", "begin with 'format: 1'"
        report.fault(Fault.NOT_A_PACK, node, message, hint)
        return None
    word = said.text if isinstance(said, Scalar) else ""
    if word == str(FORMAT):
        return node
    if word.isascii() and word.isdecimal() and len(word) < 10 and int(word) > FORMAT:  # noqa: PLR2004
        message = f"this pack has format {int(word)}; this quizgame reads format {FORMAT}"
        report.fault(Fault.NOT_A_PACK, said, message, "a newer quizgame may read it")
    else:
        report.fault(Fault.NOT_A_PACK, said, f"'format' must be {FORMAT}")
    return None


def _read_root(root: Fields) -> PackDraft | None:
    """Return the pack as written, or None when it cannot be played safely."""
    ladder = read_ladder(root)
    terms = read_terms(root, ladder) if ladder else None
    if ladder is None or terms is None:
        return None
    source, headings = read_source(root, ladder, terms.glossary)
    face, open_texts = read_face(root, ladder, terms.glossary)
    stray = root.finish() and "terms" not in root
    cards = _read_cards(root, _book(ladder, terms.glossary, face, source))
    if not root.report.trusted or stray or _repeated(root.node, {"terms", "tiers"}):
        # The stray field may be the terms, mistyped.
        message = "some terms or tiers may be lost here, so this pack cannot be played"
        root.report.fault(Fault.TERMS, root.node, message, "mend the fields of the pack first")
        return None
    # Without an id there is nothing to keep saves under.
    if not face.id:
        return None
    glossary, played = terms.glossary, tuple(draft.card for draft in cards)
    return PackDraft(
        pack=SealedPack(face=face, source=source, glossary=glossary, cards=played),
        open_texts=open_texts,
        headings=headings,
        terms=terms.drafts,
        rings=terms.rings,
        cards=cards,
    )


def _book(ladder: Ladder, glossary: Glossary, face: PackFace, source: Source | None) -> Book:
    """Return what the cards of a pack refer to."""
    return Book(
        ladder=ladder,
        tiers={tier.id: number for number, tier in enumerate(ladder.tiers)},
        glossary=glossary,
        # Of two terms with one id, the later tier counts.
        terms={term.id: term for term in sorted(glossary.terms, key=lambda term: term.tier)},
        notes=frozenset(face.notes),
        sections=frozenset(part.id for part in source.sections) if source else frozenset(),
    )


def _repeated(node: Node, names: set[str]) -> bool:
    """Tell whether one of the names stands twice among a mapping's fields."""
    if not isinstance(node, Mapping) or not flawed(node):
        return False
    said = [key.text for key, _ in node.entries]
    return any(said.count(name) > 1 for name in names)


def _read_cards(root: Fields, book: Book) -> tuple[CardDraft, ...]:
    """Return the cards that are sound; an id that is taken leaves its card out."""
    cards: dict[str, CardDraft] = {}
    places: dict[str, int] = {}
    for node in root.rows("cards"):
        ident = _ident(node)
        if ident is not None and ident.text in places:
            message = f"the card on line {places[ident.text]} has this id already"
            root.report.fault(Fault.REPEATED_ID, ident, message, "give every card an id of its own")
            read_card(node, book, root.report)
            continue
        draft = read_card(node, book, root.report)
        if draft is not None:
            # Only a card that can be played takes an id: a broken one may be a hidden one.
            cards[draft.card.id] = draft
            places[draft.card.id] = draft.line
    if len(root.report.issues) >= MOST_ISSUES:
        message = "there are more faults than can be told here"
        root.report.fault(Fault.TOO_BIG, root.at("cards"), message, "mend these first")
    return tuple(cards.values())


def _ident(node: Node) -> Scalar | None:
    """Return the id of a card as written."""
    if not isinstance(node, Mapping):
        return None
    for key, value in node.entries:
        if key.text == "id" and isinstance(value, Scalar):
            return value
    return None
