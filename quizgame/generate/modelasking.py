"""Asking a model about the article piece by piece, and keeping what holds of each answer."""

from collections import Counter
from dataclasses import replace

from quizgame.domain.evidence import fingerprint
from quizgame.generate.marking import Marker
from quizgame.generate.model import Hear, Model, ModelError
from quizgame.generate.modelchecking import Borne, Checker, Reason, RefusedError
from quizgame.generate.modeljoining import Desk, Joined, joined
from quizgame.generate.modelkept import Answer, Kept
from quizgame.generate.modelparsing import Claim, Parsed, parsed
from quizgame.generate.modelprompt import Estimate, Piece, asking, estimate, pieces

_TRIES = 2


def waiting(desk: Desk, answers: tuple[Answer, ...], model: str) -> list[tuple[Piece, Estimate]]:
    """Return the pieces that this model has not answered yet, with what each may cost."""
    have = {one.key for one in answers}
    now = joined(desk, answers)
    left = [one for one in pieces(desk.article, list(now.marked)) if one.key(model) not in have]
    return [(one, estimate(one, now.book)) for one in left]


def asked(
    model: Model, desk: Desk, answers: tuple[Answer, ...], piece: Piece, hear: Hear
) -> tuple[Answer, int | None]:
    """Return what holds of the model's answer about a piece, and the tokens its server counted.

    ModelError when there is none that can be read.
    """
    now = joined(desk, answers)
    piece = _marked_anew(piece, now)
    for _ in range(_TRIES):
        said = model.answer(asking(piece, now.book), hear)
        found = parsed(said.text)
        if found.readable:
            return _answer(model, piece, found, (desk, answers, now)), said.tokens
    message = f"{model.name} gives no facts that can be read about '{piece.section.title}'."
    raise ModelError(message, ends=False)


def _answer(
    model: Model, piece: Piece, found: Parsed, state: tuple[Desk, tuple[Answer, ...], Joined]
) -> Answer:
    desk, answers, now = state
    refused = Counter[str]({Reason.MALFORMED: found.malformed, Reason.BEYOND: found.beyond})
    names = [one for one in found.claims if one.name]
    facts = [one for one in found.claims if not one.name]
    answer = Answer(piece.key(model.name), model.name, piece.section.id)
    checker = Checker(now.book, Marker(now.book.names))
    kept = _holding(names, piece, checker, refused)
    answer = replace(answer, kept=kept)
    if kept:
        now = joined(desk, (*answers, answer))
        piece = _marked_anew(piece, now)
        checker = Checker(now.book, Marker(now.book.names))
    kept = (*kept, *_holding(facts, piece, checker, refused))
    return replace(
        answer,
        kept=kept,
        refused=tuple(sorted((str(key), count) for key, count in (+refused).items())),
    )


def _holding(
    claims: list[Claim], piece: Piece, checker: Checker, refused: Counter[str]
) -> tuple[Kept, ...]:
    """Return the claims that hold, each once, and count the others."""
    kept: dict[Kept, None] = {}
    for claim in claims:
        try:
            borne = checker.fits(claim, piece)
        except RefusedError as error:
            refused[error.reason] += 1
        else:
            kept[_kept(borne)] = None
    return tuple(kept)


def _kept(borne: Borne) -> Kept:
    claim = Claim(
        subject=borne.subject,
        relation=borne.relation,
        object=borne.object,
        words=borne.words,
        how=borne.how,
        tier=borne.tier,
        name=borne.name,
        sort=borne.sort,
    )
    return Kept(claim, fingerprint(borne.sentence.sentence.text))


def _marked_anew(piece: Piece, now: Joined) -> Piece:
    """Return a piece with its sentences as the names of now mark them."""
    at = {(one.sentence.place, one.sentence.start): one for one in now.marked}
    sentences = (at[one.sentence.place, one.sentence.start] for one in piece.sentences)
    return replace(piece, sentences=tuple(sentences))
