"""The seeded leaks of progress and awards: what a hurried hand might count."""

from tests.noninterference.mutant import Mutant, leak

PAGES = "services.progresspages:ProgressPages."
STANDING = PAGES + "_standing"
EVERY = "[a for a in self._progress.answers() if a.verdict in tallies.GIVEN]"
"""All answers there are in the save."""
WHOLE = "self._shelf._sealed(deck.face.id).cards"
ALL_DECKS = "{p: self._shelf.deck(p, d.face.ladder.top) for p, d in self._known.decks.items()}"


def _progress(name: str, channel: str, *patches: tuple[str, str, str]) -> Mutant:
    return leak(name, f"progress: {channel}", *patches, near="progress")


PROGRESS_MUTANTS: tuple[Mutant, ...] = (
    _progress(
        "bars stand for tiers ahead, too",
        "bars",
        (
            STANDING,
            "tallies.mastery(deck, own)",
            "tallies.mastery(self._shelf.deck(deck.face.id, ladder.top), own)",
        ),
    ),
    _progress(
        "a tier is mastered by its share of the whole pack",
        "percentages",
        (
            STANDING,
            "Mastered(tier_tag(ladder, tier), share)",
            f"Mastered(tier_tag(ladder, tier), (share or 0) * len(deck.cards) // len({WHOLE}))",
        ),
    ),
    _progress(
        "answers to cards that are not in the deck are let in",
        "counts",
        (
            "domain.tallies:told",
            "answer.card_id in here.get(answer.pack_id, nowhere)",
            "answer.pack_id in here",
        ),
    ),
    _progress(
        "what was true only for a while counts before it is known",
        "counts",
        ("domain.gate:cut", "if c.tier <= at and c.ended_by(at)", "if c.until is not None"),
    ),
    _progress(
        "the hardest card known is one from above",
        "cards",
        (
            STANDING,
            "tallies.hardest(deck, own)",
            "tallies.hardest(self._shelf.deck(deck.face.id, ladder.top), "
            f"tallies.of_pack({EVERY}, deck.face.id))",
        ),
    ),
    _progress(
        "the weeks count what was answered further up",
        "activity",
        (
            STANDING,
            "tallies.weeks(days, today)",
            f"tallies.weeks(tallies.by_day({EVERY}, self._day_of), today)",
        ),
    ),
    _progress(
        "days in a row count evenings spent further up",
        "streaks",
        (
            STANDING,
            "tallies.days_in_a_row(days, today)",
            f"tallies.days_in_a_row(tallies.by_day({EVERY}, self._day_of), today)",
        ),
    ),
    _progress(
        "the numbers are those of all answers in the save",
        "statistics",
        (STANDING, "_numbers(answers)", f"_numbers(tuple({EVERY}))"),
    ),
    _progress(
        "the median is over all answers in the save",
        "statistics",
        (
            STANDING,
            "numbers=_numbers(answers)",
            "numbers=Numbers(len(answers), 50, tallies.best_row(answers), "
            f"tallies.median_seconds({EVERY}))",
        ),
    ),
    _progress(
        "the best streak goes on further up",
        "streaks",
        (
            STANDING,
            "numbers=_numbers(answers)",
            f"numbers=Numbers(len(answers), 50, tallies.best_row({EVERY}), None)",
        ),
    ),
    _progress(
        "the pack played last further up comes first",
        "order",
        (STANDING, "reversed(answers)", f"reversed([a for a in {EVERY} if a.pack_id in decks])"),
    ),
    _progress(
        "a pack of which only hidden cards were answered stands there",
        "rows",
        (
            STANDING,
            "list(dict.fromkeys(answer.pack_id for answer in reversed(answers)))",
            "list(decks)",
        ),
    ),
    _progress(
        "a sequel that is not known of yet is leafed to",
        "sequels",
        (
            PAGES + "_known",
            "pages.faces(self._shelf, self._progress)",
            "self._shelf.faces()",
        ),
    ),
    _progress(
        "it is said whether anything lies behind the curtain",
        "words",
        (
            STANDING,
            "ALL if point == ladder.top else REST",
            f"REST if any(card.tier > point for card in {WHOLE}) else ALL",
        ),
    ),
    _progress(
        "others are told of with all they have answered",
        "others",
        (
            PAGES + "_beside",
            "tallies.told(progress.answers(pack_id, person=other.id), {pack_id: deck})",
            "progress.answers(pack_id, person=other.id)",
        ),
    ),
    _progress(
        "others are told of as far as they have watched",
        "others",
        (
            PAGES + "_beside",
            "{pack_id: deck}",
            "{pack_id: self._shelf.deck(pack_id, deck.face.ladder.watch_point("
            "progress.watch_point(pack_id, person=other.id)))}",
        ),
    ),
    _progress(
        "who has watched further stands first",
        "others",
        (
            PAGES + "_beside",
            "(*_beside(YOU, own), *rows) if rows",
            "tuple(sorted((*_beside(YOU, own), *rows), key=lambda row: -sum(len("
            "progress.answers(pack_id, person=o.id)) for o in others if o.name == row.name)))"
            " if rows",
        ),
    ),
    _progress(
        "behind a name stands how much its owner has answered",
        "others",
        (
            PAGES + "_beside",
            "_beside(other.name, answers)",
            '_beside(f"{other.name} ({len(progress.answers(pack_id, person=other.id))})", answers)',
        ),
    ),
    _progress(
        "beside a share stands how much its owner has answered in all",
        "others",
        (
            PAGES + "_beside",
            "rows += _beside(other.name, answers)",
            "rows += [Beside(row.name, row.share, len(progress.answers(pack_id, person=other.id)))"
            " for row in _beside(other.name, answers)]",
        ),
    ),
    _progress(
        "awards are won further up",
        "awards",
        (
            PAGES + "_all_won",
            "self._shelf.deck(pack, deck.watch_point)",
            "self._shelf.deck(pack, deck.face.ladder.top)",
        ),
    ),
    _progress(
        "an award is there only where the pack has hard cards",
        "awards",
        (
            PAGES + "_awards",
            "for award in awards.AWARDS",
            'for award in awards.AWARDS if award.id != "hard" or any(c.difficulty == 3'
            " for p in self._known.decks for c in self._shelf._sealed(p).cards)",
        ),
    ),
    _progress(
        "the rule of an award says how many cards there are",
        "awards",
        (
            PAGES + "_awards",
            "award.rule,",
            'f"{award.rule} {[len(self._shelf._sealed(p).cards) for p in self._known.decks]}",',
        ),
    ),
    _progress(
        "the deck is kept after the watch point was lowered",
        "watch point lowered",
        (PAGES + "_deck", "cut is None or cut[0] != (point, left_out)", "cut is None"),
    ),
    _progress(
        "the page is kept after the watch point was lowered",
        "watch point lowered",
        (PAGES + "hear", "here.page not in PAGES or not isinstance(intent, LEAFING)", "False"),
        (PAGES + "_look", "self._edition != self._shelf.edition", "not self._edition"),
    ),
)
