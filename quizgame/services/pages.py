"""The pages outside a round, as views: built from faces and decks, never from a sealed pack."""

from typing import TYPE_CHECKING

from quizgame.domain import languages, views
from quizgame.domain.settings import Choice
from quizgame.domain.tags import tier_tag
from quizgame.services import whoplays
from quizgame.storage.kept import ASK, OpenRun
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import follows, saved_tier, summary

if TYPE_CHECKING:
    # The title page is shown before cards and packs are even imported.
    from quizgame.domain.gate import Deck
    from quizgame.domain.packs import PackFace
    from quizgame.services.shelf import Shelf


SAID_THEN = {"right": "You said so too.", "half": "You nearly said so.", "wrong": "You doubted it."}


def unsure(progress: Progress, face: "PackFace", *, person: int | None = None) -> bool:
    """Tell whether it must be asked again how far a person has watched a pack.

    A save that was restored may hold more than anybody says now, and so may one in which a tier
    stands that the pack has no more.
    """
    kept = progress.watch_point(face.id, person=person)
    return kept is not None and all(kept != tier.id for tier in face.ladder.tiers)


def games(progress: Progress, packs: "Shelf | None" = None) -> tuple[OpenRun, ...]:
    """Return the games that were not ended and may be told of, the newest first.

    That of a sequel is there only while the story before it is known to its end. So says the game
    itself, for its pack may be away; where the packs are at hand, so must they. One that stands in
    a save that was restored waits until it is said how far has been watched.
    """

    def may_be_told(run: OpenRun) -> bool:
        if run.shared:
            there = packs.face(run.pack_id) if packs else None
            return there is None or not there.follows
        ends = follows(run.state)
        if ends is None and packs is None:
            # As an older game wrote it, which did not tell a sequel's apart.
            return False
        if any(progress.watch_point(pack) != end for pack, end in ends or ()):
            return False
        if progress.watch_point(run.pack_id) == ASK:
            return False
        there = packs.face(run.pack_id) if packs else None
        if packs is None or there is None:
            return True
        known = not unsure(progress, there) and face(packs, progress, run.pack_id) is not None
        said = there.ladder.watch_point(progress.watch_point(run.pack_id))
        # A file that was put together by hand may hold one that goes further.
        return known and there.ladder.watch_point(saved_tier(run.state)) <= said

    return tuple(run for run in progress.open_runs() if may_be_told(run))


def title(progress: Progress, message: str, packs: "Shelf | None" = None) -> views.TitleView:
    """Return the title page, with the game to continue and what the player must be told."""
    runs = games(progress, packs)
    saved = summary(runs[0].state) if runs else None
    return views.TitleView(
        " · ".join(saved) if saved else "",
        progress.trouble or message,
        others=max(0, len(runs) - 1),
        who=whoplays.who_plays(progress),
        badge=whoplays.badge(progress),
    )


def first(progress: Progress, message: str) -> views.View:
    """Return what the game opens with: the title, or where several play here, who it is."""
    if whoplays.several(progress):
        return whoplays.people(progress, first=True)
    return title(progress, message)


def faces(packs: "Shelf", progress: Progress) -> tuple["PackFace", ...]:
    """Return the packs this person may see: a sequel only once the story before it is known.

    A sequel is not there before that, nor without that story's pack, and nothing says so: its very
    title may tell who survives.
    """
    found = packs.faces()
    by_id = {face.id: face for face in found}

    def may_be_seen(face: "PackFace", later: frozenset[str] = frozenset()) -> bool:
        if not face.follows:
            return True
        before = by_id.get(face.follows)
        if before is None or before.id in later:
            # Where one follows the other there is no first story to be known.
            return False
        said = before.ladder.watch_point(progress.watch_point(before.id))
        return said == before.ladder.top and may_be_seen(before, later | {face.id})

    return tuple(face for face in found if may_be_seen(face))


def face(packs: "Shelf", progress: Progress, pack_id: str) -> "PackFace | None":
    """Return the face of a pack that this person may see on the shelf."""
    return next((found for found in faces(packs, progress) if found.id == pack_id), None)


