"""Generated cards and those of a person put together into one file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from quizgame.domain.drafts import PackDraft
from quizgame.domain.evidence import normalised
from quizgame.domain.terms import Glossary, Term, settled
from quizgame.domain.tiers import LOWEST, Ladder
from quizgame.generate import packwriting
from quizgame.generate.certificates import Certificates, Proof, Row
from quizgame.generate.known import Known
from quizgame.generate.packlayout import LISTS, Layout, Piece
from quizgame.generate.packterms import terms_of
from quizgame.generate.packwriting import NOTES, Laid, Wish


@dataclass(frozen=True, slots=True)
class Before:
    """The pack as it stands: its layout, what can be played of it, what the generator wrote."""

    layout: Layout = field(default_factory=Layout)
    draft: PackDraft | None = None
    mine: Certificates = field(default_factory=Certificates)

    def kept(self, pieces: Iterable[Piece], mine: dict[str, str]) -> dict[str, Piece]:
        """Return the pieces that a person wrote or changed, by their ids."""
        return {one.ident: one for one in pieces if one.ident and mine.get(one.ident) != one.digest}

    @property
    def cards(self) -> dict[str, Piece]:
        """The cards that a person wrote or changed."""
        return self.kept(self.layout.cards, self.mine.of_cards)

    @property
    def terms(self) -> dict[str, Piece]:
        """The terms that a person wrote or changed."""
        return self.kept(self.layout.terms, self.mine.terms)

    @property
    def head(self) -> dict[str, Piece]:
        """The fields that a person wrote or changed."""
        listed = (one for one in self.layout.head if one.ident not in LISTS)
        return self.kept(listed, self.mine.head)

    @property
    def dropped(self) -> tuple[str, ...]:
        """The generated cards that a person took out."""
        if self.draft is None:
            return ()
        there = {one.ident for one in self.layout.cards}
        gone = (row.id for row in self.mine.cards if row.id not in there)
        return tuple(
            dict.fromkeys((*(one for one in self.mine.dropped if one not in there), *gone))
        )


class Assembly:
    """Writes the pack around the cards that have been picked."""

    def __init__(self, known: Known, wish: Wish, before: Before) -> None:
        self.known = known
        self.wish = wish
        self.before = before
        self.book = known.book
        self._kept_terms = tuple(self._terms_kept())
        title = before.draft.pack.face.title if before.draft else wish.title
        self.terms = terms_of(known, title, self._kept_terms)
        every, _ = settled([*self._kept_terms, *self.terms])
        self.glossary = Glossary(every)
        self.facts = {one.id: one.tier for one in self.glossary.terms if one.fact}

    def _terms_kept(self) -> Iterator[Term]:
        draft = self.before.draft
        if draft is None:
            return
        kept = self.before.terms
        tiers = {one.id: number for number, one in enumerate(self.book.ladder.tiers)}
        for row in draft.terms:
            if row.term.id in kept:
                tier = tiers[draft.pack.face.ladder[row.written].id]
                yield replace(row.term, tier=tier)

    def pack(self, cards: Sequence[Laid]) -> tuple[bytes, Certificates]:
        """Return the file with these cards in it, and what of it is the generator's."""
        ladder, number = self._ladder(cards)
        laid = {
            one.id: replace(one, tier=number[one.tier], opens=number[one.opens] if one.opens else 0)
            for one in cards
        }
        terms = {
            one.id: packwriting.term(replace(one, tier=number[one.tier]), ladder)
            for one in self.terms
        }
        sections = self._sections()
        pieces = {one.id: packwriting.card(one, ladder, sections) for one in laid.values()}
        notes = [one for one in NOTES if any(one in card.notes for card in cards)]
        fields = list(packwriting.head(self.wish, self.book, ladder, self._raised(number), notes))
        layout = self._joined(fields, terms, pieces, [laid[one.id].tier for one in cards], ladder)
        mine = Certificates(
            head={p.ident: p.digest for p in fields if p.ident and p.ident not in self.before.head},
            terms={ident: piece.digest for ident, piece in terms.items()},
            cards=tuple(
                Row(one.id, pieces[one.id].digest, one.sketch.facts,
                    tuple(Proof(w.text, w.why, w.fact) for w in one.wrong))
                for one in cards
            ),
            dropped=self.before.dropped,
        )  # fmt: skip
        return "".join(f"{line}\n" for line in layout.lines()).encode(), mine

    def _ladder(self, cards: Sequence[Laid]) -> tuple[Ladder, dict[int, int]]:
        """Return the tiers of the pack, and for each of the draft its number there or above."""
        whole = self.book.ladder
        draft = self.before.draft
        if draft is not None and "tiers" in self.before.head:
            there = draft.pack.face.ladder
        else:
            kept = self.before.cards
            # A prediction is dealt in no round, so it gives a pack no tier of its own.
            used = {LOWEST, whole.top, *(one.tier for one in cards if not one.opens)}
            if draft is not None:
                ids = {draft.pack.face.ladder[one.written].id for one in draft.cards
                       if one.card.id in kept}  # fmt: skip
                ids |= {draft.pack.face.ladder[row.written].id for row in draft.terms
                        if row.term.id in self.before.terms}  # fmt: skip
                used |= {n for n, tier in enumerate(whole.tiers) if tier.id in ids}
            there = Ladder(tuple(tier for n, tier in enumerate(whole.tiers) if n in used))
        at = {tier.id: n for n, tier in enumerate(there.tiers)}
        number, above = {}, there.top
        for n in reversed(range(len(whole.tiers))):
            above = at.get(whole[n].id, above)
            number[n] = above
        return there, number

    def _raised(self, number: dict[int, int]) -> dict[str, int]:
        """Return the tier from which each title of the article may be shown, "" for its own."""
        found = {"": number[self.book.ladder.top]}
        for one in self.book.sections:
            found[one.id] = number[max(one.tier, self.glossary.tier_of([one.title]))]
        return found

    def _sections(self) -> dict[str, str]:
        """Return under which id a section of the draft stands in the pack."""
        draft = self.before.draft
        if draft is None or "source" not in self.before.head or draft.pack.source is None:
            return {one.id: one.id for one in self.book.sections}
        there = {normalised(one.title): one.id for one in draft.pack.source.sections}
        return {
            one.id: there[normalised(one.title)]
            for one in self.book.sections
            if normalised(one.title) in there
        }

    def _joined(
        self, fields: list[Piece], terms: dict[str, Piece], cards: dict[str, Piece],
        tiers: list[int], ladder: Ladder,
    ) -> Layout:  # fmt: skip
        before = self.before
        if before.draft is None:
            by_tier = zip(cards.values(), tiers, strict=True)
            fresh = [*fields, Piece("terms", ("terms:" if terms else "terms: []",))]
            return Layout(
                (*fresh, Piece("cards", ("cards:",))),
                (*terms.values(), Piece("", ("",))),
                tuple(_headed(by_tier, ladder)),
            )
        head = _renewed_head(before, fields, has_terms=bool(terms))
        listed = before.layout
        return Layout(
            tuple(head),
            _renewed(listed.terms, before.terms, terms, set(before.mine.terms)),
            _renewed(listed.cards, before.cards, cards, set(before.mine.of_cards)),
        )


