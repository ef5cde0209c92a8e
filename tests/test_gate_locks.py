"""Locks on the one door: what a screen can reach, and a pack whose every word names its tier."""

import gc
import types
from pathlib import Path
from random import Random

import pytest

from quizgame.domain import intents
from quizgame.domain import intents as want
from quizgame.domain.cards import Card
from quizgame.domain.gate import Deck, cut
from quizgame.domain.packs import SealedPack
from quizgame.domain.session import Session
from quizgame.services.game import Game
from quizgame.storage.packfile import load
from quizgame.ui.ops import Words
from quizgame.ui.sheet import Sheet
from tests.conftest import ROOT
from tests.support import KINDS, LOW, card, open_game

TIERS = ("start", "middle", "end")


def canary() -> str:
    """Return a pack in which every word of every card names the tier it belongs to."""
    cards = [
        card(f"c{tier}-{kind}", TIERS[tier], kind, f"canary{tier}")
        for tier in range(3)
        for kind in KINDS
    ]
    return LOW + "cards:\n" + "".join(cards)


@pytest.mark.parametrize("tier", [0, 1])
@pytest.mark.parametrize("seed", range(3))
def test_no_mark_of_a_higher_tier_is_painted_or_saved(
    tmp_path: Path, assets: Path, tier: int, seed: int
) -> None:
    game, sheet, rng = (
        open_game(tmp_path, canary(), seed=seed),
        Sheet(assets, (960, 600)),
        Random(seed),
    )
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
    saved = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    shown = " ".join(painted)
    assert f"canary{tier}" in shown
    for higher in range(tier + 1, 3):
        assert f"canary{higher}" not in shown
        assert f"canary{higher}".encode() not in saved
        assert f"c{higher}-".encode() not in saved


def reachable(root: object) -> list[object]:
    """Return every object that can be reached from one, modules and code left aside."""
    seen: dict[int, object] = {}
    queue = [root]
    while queue:
        here = queue.pop()
        if id(here) in seen or isinstance(here, (types.ModuleType, type)):
            continue
        seen[id(here)] = here
        if isinstance(here, types.FunctionType):
            queue += [cell.cell_contents for cell in here.__closure__ or ()]
        else:
            queue += gc.get_referents(here)
    return list(seen.values())


def test_a_screen_can_reach_no_card_no_deck_and_no_round(tmp_path: Path, assets: Path) -> None:
    game, sheet = open_game(tmp_path, canary()), Sheet(assets, (960, 600))
    for intent in (want.Go("play"), want.MovePlayhead(1), want.Start()):
        game.send(intent)
        sheet.paint(game.view())
    found = reachable(sheet)
    assert len(found) > 100
    assert not [o for o in found if isinstance(o, (Card, Deck, SealedPack, Session, Game))]


def test_a_card_being_asked_reaches_no_answer(tmp_path: Path, assets: Path) -> None:
    game, sheet = open_game(tmp_path, canary()), Sheet(assets, (960, 600))
    for intent in (want.Go("play"), want.Start()):
        game.send(intent)
    for _ in range(5):
        sheet.paint(game.view())
        words = {o for o in reachable((sheet.stage, game.view())) if isinstance(o, str)}
        assert "Because of canary0." not in words
        assert "Typed canary0" not in words
        game.send(intents.Skip())
        game.send(intents.Next())
        sheet = Sheet(assets, (960, 600))


def test_unknown_means_the_lowest_tier(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(canary(), encoding="utf-8")
    pack = load(path).pack
    assert pack is not None
    lowest = cut(pack, pack.face.ladder.watch_point("no such tier"))
    assert {c.tier for c in lowest.cards} == {0}
    assert cut(pack, -5) == lowest
    assert cut(pack, 99) == cut(pack, 2)


def test_until_is_cut_away_with_the_cards_it_ends() -> None:
    pack = load(ROOT / "questions" / "ballerina.yaml").pack
    assert pack is not None
    for point in range(5):
        assert all(c.until is None for c in cut(pack, point).cards)