def open_faces(packs: "Shelf") -> tuple["PackFace", ...]:
    """Return the packs that anybody may see: how much friends know of a story is not known here."""
    return tuple(face for face in packs.faces() if not face.follows)


def byline(face: "PackFace") -> str:
    """Return the line at the foot of a poster: kind, year, tagline."""
    parts = (face.kind.capitalize(), str(face.year) if face.year else "", face.tagline)
    return " · ".join(part for part in parts if part)


def details(face: "PackFace", progress: Progress, *, own: bool = False) -> views.DetailsView:
    """Return the page about a pack, with the themes this person leaves out."""
    left_out = progress.left_out(face.id)
    return views.DetailsView(
        pack_id=face.id,
        title=face.title,
        byline=byline(face),
        colours=face.poster,
        facts=(
            ("Made by", ", ".join(face.authors)),
            ("Licence", face.licence),
            ("Language", languages.name(face.language)),
            ("Version", face.version),
        ),
        notes=tuple(
            views.NoteRow(note, label, note not in left_out) for note, label in face.notes.items()
        ),
        own=own,
    )


def watch_point(
    packs: "Shelf", progress: Progress, face: "PackFace", playhead: int, round_length: Choice
) -> views.WatchPointView:
    """Return the strip with the playhead at a tier."""
    said = face.ladder.watch_point(progress.watch_point(face.id))
    left_out = progress.left_out(face.id)
    cards, beliefs = None, False
    if playhead <= said:
        # Further than the player has said, even a number would tell what lies there.
        deck = packs.deck(face.id, playhead)
        cards, beliefs = len(deck.without(left_out).cards), bool(deck.beliefs)
    return views.WatchPointView(
        pack_title=face.title,
        done=face.done,
        frames=tuple(views.FrameView(tier.label, tier.hint) for tier in face.ladder.tiers),
        playhead=playhead,
        said=said,
        cards=cards,
        left_out=tuple(label for note, label in face.notes.items() if note in left_out),
        has_notes=bool(face.notes),
        round_length=round_length,
        pack_id=face.id,
        unfinished=_unfinished(progress, face),
        beliefs=beliefs,
        # They are sealed and opened where one has said to be, not where the playhead has come to.
        predictions=playhead == said and has_predictions(packs, progress, face),
        asked_again=unsure(progress, face),
    )


def own_deck(packs: "Shelf", progress: Progress, face: "PackFace") -> "Deck":
    """Return a pack as far as this person has said to have watched, less the themes left out."""
    said = face.ladder.watch_point(progress.watch_point(face.id))
    return packs.deck(face.id, said).without(progress.left_out(face.id))


def has_predictions(packs: "Shelf", progress: Progress, face: "PackFace") -> bool:
    """Tell whether this person can seal a prediction, or has sealed one that is still there."""
    deck = own_deck(packs, progress, face)
    known = {one.id for one in deck.opened}
    own = progress.envelopes(face.id)
    return bool(deck.predictions) or any(one.card_id in known for one in own)


def beliefs(packs: "Shelf", progress: Progress, face: "PackFace") -> views.BeliefsView:
    """Return what was true for a while; nothing to those who have not said they saw it all."""
    deck = packs.deck(face.id, face.ladder.watch_point(progress.watch_point(face.id)))
    left_out = progress.left_out(face.id)
    history = progress.history(face.id)
    rows = tuple(
        views.BeliefRow(
            stem=card.stem,
            answer=", ".join(card.kind.right_words()),
            later=card.later,
            since=tier_tag(face.ladder, card.tier),
            until=tier_tag(face.ladder, card.until or face.ladder.top),
            said=SAID_THEN.get(history[card.id].last_verdict, "") if card.id in history else "",
        )
        for card in deck.beliefs
        if not card.notes & left_out
    )
    return views.BeliefsView(face.title, rows)


def _unfinished(progress: Progress, face: "PackFace") -> str:
    """Return where this pack's unfinished game stands; empty when there is none."""
    run = progress.open_run(face.id)
    saved = summary(run.state) if run and not unsure(progress, face) else None
    return saved[1] if saved else ""
