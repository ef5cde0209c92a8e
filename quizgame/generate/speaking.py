"""All that one sentence says, as it is to be taken where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.generate import deeds, fates, places, sayings, standing, thestory
from quizgame.generate.marking import Marked, Marker
from quizgame.generate.proposal import Proposal, Told

_SPEAKERS = (
    places.homes,
    places.workplaces,
    places.belongings,
    thestory.work,
    thestory.truths,
    deeds.deeds,
    deeds.along,
    deeds.stabs,
    fates.fates,
    fates.last_image,
    sayings.wishes,
    sayings.sayings,
    sayings.symbols,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a sentence is to be taken: as a row of a cast, or as told beside the story.

    In a cast actors may stand in `brackets`, and rows may name the part first.
    """

    listed: bool
    brackets: bool
    part_first: bool
    beside: bool


def proposals(one: Marked, marker: Marker, taken: Telling) -> Iterator[Proposal]:
    """Yield what a sentence says; of a list of the cast only who plays whom, and callings.

    What is told beside the story says who made it and who plays whom, and nothing else.
    """
    told = Told(one.text, lambda number: marker.names[number].sort, one.sentence.text)
    yield from thestory.cast(
        told, listed=taken.listed, brackets=taken.brackets, part_first=taken.part_first
    )
    if taken.beside:
        yield from thestory.work(told)
        return
    for speak in (standing.callings, standing.ties):
        yield from speak(told)
    if taken.listed and not one.text.rstrip().endswith((".", "!", '"')):
        return
    for speak in _SPEAKERS:
        yield from speak(told)
