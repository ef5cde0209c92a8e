"""Writing a pack with the game beside it: it is read again, and says what to mend."""

import os
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.authorviews import TroubleView
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import Flaw
from quizgame.domain.intents import Intent
from quizgame.domain.issues import Issue
from quizgame.domain.tableviews import SureView
from quizgame.services.game import Game
from quizgame.services.proofs import _in_general
from quizgame.storage.faults import MEANINGS
from tests.hostile.pictures import png
from tests.samples import lantern
from tests.support import low_pack, open_game

TIER = "    tier: start\n    kind: choice\n    category: Premise\n    stem: What does Mara"
BROKEN_CARD = lantern().replace(TIER, TIER.replace("start", "strat"))
BROKEN = lantern().replace("tiers:", "tears:")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "lantern.yaml"
    path.parent.mkdir()
    save(path, lantern())
    return path


@pytest.fixture
def game(tmp_path: Path, file: Path) -> Game:
    game = open_game(tmp_path, low_pack())
    game.watch(file)
    return game


def save(path: Path, text: str, *, later: float = 0.0) -> None:
    """Write a file as one that was changed some seconds after it was, and is left alone since."""
    before = path.stat().st_mtime if path.exists() else 1_600_000_000.0
    path.write_text(text, encoding="utf-8")
    os.utime(path, (before + later, before + later))


def play(game: Game, *intents: Intent) -> views.View:
    for intent in intents:
        game.send(intent)
    return game.view()


def asked(game: Game) -> views.AskView:
    view = game.view()
    assert isinstance(view, views.AskView)
    return view


def told(game: Game) -> str:
    assert game.notice is not None
    return game.notice.text


def trouble(game: Game, *intents: Intent) -> TroubleView:
    view = play(game, *intents)
    assert isinstance(view, TroubleView)
    return view


def test_the_game_opens_at_the_pack_that_is_watched(game: Game) -> None:
    view = game.view()
    assert isinstance(view, views.WatchPointView)
    assert view.pack_title == "The Lantern"


def test_a_save_is_seen_at_the_same_card(game: Game, file: Path) -> None:
    play(game, want.Start())
    before = asked(game)
    save(file, lantern().replace(before.stem, f"{before.stem[:-1]}, then?"), later=2)
    game.author.look()
    assert asked(game).stem == f"{before.stem[:-1]}, then?"
    assert asked(game).board == before.board
    assert told(game) == "lantern.yaml was read again."


def test_what_is_watched_is_said_at_first(game: Game) -> None:
    assert told(game) == "lantern.yaml is watched: save it, and it changes here."


def test_the_card_that_is_being_written_stays_while_it_is_half_done(game: Game, file: Path) -> None:
    play(game, want.Start())
    before = asked(game)
    half_done = lantern().replace("answer: A lantern\n", "answer: A lamp\n", 1)
    save(file, half_done, later=2)
    game.look()
    assert asked(game) == before
    assert told(game) == "lantern.yaml needs a fix; the version before goes on."
    save(file, lantern(), later=4)
    game.look()
    assert asked(game) == before
    assert told(game) == "lantern.yaml was read again."


def test_a_picture_that_comes_or_goes_is_seen(tmp_path: Path, file: Path) -> None:
    with_image = lantern().replace(
        "    difficulty: 1\n", "    difficulty: 1\n    image: {file: lamp.png, alt: A lamp}\n", 1
    )
    save(file, with_image)
    game = open_game(tmp_path, low_pack())
    game.watch(file)
    assert told(game) == "lantern.yaml was read, and needs a fix."
    (file.parent / "lamp.png").write_bytes(png(8, 8))
    os.utime(file.parent / "lamp.png", (1_600_000_000.0, 1_600_000_000.0))
    game.look()
    assert told(game) == "lantern.yaml was read again."


def test_nothing_is_read_while_the_file_stays_as_it_is(game: Game) -> None:
    before = game.notice
    game.author.look()
    assert game.notice is before


def test_a_file_that_is_still_being_written_is_left_alone(game: Game, file: Path) -> None:
    now = game.author._now()  # noqa: SLF001
    file.write_text(BROKEN, encoding="utf-8")
    os.utime(file, (now + 1, now + 1))
    game.author.look()
    assert "fix" not in told(game)
    game.author.look()
    assert "fix" in told(game)


def test_a_card_that_broke_is_left_out_and_the_rest_is_played(game: Game, file: Path) -> None:
    save(file, BROKEN_CARD, later=2)
    game.author.look()
    assert told(game) == "lantern.yaml was read again, and needs a fix."
    assert game.notice is not None
    assert game.notice.lasting
    play(game, want.Start())
    assert len(asked(game).board.marks) == 4


