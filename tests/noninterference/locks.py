"""Locks on the one door: what a screen can reach, and a pack whose every word names its tier."""

import gc
import types
from pathlib import Path
from random import Random

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.cards import Card
from quizgame.domain.gate import Deck
from quizgame.domain.packs import SealedPack
from quizgame.domain.session import Session
from quizgame.services.game import Game
from quizgame.ui.ops import Words
from quizgame.ui.sheet import Sheet
from tests.support import KINDS, LOW, card, open_game

TIERS = ("start", "middle", "end")
SIZE = (960, 600)
CODE = (types.ModuleType, type)


def canary() -> str:
    """Return a pack in which every word of every card names the tier it belongs to."""
    cards = [
        card(f"c{tier}-{kind}", TIERS[tier], kind, f"canary{tier}")
        for tier in range(3)
        for kind in KINDS
    ]
    return LOW + "cards:\n" + "".join(cards)


def no_higher_mark_is_found(folder: Path, assets: Path, *, tier: int, seed: int) -> None:
    """Play by chance at a tier; no mark of a higher one may be painted or saved."""
    game, sheet, rng = open_game(folder, canary(), seed=seed), Sheet(assets, SIZE), Random(seed)
    painted: list[str] = []
    for intent in (want.Go("play"), want.MovePlayhead(tier), want.Start()):
        game.send(intent)
    for _ in range(150):
        sheet.stage.show(game.view(), 0.0)
        scene = sheet.stage.scene(0.0)
        painted += [op.text for op in scene.ops if isinstance(op, Words)]
        offered = [t.intent for t in scene.targets if t.intent] + list(scene.shortcuts.values())
        chosen = rng.choice(offered)
        claims = isinstance(chosen, want.MovePlayhead) and chosen.tier > tier
        if chosen != want.Go("quit") and not claims:
            game.send(chosen)
    game.close()
    saved = b"".join(p.read_bytes() for p in (folder / "data").rglob("*") if p.is_file())
    shown = " ".join(painted)
    assert f"canary{tier}" in shown
    for higher in range(tier + 1, 3):
        assert f"canary{higher}" not in shown
        assert f"canary{higher}".encode() not in saved
        assert f"c{higher}-".encode() not in saved


def no_answer_is_within_reach(folder: Path, assets: Path) -> None:
    """Ask a card of each kind; neither its view nor the screen may hold what is right or why."""
    game = open_game(folder, canary())
    for intent in (want.Go("play"), want.Start()):
        game.send(intent)
    asked = 0
    while isinstance(view := game.view(), views.AskView):
        # A fresh sheet each time: the last reveal has shown the words of the card before.
        sheet = Sheet(assets, SIZE)
        sheet.paint(view)
        words = {o for o in reachable((sheet.stage, view)) if isinstance(o, str)}
        assert "Because of canary0." not in words
        assert "Typed canary0" not in words
        asked += 1
        game.send(want.Skip())
        game.send(want.Next())
    assert asked == len(KINDS)


def no_answer_can_be_told(folder: Path) -> None:
    """Ask the same cards of two packs that differ only in what is right: the views are equal."""
    pack = (
        LOW
        + "cards:\n"
        + "".join(
            card(f"c-{kind}", "start", kind, "lamp", extra="    notes: [storm]\n")
            for kind in ("choice", "true-false", "several", "typed")
        )
    )
    other = (
        pack.replace("answer: Two lamp", "answer: Four lamp")
        .replace('answer: "true"', 'answer: "false"')
        .replace("answers: [One lamp, Three lamp]", "answers: [Two lamp, Three lamp]")
        .replace("answers: [Typed lamp]", "answers: [A word, Another word]")
        .replace("why: Because", "why: Not because")
    )
    one, two = open_game(folder / "one", pack), open_game(folder / "two", other)
    asked = 0
    for intent in (want.Go("play"), want.Start()):
        one.send(intent)
        two.send(intent)
    while isinstance(view := one.view(), views.AskView):
        assert view == two.view()
        asked += 1
        for game in (one, two):
            game.send(want.Skip())
            game.send(want.Next())
    assert asked == 4


def no_card_is_within_reach(folder: Path, assets: Path) -> None:
    """Walk from a screen over all it refers to: no card, deck, pack, round or game is there."""
    game, sheet = open_game(folder, canary()), Sheet(assets, SIZE)
    for intent in (want.Go("play"), want.MovePlayhead(1), want.Start()):
        game.send(intent)
        sheet.paint(game.view())
    found = reachable(sheet)
    assert len(found) > 100
    assert not [o for o in found if isinstance(o, (Card, Deck, SealedPack, Session, Game))]


def reachable(root: object) -> list[object]:
    """Return every object that can be reached from one, modules and code left aside."""
    seen: dict[int, object] = {}
    nearest = [root]
    while nearest:
        # All that is as far away is asked in one go: there are tens of thousands of objects.
        fresh = {id(o): o for o in nearest if id(o) not in seen and not isinstance(o, CODE)}
        seen |= fresh
        functions = [o for o in fresh.values() if isinstance(o, types.FunctionType)]
        known = {id(function) for function in functions}
        nearest = gc.get_referents(*(o for key, o in fresh.items() if key not in known))
        nearest += [cell.cell_contents for each in functions for cell in each.__closure__ or ()]
    return list(seen.values())
