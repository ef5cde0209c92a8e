"""Predictions turned into views. Only one that has opened gives up its answer here."""

from collections.abc import Mapping
from dataclasses import replace

from quizgame.domain import rules
from quizgame.domain.envelopeviews import (
    EnvelopeRow,
    EnvelopesView,
    Foretelling,
    OtherRow,
    SealView,
)
from quizgame.domain.gate import Deck
from quizgame.domain.packs import PackFace
from quizgame.domain.predictions import RIGHT, Foretold, Prediction
from quizgame.domain.tags import tier_tag
from quizgame.services import cardviews
from quizgame.services.dates import day_of
from quizgame.services.whoplays import called
from quizgame.storage.kept import Envelope
from quizgame.storage.progress import Progress

Own = Mapping[str, Envelope]
"""A person's envelopes by card, in the order they were sealed."""


def listed(deck: Deck, own: Own) -> EnvelopesView:
    """Return all predictions of a deck: those that can be opened first, those that are last."""
    blank = [EnvelopeRow(p.id, p.stem, "blank") for p in deck.predictions if p.id not in own]
    shut = {one.id: one for one in deck.predictions}
    known = {one.id: one for one in deck.opened}
    ripe, sealed, opened, points = [], [], [], 0
    for card_id, envelope in own.items():
        told = f"Sealed on {day_of(envelope.sealed)}"
        if card_id in shut:
            sealed.append(EnvelopeRow(card_id, shut[card_id].stem, "sealed", told))
        elif card_id in known and envelope.shown is None:
            ripe.append(EnvelopeRow(card_id, known[card_id].stem, "ripe", told))
        elif card_id in known:
            ending = known[card_id].ending(envelope.choice)
            earned = rules.prediction_points(ending, envelope.sure)
            points += earned
            opened.append(EnvelopeRow(card_id, known[card_id].stem, ending, rules.signed(earned)))
    return EnvelopesView(deck.face.title, (*ripe, *blank, *sealed, *opened), points)


def blank(deck: Deck, asked: Prediction, choice: str, sure: str) -> SealView:
    """Return a prediction on its ticket, with what has been chosen so far, if it is still there."""
    return SealView(
        pack_title=deck.face.title,
        card_id=asked.id,
        stem=asked.stem,
        category=asked.category,
        tier=tier_tag(deck.face.ladder, asked.tier),
        worth=max(rules.prediction_points(RIGHT, stake) for stake in rules.PREDICTIONS),
        options=asked.options,
        stakes=rules.prediction_stakes(),
        chosen=asked.options.index(choice) if choice in asked.options else None,
        stake=sure,
    )


def inside(deck: Deck, asked: Prediction, envelope: Envelope) -> SealView:
    """Return what was sealed, to whoever sealed it."""
    shown = blank(deck, asked, envelope.choice, envelope.sure)
    return replace(shown, sealed=day_of(envelope.sealed))


def told(
    deck: Deck, foretold: Foretold, envelope: Envelope, others: tuple[OtherRow, ...]
) -> Foretelling:
    """Return an envelope laid open."""
    ending = foretold.ending(envelope.choice)
    return Foretelling(
        choice=envelope.choice,
        sure=rules.STAKE_NAMES.get(envelope.sure, ""),
        right=foretold.right,
        ending=ending,
        earned=rules.signed(rules.prediction_points(ending, envelope.sure)),
        why=foretold.why,
        cited=cardviews.cited(deck, foretold),
        others=others,
    )


def others(progress: Progress, face: PackFace, foretold: Foretold) -> tuple[OtherRow, ...]:
    """Return what others foretold who have watched as far and opened theirs."""
    rows = []
    for place, person in enumerate(progress.people()):
        said = progress.watch_point(face.id, person=person.id)
        knows = face.ladder.watch_point(said) >= foretold.opens
        if person.id == progress.who or not knows:
            continue
        for one in progress.envelopes(face.id, person=person.id):
            if one.card_id == foretold.id and one.shown is not None:
                sure, ending = rules.STAKE_NAMES.get(one.sure, ""), foretold.ending(one.choice)
                rows.append(OtherRow(called(person, place), place, one.choice, sure, ending))
    return tuple(rows)
