"""Views of every page, from the bank that ships, with its longest cards."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import cycle, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import manual, rules, views
from quizgame.domain.cards import Card
from quizgame.domain.gate import Deck, cut
from quizgame.domain.session import Session, begin, step
from quizgame.domain.settings import Settings
from quizgame.services import demo, pages, showing
from quizgame.services.shelf import Shelf
from quizgame.storage.kept import SavedAnswer
from quizgame.storage.packfile import load
from quizgame.storage.progress import Progress
from tests import samples
from tests.conftest import ROOT

SIZES = ((1280, 800), (1920, 1080), (960, 600))
TEXTS = (100, 200)
POINT = 4
SHOWS = "A slope by night, with the moon to its right and nobody on the way up."
LONG_STEM = (
    "When the two of them meet again in the diner outside the town, what is it that happens "
    "first, before either of them has had time to order?"
)
LONG = (
    "She asks him for the key to the room where they are kept",
    "She drives him out to the sea and waits there",
    "He asks her what she has done with the car that night",
    "They count what is left of the money together",
    "He tells her that somebody else has talked to him",
    "She shows him the book that she has found at home",
)
"""Choices as long as packs may have them, and as many."""


@cache
def bank() -> Deck:
    """Return the whole Ballerina bank as a deck."""
    pack = load(ROOT / "questions" / "ballerina.yaml").pack
    assert pack is not None
    return cut(pack, POINT)


def length(card: Card) -> int:
    """Return how many letters a card puts on the screen."""
    return len(card.stem) + len(card.why) + sum(map(len, card.kind.options))


def longest_of_each_kind(deck: Deck) -> list[Card]:
    """Return the longest card of each kind."""
    kinds = {type(card.kind) for card in deck.cards}
    return [
        max((c for c in deck.cards if type(c.kind) is kind), key=length)
        for kind in sorted(kinds, key=lambda kind: kind.__name__)
    ]


def round_of(deck: Deck, card: Card, clock: int = 0) -> Session:
    """Return a round of ten that begins with this card."""
    history = {c.id: rules.CardHistory(1, missed=False) for c in deck.cards if c is not card}
    return begin(deck, history, length=10, clock=clock, seed=7)


def answered(session: Session) -> Session:
    """Return the round after its card was answered by a guess."""
    for intent in demo.guess(showing.ask(session), Random(3)):
        assert isinstance(intent, want.CardIntent)
        session, _ = step(session, intent)
    return session


def answered_right(session: Session) -> Session:
    """Return the round after its card, of one right choice, was answered so."""
    (right,) = session.card.kind.right_options()
    return step(session, want.Pick(session.desk.order.index(right)))[0]


def finished(deck: Deck) -> Session:
    """Return a whole round, guessed."""
    session = round_of(deck, longest_of_each_kind(deck)[0])
    while not session.over:
        session, _ = step(answered(session), want.Next())
    return session


def shelf_view() -> views.ShelfView:
    """Return a shelf with long and short titles and a broken file."""
    titles = ("Ballerina", "Dracula", "Romeo & Juliet", "Hound of the Baskervilles", "지우의 밤")
    colours = (
        ("#14384f", "#5fc7b2"),
        ("#240a0c", "#cf4e28"),
        ("#2b1b52", "#e59abb"),
        ("#17261c", "#9aa57e"),
        ("#123a52", "#ffb648"),
    )
    posters = tuple(
        views.PosterView(
            f"p{n}", title, "Film · 2023 · Korean thriller", pair, "Seen to: Midway", 0.5
        )
        for n, (title, pair) in enumerate(zip(titles, colours, strict=True))
    )
    return views.ShelfView(posters, ("lantern.yaml cannot be played: it has no tiers.",))


def watch_point_view(deck: Deck, playhead: int, said: int) -> views.WatchPointView:
    """Return the strip with a theme left out."""
    frames = tuple(views.FrameView(t.label, t.hint) for t in deck.face.ladder.tiers)
    return views.WatchPointView(
        pack_title=deck.face.title,
        frames=frames,
        playhead=playhead,
        said=said,
        cards=42 if playhead <= said else None,
        left_out=("Sexual violence",) if said else (),
        has_notes=True,
        round_length=Settings().choice("round_length"),
        pack_id=deck.face.id,
    )


def beliefs(deck: Deck) -> views.BeliefsView:
    """Return what was true for a while in the bank, to someone who answered most of it."""
    face = deck.face
    with TemporaryDirectory() as folder:
        progress, _ = Progress.open(Path(folder), "stamp")
        progress.set_watch_point(face.id, face.ladder[POINT].id)
        run = progress.begin_run(face.id, "", 1.0)
        verdicts = cycle(("right", "wrong", "", "right", "timeout"))
        for card, verdict in zip(deck.beliefs, verdicts, strict=False):
            if verdict:
                progress.save_answer(run, face.id, SavedAnswer(card.id, verdict, 0, 2.0, 1.0), "")
        view = pages.beliefs(Shelf((ROOT / "questions",)), progress, face)
        progress.close()
    return view


def with_pictures(deck: Deck) -> Iterator[tuple[str, views.View]]:
    """Yield cards with a picture and a sound, being asked and answered."""
    wide, tall, tiny = (
        views.PictureView(SHOWS, *size, samples.photo(*size))
        for size in ((720, 300), (260, 560), (24, 18))
    )
    photo = views.PictureView(SHOWS, 600, 400, samples.photo(600, 400))
    sound = views.SoundView("A foghorn, then steps on wet wood.", b"OggS")
    order, several, single, _, typed = map(partial(round_of, deck), longest_of_each_kind(deck))
    asked = replace(showing.ask(single), picture=photo)
    crowded = views.PickOne(tuple(views.Option(longest) for longest in LONG))
    yield "picture-asked", asked
    yield "picture-asked-crowded", replace(asked, stem=LONG_STEM, body=crowded, picture=wide)
    yield "picture-asked-tall", replace(showing.ask(order), picture=tall, sound=sound)
    yield "picture-asked-tiny", replace(showing.ask(several), picture=tiny)
    yield "picture-asked-typed", replace(showing.ask(typed), picture=photo, sound=sound)
    yield "picture-missing", replace(asked, picture=views.PictureView(SHOWS), sound=sound)
    for name, session, picture in (
        ("", single, photo),
        ("-wide", order, wide),
        ("-tall", several, tall),
    ):
        shown = showing.reveal(answered(session), 0)
        yield f"picture-answered{name}", replace(shown, picture=picture, sound=sound)


@cache
def every_page() -> tuple[tuple[str, views.View], ...]:
    """Return each page by name, with the longest real content."""
    return tuple(_every_page())


def _every_page() -> Iterator[tuple[str, views.View]]:
    deck = bank()
    yield "title", views.TitleView()
    yield "title-continue", views.TitleView("Ballerina · card 7 of 10")
    yield "shelf", shelf_view()
    notes = tuple(views.NoteRow(n, label, n != "suicide") for n, label in deck.face.notes.items())
    facts = (
        ("Made by", "The quizgame authors"),
        ("Licence", "CC-BY-4.0"),
        ("Language", "English"),
        ("Version", "1"),
    )
    colours = deck.face.poster
    byline = pages.byline(deck.face)
    yield "details", views.DetailsView("ballerina", "Ballerina", byline, colours, facts, notes)
    yield "watch-point", watch_point_view(deck, 1, 1)
    yield "watch-point-further", watch_point_view(deck, 3, 0)
    yield "watch-point-back", replace(watch_point_view(deck, 1, POINT), unfinished="card 7 of 10")
    yield "watch-point-again", replace(watch_point_view(deck, 0, 0), asked_again=True)
    yield "watch-point-back-far", watch_point_view(deck, 0, POINT - 1)
    yield "watch-point-end", replace(watch_point_view(deck, POINT, POINT), beliefs=True)
    for card in longest_of_each_kind(deck):
        kind = type(card.kind).__name__.lower()
        session = round_of(deck, card)
        yield f"question-{kind}", showing.ask(session)
        yield f"reveal-{kind}", showing.reveal(answered(session), 0)
        if kind == "singlechoice":
            yield "reveal-right", showing.reveal(answered_right(session), 0)
    yield from with_pictures(deck)
    clocked, _ = step(round_of(deck, longest_of_each_kind(deck)[2], clock=20), want.Tick(8))
    halved, _ = step(clocked, want.Halve())
    yield "question-clock", showing.ask(halved)
    yield "pause", showing.pause(clocked)
    done = finished(deck)
    yield "results", showing.results(done)
    yield "review", showing.review(done)
    yield "beliefs", beliefs(deck)
    yield "beliefs-none", views.BeliefsView(deck.face.title, ())
    yield "settings", views.SettingsView(Settings().everyday)
    yield "help", manual.page()
    yield "help-scoring", views.HelpView(manual.scoring())


def settings_of_page() -> Iterator[tuple[tuple[int, int], int]]:
    """Yield each window size with each text size."""
    yield from product(SIZES, TEXTS)
