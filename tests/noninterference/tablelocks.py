"""Locks on the curtain: what a shared screen, a shut curtain and a handover can show or reach."""

import gc
from collections.abc import Iterator
from pathlib import Path
from random import Random

from quizgame.domain import intents as want
from quizgame.domain import ledger, players, table, tableviews, views
from quizgame.domain.cards import Card
from quizgame.domain.gate import Deck
from quizgame.domain.intents import Intent
from quizgame.domain.packs import SealedPack
from quizgame.domain.session import Session
from quizgame.services.authoring import QUESTION
from quizgame.services.game import Game
from quizgame.services.tables import Tables
from quizgame.ui.ops import Words
from quizgame.ui.sheet import Sheet
from quizgame.ui.stage import Stage
from quizgame.ui.theme import DARK_ROOM
from quizgame.ui.typeface import Typeface
from tests.noninterference.deeds import Deed, both_can, intents
from tests.noninterference.locks import SIZE, TIERS, canary, reachable
from tests.noninterference.offers import offered
from tests.support import KINDS, LOW, card, open_game

SEALED = (Card, Deck, SealedPack, Session, Game, Tables, table.Table, table.Seating, table.Turn)
PRIVATE = (*SEALED, table.House, ledger.Entry, players.Player)
VALUES = frozenset(
    (
        "builtins",
        *(f"quizgame.domain.{name}" for name in ("settings", "tableviews", "tags", "views")),
    )
)
"""Where the types stand of which a view may be made."""
DEEDS = (Deed.WRONG, Deed.ASKS, Deed.RIGHT, Deed.HALF, Deed.SKIPS)
LEFT_ALONE = (
    "table",
    "title",
    "end-table",
    "settings",
    "help",
    "players",
    "quit",
    "again",
    "look-over",
)


def sit_down(
    game: Game, *seen: int, looks_on: int | None = None, way: str = "pass", pack: str = ""
) -> None:
    """Seat so many, each having watched so far, and begin with all rules of the evening.

    The `pack` (its id) is chosen where there is more than one.
    """
    wanted: list[Intent] = [want.Go("together")]
    wanted += [want.ChoosePack(pack)] if pack else []
    for place, tier in enumerate(seen):
        wanted += [want.EditPlayer(place + 1) if place < 2 else want.AddPlayer()]
        wanted += [want.Edit(f"Somebody {place}"), want.Change("player_seen", str(tier))]
        wanted += [want.Change("player_plays", "off")] if place == looks_on else []
        wanted += [want.Back()]
    wanted += [want.Change(f"table_{rule}", "on") for rule in ("stakes", "bets", "steals")]
    wanted += [want.Change("table_way", way), want.Change("table_rounds", "3"), want.Start()]
    for intent in wanted:
        game.send(intent)
    if isinstance(game.view(), tableviews.SureView):
        game.send(want.Agree())


def nothing_higher_is_shared(folder: Path, assets: Path, *, tier: int, seed: int) -> None:
    """Share a screen by chance; nothing higher than the one who only looks on is there at all."""
    game, sheet, rng = open_game(folder, canary(), seed=seed), Sheet(assets, SIZE), Random(seed)
    sit_down(game, 2, 2, tier, looks_on=2, way="share")
    # What its author can mend is kept from those who look on, though one of them has seen it all.
    assert game.send(want.ShowTrouble()) == QUESTION
    game.send(want.Back())
    shown: list[str] = []
    for _ in range(120):
        sheet.stage.show(game.view(), 0.0)
        scene = sheet.stage.scene(0.0)
        shown += [*(op.text for op in scene.ops if isinstance(op, Words)), *game.sounds]
        shown += _texts(game.view())
        game.sounds.clear()
        away: set[Intent] = {want.Go(place) for place in LEFT_ALONE}
        away |= {want.Back(), want.Reread(), want.ShowTrouble()}
        choices = [i for i in offered(game.view(), scene) if i not in away]
        game.send(rng.choice(choices or [want.Back()]))
        if isinstance(game.view(), tableviews.TableResultsView):
            break
    game.close()
    saved = b"".join(p.read_bytes() for p in (folder / "data").rglob("*") if p.is_file())
    words = " ".join(shown)
    assert f"canary{tier}" in words
    for higher in range(tier + 1, 3):
        assert f"canary{higher}" not in words
        assert f"canary{higher}".encode() not in saved
        assert f"c{higher}-".encode() not in saved


