"""Turning a round into views. Only a card that has been answered gives up its answer here."""

from dataclasses import replace

from quizgame.domain import rules, views
from quizgame.domain.desk import Ending, Outcome
from quizgame.domain.session import Session
from quizgame.domain.tags import tier_tag
from quizgame.services import cardviews
from quizgame.services.projector import Projecting, unlit


def ask(session: Session, projecting: Projecting = unlit) -> views.AskView:
    """Return the card being asked, without its answer."""
    shown = projecting(session.deck.face.id, session.card)
    clock = views.ClockView(session.clock, session.clock - session.desk.seconds)
    return views.AskView(
        board=_board(session),
        stub=_stub(session, session.at),
        stem=session.card.stem,
        body=cardviews.body(session.card, session.desk),
        fifties=session.fifties,
        can_halve=session.can_halve,
        can_submit=session.can_submit,
        clock=clock if session.clock else None,
        picture=shown.picture,
        sound=shown.sound,
    )


def pause(session: Session, *, kept: bool = True) -> views.PauseView:
    """Return the page that hides the card."""
    return views.PauseView(_board(session), kept)


def reveal(  # noqa: PLR0913 (each tells what else stands around an answer)
    session: Session,
    number: int,
    *,
    looking_back: bool = False,
    kept: bool = True,
    reported: bool = False,
    projecting: Projecting = unlit,
) -> views.RevealView:
    """Return the answered card at place `number` of the round."""
    outcome, card = session.outcomes[number], session.deck.card(session.dealt[number].card_id)
    shown = projecting(session.deck.face.id, card)
    return views.RevealView(
        board=replace(_board(session), number=number + 1),
        stub=_stub(session, number),
        stem=card.stem,
        marks=cardviews.marks(card, session.dealt[number].order, outcome),
        ending=outcome.ending.value,
        points=outcome.points,
        row=_row_words(outcome),
        why=card.why,
        cited=cardviews.cited(session.deck, card),
        last=number + 1 == len(session.dealt),
        told=cardviews.told(card, outcome),
        looking_back=looking_back,
        kept=kept,
        reported=reported,
        picture=shown.picture,
        sound=shown.sound,
    )


def results(
    session: Session, awards: tuple[str, ...] = (), *, predictions: bool = False
) -> views.ResultsView:
    """Return how the round went, with the names of the awards that were won in it.

    `predictions` when there is one left to seal.
    """
    deck = session.deck
    endings = [outcome.ending for outcome in session.outcomes]
    right_times = [o.seconds for o in session.outcomes if o.ending is Ending.RIGHT]
    return views.ResultsView(
        pack_title=deck.face.title,
        done=deck.face.done,
        tier=tier_tag(deck.face.ladder, deck.watch_point),
        score=session.score,
        right=endings.count(Ending.RIGHT),
        half=endings.count(Ending.HALF),
        asked=len(endings),
        best_streak=session.best_streak,
        quickest=min(right_times, default=None),
        marks=_board(session).marks,
        awards=awards,
        predictions=predictions,
    )


def review(session: Session) -> views.ReviewView:
    """Return the answers of the round, a line each."""
    rows = []
    for number, outcome in enumerate(session.outcomes):
        card = session.deck.card(outcome.card_id)
        rows.append(
            views.AnswerRow(
                number=number,
                stem=card.stem,
                right_words=cardviews.joined(card, card.kind.right_words()),
                said=cardviews.said(card, outcome),
                ending=outcome.ending.value,
                tier=tier_tag(session.deck.face.ladder, card.tier),
            )
        )
    return views.ReviewView(tuple(rows))


def _board(session: Session) -> views.Scoreboard:
    ended = tuple(outcome.ending.value for outcome in session.outcomes)
    now = () if session.revealed or session.over else ("now",)
    ahead = ("ahead",) * (len(session.dealt) - len(ended) - len(now))
    return views.Scoreboard(session.at + 1, ended + now + ahead, session.score, session.streak)


def _stub(session: Session, number: int) -> views.Stub:
    deck = session.deck
    card = deck.card(session.dealt[number].card_id)
    answered = number < len(session.outcomes)
    streak = session.outcomes[number].streak_before if answered else session.streak
    halved = session.outcomes[number].halved if answered else bool(session.desk.removed)
    return cardviews.stub(
        deck,
        card,
        worth=rules.worth(card.difficulty, streak, halved=halved, clock=bool(session.clock)),
        answered=answered,
    )


def _row_words(outcome: Outcome) -> str:
    before = outcome.streak_before
    match outcome.ending:
        case Ending.RIGHT:
            return f"{before + 1} in a row" if before else ""
        case Ending.HALF:
            return "one slip, half the points"
        case Ending.WRONG | Ending.TIMEOUT:
            return f"the row ends at {before}" if before > 1 else ""
        case Ending.SKIPPED:
            return f"still {before} in a row" if before > 1 else ""
