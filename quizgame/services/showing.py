"""Turning a round into views. Only a card that has been answered gives up its answer here."""

from dataclasses import replace

from quizgame.domain import rules, views
from quizgame.domain.cards import (
    Arranged,
    Card,
    Chosen,
    PutInOrder,
    SeveralRight,
    SingleChoice,
    TypeAnswer,
    Typed,
)
from quizgame.domain.gate import Deck
from quizgame.domain.packs import PackFace
from quizgame.domain.session import Ending, Outcome, Session

LETTERS = "ABCDEF"


def ask(session: Session) -> views.AskView:
    """Return the card being asked, without its answer."""
    clock = views.ClockView(session.clock, session.clock - session.desk.seconds)
    return views.AskView(
        board=_board(session),
        stub=_stub(session, session.at),
        stem=session.card.stem,
        body=_body(session),
        fifties=session.fifties,
        can_halve=session.can_halve,
        can_submit=session.can_submit,
        clock=clock if session.clock else None,
    )


def pause(session: Session, *, kept: bool = True) -> views.PauseView:
    """Return the page that hides the card."""
    return views.PauseView(_board(session), kept)


def reveal(
    session: Session, number: int, *, looking_back: bool = False, kept: bool = True
) -> views.RevealView:
    """Return the answered card at place `number` of the round."""
    outcome, card = session.outcomes[number], session.deck.card(session.dealt[number].card_id)
    return views.RevealView(
        board=replace(_board(session), number=number + 1),
        stub=_stub(session, number),
        stem=card.stem,
        marks=_marks(card, session.dealt[number].order, outcome),
        ending=outcome.ending.value,
        points=outcome.points,
        row=_row_words(outcome),
        why=card.why,
        cited=_cited(session.deck, card),
        last=number + 1 == len(session.dealt),
        told=_told(card, outcome),
        looking_back=looking_back,
        kept=kept,
    )


def results(session: Session) -> views.ResultsView:
    """Return how the round went."""
    deck = session.deck
    endings = [outcome.ending for outcome in session.outcomes]
    right_times = [o.seconds for o in session.outcomes if o.ending is Ending.RIGHT]
    return views.ResultsView(
        pack_title=deck.face.title,
        tier=_tag(deck.face, deck.watch_point),
        score=session.score,
        right=endings.count(Ending.RIGHT),
        half=endings.count(Ending.HALF),
        asked=len(endings),
        best_streak=session.best_streak,
        quickest=min(right_times, default=None),
        marks=_board(session).marks,
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
                right_words=_joined(card, card.kind.right_words()),
                said=_said(card, outcome),
                ending=outcome.ending.value,
                tier=_tag(session.deck.face, card.tier),
            )
        )
    return views.ReviewView(tuple(rows))


def _board(session: Session) -> views.Scoreboard:
    ended = tuple(outcome.ending.value for outcome in session.outcomes)
    now = () if session.revealed or session.over else ("now",)
    ahead = ("ahead",) * (len(session.dealt) - len(ended) - len(now))
    return views.Scoreboard(session.at + 1, ended + now + ahead, session.score, session.streak)


def _tag(face: PackFace, tier: int) -> views.TierTag:
    return views.TierTag(face.ladder[tier].label, tier, len(face.ladder))


def _stub(session: Session, number: int) -> views.Stub:
    deck = session.deck
    card = deck.card(session.dealt[number].card_id)
    answered = number < len(session.outcomes)
    streak = session.outcomes[number].streak_before if answered else session.streak
    halved = session.outcomes[number].halved if answered else bool(session.desk.removed)
    return views.Stub(
        pack_title=deck.face.title,
        number=deck.number(card.id),
        tier=_tag(deck.face, card.tier),
        category=card.category,
        worth=rules.worth(card.difficulty, streak, halved=halved, clock=bool(session.clock)),
        # Beside a card still being asked, its theme could tell the answer.
        notes=tuple(deck.face.notes[n] for n in sorted(card.notes)) if answered else (),
    )


def _body(session: Session) -> views.Body:
    desk, kind = session.desk, session.card.kind
    options = tuple(
        views.Option(kind.options[n], n in desk.marked, n in desk.removed) for n in desk.order
    )
    match kind:
        case SeveralRight():
            return views.PickSeveral(options)
        case PutInOrder():
            return views.Arrange(tuple(option.text for option in options))
        case TypeAnswer():
            return views.TypeIn(desk.text)
        case SingleChoice():
            return views.PickOne(options)


def _marks(card: Card, order: tuple[int, ...], outcome: Outcome) -> tuple[views.Mark, ...]:
    match card.kind:
        case PutInOrder():
            return _order_marks(card, outcome)
        case TypeAnswer():
            return _typed_marks(card, outcome)
        case SingleChoice() | SeveralRight():
            picked = outcome.reply.options if isinstance(outcome.reply, Chosen) else frozenset()
            right = card.kind.right_options()
            return tuple(
                views.Mark(LETTERS[place], card.kind.options[n], _state(n in right, n in picked))
                for place, n in enumerate(order)
            )


def _told(card: Card, outcome: Outcome) -> str:
    if not isinstance(card.kind, PutInOrder):
        return ""
    marked = ", with a tick where yours agreed" if outcome.reply else ""
    return f"The right order{marked}:"


def _state(is_right: bool, is_picked: bool) -> str:  # noqa: FBT001 (a truth table)
    if is_right:
        return "right" if is_picked else "missed"
    return "wrong" if is_picked else "plain"


def _order_marks(card: Card, outcome: Outcome) -> tuple[views.Mark, ...]:
    said = outcome.reply.order if isinstance(outcome.reply, Arranged) else ()
    return tuple(
        views.Mark(
            str(place + 1),
            text,
            "right" if said and said[place] == place else "placed",
        )
        for place, text in enumerate(card.kind.right_words())
    )


def _typed_marks(card: Card, outcome: Outcome) -> tuple[views.Mark, ...]:
    said = outcome.reply.text if isinstance(outcome.reply, Typed) else ""
    right = outcome.ending is Ending.RIGHT
    answer = views.Mark("", card.kind.right_words()[0], "right" if right else "missed")
    return (answer,) if right or not said else (answer, views.Mark("", said, "wrong"))


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


def _cited(deck: Deck, card: Card) -> str:
    if card.citation is None:
        return ""
    heading = deck.headings.get(card.citation.section)
    if heading is None:
        return "From the explainer. The heading it stands under would tell too much here."
    return f"From the explainer: “{heading}”, paragraph {card.citation.paragraph}"


def _said(card: Card, outcome: Outcome) -> str:
    match outcome.reply:
        case Chosen(options):
            words = _joined(card, tuple(card.kind.options[n] for n in sorted(options)))
            return f"you said {words}"
        case Arranged(order):
            return f"you said {_joined(card, tuple(card.kind.options[n] for n in order))}"
        case Typed(text):
            return f"you typed {text}"
        case None:
            return "ran out of time" if outcome.ending is Ending.TIMEOUT else "skipped"


def _joined(card: Card, words: tuple[str, ...]) -> str:
    return (" → " if isinstance(card.kind, PutInOrder) else ", ").join(words)