def _headed(cards: Iterable[tuple[Piece, int]], ladder: Ladder) -> Iterator[Piece]:
    """Yield the cards, a comment before each tier and a blank line before each card."""
    last = -1
    for piece, tier in cards:
        if tier != last:
            rule = f"  # {ladder[tier].label} ".ljust(99, "-")
            yield Piece("", (rule,) if last < 0 else ("", rule))
            last = tier
        yield Piece("", ("",))
        yield piece
    yield Piece("", ("",))


def _renewed(
    there: Sequence[Piece], kept: dict[str, Piece], fresh: dict[str, Piece], mine: set[str]
) -> tuple[Piece, ...]:
    """Return the pieces in their places: a person's as they are, the generator's renewed."""
    pieces: list[Piece] = []
    placed = set()
    for one in there:
        if not one.ident or one.ident in kept:
            pieces.append(one)
        elif one.ident in fresh and one.ident not in placed:
            pieces.append(fresh[one.ident])
        elif one.ident in mine and pieces and not "".join(pieces[-1].lines).strip():
            # The blank line before a card that is gone goes too.
            pieces.pop()
        placed.add(one.ident)
    rest = [piece for ident, piece in fresh.items() if ident not in placed]
    tail = [pieces.pop()] if pieces and not pieces[-1].ident else []
    spaced = any(len(piece.lines) > 1 for piece in fresh.values())
    for piece in rest:
        pieces += [*([Piece("", ("",))] if spaced else []), piece]
    return (*pieces, *tail)


def _renewed_head(before: Before, fields: list[Piece], *, has_terms: bool) -> Iterator[Piece]:
    fresh = {one.ident: one for one in fields if one.ident}
    kept = before.head
    there = {one.ident for one in before.layout.head}
    for one in before.layout.head:
        if one.ident == "terms" and "terms" not in there:
            continue
        if one.ident == "cards":
            for missing in ("tiers", "notes"):
                if missing in fresh and missing not in there:
                    yield from (fresh[missing], Piece("", ("",)))
            if has_terms and "terms" not in there:
                yield Piece("terms", ("terms:",))
        if one.ident == "notes" and one.ident in kept and "notes" in fresh:
            yield _with_notes(one, fresh["notes"], before)
        elif one.ident in kept or one.ident not in fresh or one.ident in LISTS:
            yield one
        else:
            yield fresh[one.ident]


def _with_notes(kept: Piece, fresh: Piece, before: Before) -> Piece:
    """Return a person's content notes with those of the generator that are not among them."""
    known = before.draft.pack.face.notes if before.draft else {}
    missing = [line for line in fresh.lines[1:] if not any(f"id: {one}," in line for one in known)]
    return Piece(kept.ident, (*kept.lines, *missing))