def test_of_a_pack_that_broke_the_last_good_version_goes_on(game: Game, file: Path) -> None:
    play(game, want.Start())
    before = asked(game)
    save(file, BROKEN, later=2)
    game.author.look()
    assert told(game) == "lantern.yaml needs a fix; the version before goes on."
    assert asked(game) == before
    save(file, lantern(), later=4)
    game.author.look()
    assert told(game) == "lantern.yaml was read again."


def test_the_page_of_trouble_asks_first_and_keeps_the_story_dotted(game: Game, file: Path) -> None:
    save(file, BROKEN_CARD.replace("choices: [A lantern,", "choices: [A furnace,"), later=2)
    game.author.look()
    assert isinstance(play(game, want.ShowTrouble()), SureView)
    view = trouble(game, want.Agree())
    assert view.dotted
    said = repr([(row.message, row.hint, row.excerpt) for row in view.rows])
    assert "furnace" not in said
    assert "no tier is called 'strat'" in said
    assert "Did you mean 'start'?" in said
    assert "tier: strat" in said
    shown = trouble(game, want.ShowWords())
    assert not shown.dotted
    assert view.cards - view.playable == 1


def test_in_dots_every_code_is_told_in_the_words_that_hold_for_all_of_it() -> None:
    for code in (*MEANINGS, *(one.code for one in (*Finding, *Flaw))):
        told = _in_general(Issue(1, 1, code, "Silas did it"))
        assert told.message not in {"Silas did it", "something is wrong here"}
        assert told.hint


def test_who_has_seen_it_all_need_not_be_asked(game: Game, file: Path) -> None:
    save(file, BROKEN_CARD, later=2)
    game.author.look()
    play(game, want.MovePlayhead(2), want.Start(), want.Go("title"), want.Go("play"))
    view = trouble(game, want.ChoosePack("lantern"), want.ShowTrouble())
    assert not view.dotted


def test_back_leads_from_the_trouble_to_where_one_was(game: Game) -> None:
    play(game, want.Start())
    before = asked(game)
    trouble(game, want.ShowTrouble(), want.Agree())
    assert play(game, want.Back()) == before


def test_a_pack_that_never_could_be_played_leads_to_its_trouble(tmp_path: Path, file: Path) -> None:
    save(file, BROKEN)
    game = open_game(tmp_path, low_pack())
    game.watch(file)
    assert isinstance(game.view(), views.TitleView)
    assert told(game) == "lantern.yaml needs a fix."
    view = trouble(game, want.ShowTrouble(), want.Agree())
    assert view.rows
    assert not view.playable


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    game.watch(tmp_path / "nowhere.yaml")
    assert told(game) == "nowhere.yaml needs a fix."
    view = trouble(game, want.ShowTrouble(), want.Agree())
    assert view.rows[0].code == "Q100"


def test_who_has_said_to_write_the_pack_is_not_asked_again(game: Game) -> None:
    trouble(game, want.ShowTrouble(), want.Agree())
    play(game, want.Back())
    assert trouble(game, want.ShowTrouble()).dotted


def test_opening_the_file_is_left_to_whoever_has_the_window(game: Game, file: Path) -> None:
    trouble(game, want.ShowTrouble(), want.Agree(), want.OpenFile())
    assert game.author.to_open == file


def test_by_hand_a_pack_that_nobody_watches_is_read_again(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Go("play"), want.Start())
    before = asked(game)
    path = tmp_path / "packs" / "pack.yaml"
    save(path, low_pack().replace(before.stem, "What is it now?"), later=2)
    play(game, want.Reread())
    assert asked(game).stem == "What is it now?"
    assert told(game) == "pack.yaml was read again."


def test_by_hand_nothing_is_said_of_cards_that_are_left_out(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Go("play"), want.Start())
    path = tmp_path / "packs" / "pack.yaml"
    save(path, low_pack().replace("difficulty: 2", "difficulty: 9", 1), later=2)
    play(game, want.Reread())
    assert told(game) == "pack.yaml was read again."


def test_on_the_shelf_new_packs_are_looked_for_by_hand(tmp_path: Path) -> None:
    game = open_game(tmp_path, low_pack())
    play(game, want.Go("shelf"))
    save(tmp_path / "packs" / "lantern.yaml", lantern())
    view = play(game, want.Reread())
    assert isinstance(view, views.ShelfView)
    assert [poster.title for poster in view.posters] == ["The Lantern", "The Lighthouse Keeper"]
    assert told(game) == "The shelf was read again."


def test_where_others_look_on_who_has_seen_it_all_is_asked_too(game: Game) -> None:
    play(game, want.MovePlayhead(2), want.Start(), want.Go("title"))
    play(game, want.Go("together"), want.ChoosePack("lantern"), want.Change("table_way", "share"))
    assert isinstance(play(game, want.ShowTrouble()), SureView)
