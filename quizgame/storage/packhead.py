"""Reading the head of a pack: ladder, terms, source and face, failing closed at each."""

from collections.abc import Collection
from dataclasses import dataclass

from quizgame.domain import languages
from quizgame.domain.cards import Picture
from quizgame.domain.drafts import Said, TermDraft
from quizgame.domain.evidence import Section
from quizgame.domain.packs import FIRST_VERSION, PackFace, Source
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import LOWEST, Ladder, Tier
from quizgame.domain.wording import words_of
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.fields import Fields, quotable, said
from quizgame.storage.meant import did_you_mean
from quizgame.storage.packformat import TERM
from quizgame.storage.yamlnodes import Mapping, Node, Sequence

DEFAULT_POSTER = ("#22303c", "#5f7f8f")
NO_PACK = "?"
UNTITLED = "A pack without a title"
_NO_TERM = "there is no term of this name"


Heading = tuple[Said, int, int]
"""A title of the explainer, the tier it is shown from, and the tier its author wrote."""


def flawed(node: Node) -> bool:
    """Tell whether the YAML reader refused something inside the node."""
    return isinstance(node, Mapping | Sequence) and node.flawed


def fresh(ids: Collection[str], row: Fields, ident: str) -> bool:
    """Tell whether an id is readable and new; report it when it is taken."""
    if ident in ids:
        row.report.fault(Fault.REPEATED_ID, row.at("id"), "this id is taken by an earlier one")
    return bool(ident) and ident not in ids


def read_ladder(root: Fields) -> Ladder | None:
    """Return the ladder, or None with an issue saying that the pack is not played."""
    node = root.at("tiers")
    ladder_report = Report()
    rows = list(Fields(root.node, root.part, ladder_report).parts("tiers"))
    trusted = ladder_report.sound and not flawed(node)
    tiers: dict[str, Tier] = {}
    for number, row in enumerate(rows, 1):
        ident = row.text("id")
        trusted &= fresh(tiers, row, ident)
        tiers[ident] = Tier(ident, row.text("label") or f"Part {number}", row.text("hint"))
        row.finish()
    root.report.absorb(ladder_report)
    if not trusted:
        message = "the tiers cannot be read, so this pack cannot be played"
        root.report.fault(Fault.LADDER, node, message, "mend the tiers first")
        return None
    return Ladder(tuple(tiers.values()))


