"""Reading the head of a pack: ladder, terms, source and face, failing closed at each."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from quizgame.domain.cards import Picture
from quizgame.domain.drafts import Said, TermDraft
from quizgame.domain.evidence import Section
from quizgame.domain.packs import PackFace, Source
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import LOWEST, Ladder, Tier
from quizgame.domain.wording import words_of
from quizgame.storage.faults import Fault, Placed, Report
from quizgame.storage.fields import Fields, did_you_mean, quotable, said
from quizgame.storage.yamlnodes import Mapping, Node, Sequence

KINDS = ("film", "series", "book", "play", "game", "other")
SORTS = ("person", "place", "thing", "work")
DEFAULT_POSTER = ("#22303c", "#5f7f8f")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ALT_CAP = 300
_FILE = re.compile(r"[\w-][\w .-]*(/[\w-][\w .-]*)*\.(png|jpg|jpeg|webp)", re.IGNORECASE)
_FINGERPRINT = re.compile(r"sha256:[0-9a-f]{64}")
_MOST_TERMS = 20_000
NO_PACK = "?"
UNTITLED = "A pack without a title"
_NO_TERM = "there is no term of this name"
_MOST_SECTIONS = 500


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
    rows = Fields(root.node, root.what, ladder_report).rows("tiers", 2, 30)
    root.take("tiers", optional=True)
    trusted = ladder_report.sound and not flawed(node)
    tiers: dict[str, Tier] = {}
    for number, item in enumerate(rows, 1):
        row = Fields(item, "the tier", ladder_report)
        ident = row.ident()
        trusted &= fresh(tiers, row, ident)
        label = row.text("label", cap=60) or f"Part {number}"
        tiers[ident] = Tier(ident, label, row.text("hint", cap=120, optional=True))
        row.finish()
    root.report.absorb(ladder_report)
    if not trusted:
        message = "the tiers cannot be read, so this pack cannot be played"
        root.report.fault(Fault.LADDER, node, message, "mend the tiers first")
        return None
    return Ladder(tuple(tiers.values()))


def read_tier(row: Fields, ladder: Ladder, *, default: int | None = None) -> int:
    """Return the tier of a row; broken means the top, missing the default if there is one."""
    if default is not None and "tier" not in row:
        row.take("tier", optional=True)
        return default
    ids = [tier.id for tier in ladder.tiers]
    word = row.word("tier", ids, Fault.UNKNOWN_TIER, noun="tier")
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
    rows = Fields(root.node, root.what, rows_report).rows("terms", 0, _MOST_TERMS, optional=True)
    root.take("terms", optional=True)
    trusted = rows_report.sound and not ("terms" in root and flawed(node))
    root.report.absorb(rows_report)
    terms: dict[str, Term] = {}
    for number, item in enumerate(rows):
        term, readable = _read_term(Fields(item, "the term", root.report), ladder, terms)
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
    ident = row.ident()
    fresh(taken, row, ident)
    tier = read_tier(row, ladder)
    sort = row.word("sort", SORTS, optional=True) or ""
    names_report = Report()
    named = Fields(row.node, row.what, names_report)
    fact = named.text("fact", optional=True)
    name = named.text("name", cap=80, optional=True)
    aliases = [a.text for a in named.texts("aliases", 0, 50, cap=80, optional=True)]
    names = tuple(text for text in (name, *aliases) if text)
    exact = named.flag("exact", optional=True)
    mentions = tuple(i.text for i in named.texts("mentions", 0, 50, cap=40, optional=True))
    for text in names:
        if not words_of(text):
            names_report.fault(Fault.PATTERN, row.node, "a name of this term holds no letters")
    if named.usable and not name and not fact:
        names_report.fault(Fault.MISSING, row.node, "the term has neither a name nor a fact")
    for field in ("fact", "name", "aliases", "exact", "mentions"):
        row.take(field, optional=True)
    before = len(row.report.issues)
    row.finish()
    # A mistyped field may have been the aliases.
    trusted = names_report.sound and named.usable and len(row.report.issues) == before
    row.report.absorb(names_report)
    # A broken 'exact' counts as none: the name is then looked for in every form.
    return Term(ident, tier, names, fact, sort, bool(exact), mentions), trusted


def read_source(
    root: Fields, ladder: Ladder, glossary: Glossary
) -> tuple[Source | None, tuple[Heading, ...]]:
    """Return the explainer and its titles; one without a readable tier waits for the last."""
    row = root.inner("source", "the source", optional=True)
    if row is None:
        return None, ()
    headings: list[Heading] = []

    def shown_from(part: Fields, title: str) -> int:
        written = ladder.top if flawed(part.node) else read_tier(part, ladder, default=ladder.top)
        first = max(written, glossary.tier_of([title]))
        headings.append((said("title", title, part.at("title")), first, written))
        return first

    title = row.text("title", cap=200)
    tier = shown_from(row, title)
    fingerprint = row.pattern("fingerprint", _FINGERPRINT, "sha256: and 64 hex digits")
    sections: dict[str, Section] = {}
    for item in row.rows("sections", 0, _MOST_SECTIONS, optional=True):
        part = Fields(item, "the section", row.report)
        ident, heading = part.ident(), part.text("title", cap=200)
        first = shown_from(part, heading)
        if fresh(sections, part, ident):
            sections[ident] = Section(ident, heading, first)
        part.finish()
    row.finish()
    source = Source(
        title=title, tier=tier, fingerprint=fingerprint, sections=tuple(sections.values())
    )
    return source, tuple(headings)


def read_face(
    root: Fields, ladder: Ladder, glossary: Glossary
) -> tuple[PackFace, tuple[Said, ...]]:
    """Return what everyone may see, and its texts; its id is empty when that cannot be read.

    A text that names a later term is reported and replaced: the face never goes past tier 0.
    """
    ident = root.ident()
    texts: list[Said] = []

    def safe(text: str, at: Placed, instead: str) -> str:
        texts.append(said("open", text, at))
        if glossary.tier_of([text]) == LOWEST:
            return text
        message = "everyone sees this text, and it names a term of a later tier"
        root.report.fault(Fault.FACE_SPOILS, at, message, "reword it; it is not shown as it is")
        return instead

    title = safe(root.text("title", cap=120) or ident, root.at("title"), UNTITLED)
    tagline = safe(root.text("tagline", cap=160, optional=True), root.at("tagline"), "")
    places = [item for item in getattr(root.at("tiers"), "items", ()) if isinstance(item, Mapping)]
    tiers = tuple(
        Tier(tier.id, safe(tier.label, at, f"Part {number}"), safe(tier.hint, at, ""))
        for number, (tier, at) in enumerate(zip(ladder.tiers, places, strict=True), 1)
    )
    notes: dict[str, str] = {}
    for number, item in enumerate(root.rows("notes", 0, 50, optional=True), 1):
        row = Fields(item, "the content note", root.report)
        note, label = row.ident(), row.text("label", cap=60)
        if fresh(notes, row, note):
            notes[note] = safe(label or note, row.at("label"), f"Content note {number}")
        row.finish()
    cover = read_picture(root, "cover")
    face = PackFace(
        id=ident,
        title=title,
        tagline=tagline,
        kind=root.word("kind", KINDS) or "other",
        year=root.whole("year", 1000, 3000, optional=True),
        language=root.pattern("language", _LANGUAGE, "en or ko-KR") or "und",
        licence=safe(root.text("licence", cap=80), root.at("licence"), ""),
        authors=tuple(
            safe(author.text, author, f"Author {number}")
            for number, author in enumerate(root.texts("authors", 1, 50, cap=80), 1)
        ),
        poster=_read_poster(root),
        cover=replace(cover, alt=safe(cover.alt, root.at("cover"), title)) if cover else None,
        ladder=Ladder(tiers),
        notes=notes,
        follows=_read_follows(root, ident),
    )
    return face, tuple(text for text in texts if text.text)


def _read_follows(root: Fields, ident: str) -> str:
    """Return the id of the pack this one follows; what cannot be read is the id of none."""
    if "follows" not in root:
        return ""
    follows = root.ident("follows")
    if follows and follows == ident:
        root.report.fault(Fault.REPEATED_ID, root.at("follows"), "a pack cannot follow itself")
    return follows or NO_PACK


def read_picture(row: Fields, name: str) -> Picture | None:
    """Return a picture's file and its words, both needed, or None where there is none."""
    image = row.inner(name, f"the {name}", optional=True)
    if image is None:
        return None
    file = image.pattern("file", _FILE, "a.png or pictures/a.jpg, inside the pack")
    alt = image.text("alt", cap=_ALT_CAP)
    image.finish()
    return Picture(file, alt) if file and alt else None


def _read_poster(root: Fields) -> tuple[str, str]:
    """Return the two colours of the poster, or quiet ones when they cannot be read."""
    colours = root.texts("poster", 2, 2, cap=20, optional="cover" in root)
    for colour in colours:
        if not _COLOUR.fullmatch(colour.text):
            root.report.fault(Fault.PATTERN, colour, "a colour must look like '#12ab9f', in quotes")
            return DEFAULT_POSTER
    if len(colours) != 2:  # noqa: PLR2004 (top and bottom)
        return DEFAULT_POSTER
    return colours[0].text.lower(), colours[1].text.lower()