def _own_words() -> str:
    """Return a pack in which every card has a word of its own."""
    cards = [
        card(f"c{tier}-{kind}-{copy}", TIERS[tier], kind, f"word{tier}{kind}{copy}x")
        for tier in range(3)
        for kind in KINDS
        for copy in range(2)
    ]
    return LOW + "cards:\n" + "".join(cards)


def no_handover_shows_a_card(folder: Path, assets: Path) -> None:
    """Paint the frames around every handover: a curtain has no word of a card, a card its own."""
    game = open_game(folder, _own_words())
    stage = Stage(Typeface(assets / "fonts"), DARK_ROOM, SIZE)
    words = [f"word{tier}{kind}{copy}x" for tier in range(3) for kind in KINDS for copy in range(2)]
    sit_down(game, 0, 1, 2, 2)
    now, curtains = 0.0, 0
    for intent in whole_game(game):
        if intent:
            game.send(intent)
        view = game.view()
        own = _card_word(game)
        # At once, while what moves is in motion, and when it has come to rest.
        for later in (0.0, 0.05, 5.0):
            now += later
            stage.show(view, now)
            painted = " ".join(op.text for op in stage.ops(now) if isinstance(op, Words))
            found = {word for word in words if word in painted}
            if isinstance(view, tableviews.HandoverView):
                curtains += 1
                assert view.who.name.upper() in painted.upper()
                assert not found
            else:
                assert found <= {own}
    assert curtains > 30


def _card_word(game: Game) -> str:
    """Return the word of the card before somebody now."""
    at = game._gathering._tables.table  # noqa: SLF001
    found = at.card if at else None
    return found.category.removeprefix("Sort ") if found else ""


def whole_game(game: Game) -> Iterator[Intent | None]:
    """Yield what is done in a game to its end, each card interrupted once."""
    turn = 0
    while not isinstance(game.view(), tableviews.TableResultsView):
        yield want.OpenCurtain()
        at = game._gathering._tables.table  # noqa: SLF001
        assert at is not None
        match at.phase:
            case table.Phase.REVEALED:
                yield want.AskJudge()
                yield want.Next()
            case table.Phase.JUDGING:
                yield want.Refuse()
            case _:
                yield want.Interrupt()
                yield want.OpenCurtain()
                yield from intents(both_can(DEEDS[turn % len(DEEDS)], (at,)), at)
                turn += 1


def nothing_is_within_reach(folder: Path, assets: Path) -> None:
    """Walk from every view of a game over all it refers to, and from the screen at its end."""
    game, sheet = open_game(folder, canary()), Sheet(assets, SIZE)
    sit_down(game, 0, 1, 2)
    seen: set[str] = set()
    for intent in whole_game(game):
        if intent:
            game.send(intent)
        view = game.view()
        _is_made_of_values(view)
        if type(view).__name__ not in seen:
            seen.add(type(view).__name__)
            sheet.paint(view)
            found = reachable(sheet.stage)
            assert len(found) > 100
            assert not [o for o in found if isinstance(o, PRIVATE)]
    for intent in (want.Go("look-over"), want.LookOver(1)):
        _is_made_of_values(game.send(intent))


def _is_made_of_values(view: views.View) -> None:
    """See that a view is made of plain values, and with the curtain shut of no word of a card."""
    found = reachable(view)
    assert not [o for o in found if type(o).__module__ not in VALUES]
    if isinstance(view, tableviews.HandoverView | tableviews.NothingView):
        assert not [text for text in _texts(view) if "canary" in text or text.startswith("c0-")]


def _texts(view: views.View) -> list[str]:
    return [o for o in reachable(view) if isinstance(o, str)]


def table_locks(folder: Path, assets: Path) -> None:
    """Try all of these locks."""
    gc.collect()
    nothing_is_within_reach(folder / "reach", assets)
    no_handover_shows_a_card(folder / "frames", assets)
    nothing_higher_is_shared(folder / "shared", assets, tier=0, seed=0)
    nothing_higher_is_shared(folder / "shared-1", assets, tier=1, seed=1)