def read_tier(row: Fields, ladder: Ladder) -> int:
    """Return the tier of a row; broken or missing means the top."""
    ids = [tier.id for tier in ladder.tiers]
    word = row.named("tier", ids)
    return ladder.top if word is None else ids.index(word)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a pack: as they count, as they were written, and the rings among them."""

    glossary: Glossary
    drafts: tuple[TermDraft, ...]
    rings: tuple[tuple[str, ...], ...]


def read_terms(root: Fields, ladder: Ladder) -> Terms | None:
    """Return the terms, or None with an issue saying that the gate cannot be trusted."""
    node = root.at("terms")
    rows_report = Report()
    rows = Fields(root.node, root.part, rows_report).rows("terms")
    trusted = rows_report.sound and not ("terms" in root and flawed(node))
    root.report.absorb(rows_report)
    terms: dict[str, Term] = {}
    for number, item in enumerate(rows):
        term, readable = _read_term(Fields(item, TERM, root.report), ladder, terms)
        trusted &= readable
        # A term whose id will not do still guards its names.
        terms[term.id if term.id not in terms else f"{term.id}#{number}"] = term
    if not trusted:
        message = "what is hidden cannot be told from these terms, so this pack cannot be played"
        root.report.fault(Fault.TERMS, node, message, "mend the terms first")
        return None
    return _settled(root, rows, tuple(terms.values()))


def _settled(root: Fields, rows: tuple[Node, ...], written: tuple[Term, ...]) -> Terms:
    """Return the terms, none lower than what it mentions."""
    ids = {term.id for term in written}
    for term, row in zip(written, rows, strict=True):
        for ident in term.mentions:
            if ident not in ids:
                message = f"no term is called{quotable(ident)}" if quotable(ident) else _NO_TERM
                root.report.fault(Fault.UNKNOWN_TERM, row, message, did_you_mean(ident, ids))
    terms, rings = settled(written)
    drafts = tuple(
        TermDraft(term, before.tier, row.line, row.column)
        for term, before, row in zip(terms, written, rows, strict=True)
    )
    return Terms(Glossary(terms), drafts, rings)


def _read_term(row: Fields, ladder: Ladder, taken: Collection[str]) -> tuple[Term, bool]:
    """Return a term, and whether its names can be trusted to be all there."""
    ident = row.text("id")
    fresh(taken, row, ident)
    tier = read_tier(row, ladder)
    sort = row.word("sort") or ""
    names_report = Report()
    named = Fields(row.node, row.part, names_report)
    fact, name = named.text("fact"), named.text("name")
    aliases = [alias.text for alias in named.texts("aliases")]
    names = tuple(text for text in (name, *aliases) if text)
    exact = named.flag("exact")
    mentions = tuple(other.text for other in named.texts("mentions"))
    for text in names:
        if not words_of(text):
            names_report.fault(Fault.PATTERN, row.node, "a name of this term holds no letters")
    if named.usable and not name and not fact:
        names_report.fault(Fault.MISSING, row.node, "the term has neither a name nor a fact")
    # A mistyped field may have been the aliases.
    trusted = not row.finish() and names_report.sound and named.usable
    row.report.absorb(names_report)
    # A broken 'exact' counts as none: the name is then looked for in every form.
    return Term(ident, tier, names, fact, sort, bool(exact), mentions), trusted


def read_source(
    root: Fields, ladder: Ladder, glossary: Glossary
) -> tuple[Source | None, tuple[Heading, ...]]:
    """Return the explainer and its titles; one without a readable tier waits for the last."""
    row = root.inner("source")
    if row is None:
        return None, ()
    headings: list[Heading] = []

    def shown_from(part: Fields, title: str) -> int:
        written = ladder.top if flawed(part.node) else read_tier(part, ladder)
        first = max(written, glossary.tier_of([title]))
        headings.append((said("title", title, part.at("title")), first, written))
        return first

    title = row.text("title")
    tier = shown_from(row, title)
    fingerprint = row.text("fingerprint")
    sections: dict[str, Section] = {}
    for part in row.parts("sections"):
        ident, heading = part.text("id"), part.text("title")
        first = shown_from(part, heading)
        if fresh(sections, part, ident):
            sections[ident] = Section(ident, heading, first)
        part.finish()
    row.finish()
    source = Source(
        title=title, tier=tier, fingerprint=fingerprint, sections=tuple(sections.values())
    )
    return source, tuple(headings)


class _Open:
    """What everybody sees of a pack: each text is held back when it names a later term."""

    def __init__(self, root: Fields, glossary: Glossary) -> None:
        self.report, self.glossary = root.report, glossary
        self.texts: list[Said] = []

    def safe(self, text: str, at: Placed, instead: str) -> str:
        """Return the text, or `instead` with a fault when it goes past tier 0."""
        if text:
            self.texts.append(said("open", text, at))
        if self.glossary.tier_of([text]) == LOWEST:
            return text
        message = "everyone sees this text, and it names a term of a later tier"
        self.report.fault(Fault.FACE_SPOILS, at, message, "reword it; it is not shown as it is")
        return instead


def read_face(
    root: Fields, ladder: Ladder, glossary: Glossary
) -> tuple[PackFace, tuple[Said, ...]]:
    """Return what everyone may see, and its texts; its id is empty when that cannot be read.

    A text that names a later term is reported and replaced: the face never goes past tier 0.
    """
    shown = _Open(root, glossary)
    ident = root.text("id")
    title = shown.safe(root.text("title") or ident, root.at("title"), UNTITLED)
    face = PackFace(
        id=ident,
        version=root.text("version") or FIRST_VERSION,
        title=title,
        tagline=shown.safe(root.text("tagline"), root.at("tagline"), ""),
        kind=root.word("kind") or "other",
        year=root.whole("year"),
        language=_read_language(root),
        licence=shown.safe(root.text("licence"), root.at("licence"), ""),
        authors=tuple(
            shown.safe(author.text, author, f"Author {number}")
            for number, author in enumerate(root.texts("authors"), 1)
        ),
        poster=_read_poster(root),
        cover=_read_cover(root, shown, title),
        ladder=_read_labels(root, shown, ladder),
        notes=_read_notes(root, shown),
        follows=_read_follows(root, ident),
    )
    return face, tuple(shown.texts)


def _read_language(root: Fields) -> str:
    """Return the code of the language; one that no language has is told, and kept as it is."""
    language = root.text("language")
    if language and not languages.is_code(language):
        message = "'language' is no code of a language"
        root.report.warn(Fault.NO_LANGUAGE, root.at("language"), message, languages.mend(language))
    return language or "und"


def _read_labels(root: Fields, shown: _Open, ladder: Ladder) -> Ladder:
    """Return the ladder with each label and hint safe for everybody."""
    places = [item for item in getattr(root.at("tiers"), "items", ()) if isinstance(item, Mapping)]
    tiers = (
        Tier(tier.id, shown.safe(tier.label, at, f"Part {number}"), shown.safe(tier.hint, at, ""))
        for number, (tier, at) in enumerate(zip(ladder.tiers, places, strict=True), 1)
    )
    return Ladder(tuple(tiers))


def _read_notes(root: Fields, shown: _Open) -> dict[str, str]:
    """Return the label of each content note by its id."""
    notes: dict[str, str] = {}
    for number, row in enumerate(root.parts("notes"), 1):
        note, label = row.text("id"), row.text("label")
        if fresh(notes, row, note):
            notes[note] = shown.safe(label or note, row.at("label"), f"Content note {number}")
        row.finish()
    return notes


def _read_follows(root: Fields, ident: str) -> str:
    """Return the id of the pack this one follows; what cannot be read is the id of none."""
    if "follows" not in root:
        return ""
    follows = root.text("follows")
    if follows and follows == ident:
        root.report.fault(Fault.REPEATED_ID, root.at("follows"), "a pack cannot follow itself")
    return follows or NO_PACK


def _read_cover(root: Fields, shown: _Open, title: str) -> Picture | None:
    """Return the cover, with the title in place of words that may not be seen."""
    read = read_file(root, "cover")
    if not read:
        return None
    alt, file = read
    return Picture(file, shown.safe(alt, root.at("cover"), title))


def read_file(row: Fields, name: str) -> tuple[str, str] | tuple[()]:
    """Return the words for a picture or sound and its file in the pack, or nothing."""
    inner = row.inner(name)
    if inner is None:
        return ()
    file, alt = inner.text("file"), inner.text("alt")
    inner.finish()
    return (alt, file) if file and alt else ()


def _read_poster(root: Fields) -> tuple[str, str]:
    """Return the two colours of the poster, or quiet ones when they cannot be read."""
    colours = root.texts("poster")
    if len(colours) != 2:  # noqa: PLR2004 (top and bottom)
        return DEFAULT_POSTER
    return colours[0].text.lower(), colours[1].text.lower()
