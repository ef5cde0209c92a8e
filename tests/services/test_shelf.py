"""The shelf: what is read and when, what a changed file comes to, and the page it makes."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services import shelf as shelf_module
from quizgame.services.game import Game
from quizgame.services.shelf import KEPT, Shelf
from quizgame.storage import packfile
from quizgame.storage.packindex import NAME, PackIndex
from quizgame.storage.progress import Progress
from tests.hostile.pictures import png
from tests.support import LOW, Ticker, card

KINDS, LANGUAGES = ("film", "book"), ("en", "ko", "de")


def text(number: int, *, follows: str = "", word: str = "lamp", title: str = "") -> str:
    """Return a small pack of its own number."""
    head = LOW.replace("id: lighthouse", f"id: pack-{number}").replace("year: 1911\n", "")
    head = head.replace("The Lighthouse Keeper", title or f"Story {number}")
    head = head.replace("kind: book", f"kind: {KINDS[number % 2]}")
    head = head.replace("language: en", f"language: {LANGUAGES[number % 3]}")
    if follows:
        head = head.replace("kind: ", f"follows: {follows}\nkind: ")
    cards = "".join(
        card(f"{tier}-{n}", tier, "choice", f"{word}-{tier}")
        for tier in ("start", "middle", "end")
        for n in range(2)
    )
    return f"{head}cards:\n{cards}"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    return folder


def write(folder: Path, numbers: Iterator[int] | range, **further: str) -> None:
    for number in numbers:
        path = folder / f"pack-{number:03}.yaml"
        path.write_text(text(number, **further), encoding="utf-8")


@pytest.fixture(name="read")
def _read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gather the names of the packs that are read whole."""
    names: list[str] = []
    load = packfile.load

    def noted(path: Path) -> packfile.LoadedPack:
        names.append(path.name)
        return load(path)

    monkeypatch.setattr(packfile, "load", noted)
    return names


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> PackIndex:
    return PackIndex(tmp_path / NAME)


# -- the index -------------------------------------------------------------------------------------


def test_the_second_time_no_pack_is_read(packs: Path, index: PackIndex, read: list[str]) -> None:
    write(packs, range(20))
    faces = Shelf((packs,), index).faces()
    assert len(read) == len(faces) == 20
    assert Shelf((packs,), index).faces() == faces
    assert len(read) == 20


def test_only_what_has_changed_is_read_again(
    packs: Path, index: PackIndex, read: list[str]
) -> None:
    write(packs, range(6))
    Shelf((packs,), index).faces()
    read.clear()
    write(packs, range(3, 4), title="Another story")
    write(packs, range(7, 8))
    (packs / "pack-000.yaml").unlink()
    titles = [face.title for face in Shelf((packs,), index).faces()]
    assert titles == ["Another story", "Story 1", "Story 2", "Story 4", "Story 5", "Story 7"]
    assert read == ["pack-003.yaml", "pack-007.yaml"]


def test_an_edit_that_keeps_time_and_size_is_seen_by_when_the_file_changed(
    packs: Path, index: PackIndex
) -> None:
    write(packs, range(1))
    path = packs / "pack-000.yaml"
    Shelf((packs,), index).faces()
    before = path.stat()
    path.write_text(text(0).replace("Story 0", "Glory 0"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert [face.title for face in Shelf((packs,), index).faces()] == ["Glory 0"]


def test_without_its_index_the_shelf_is_the_same(
    packs: Path, index: PackIndex, tmp_path: Path
) -> None:
    write(packs, range(5))
    (packs / "broken.yaml").write_text("format: 1\n", encoding="utf-8")
    kept = Shelf((packs,), index)
    assert kept.faces() == Shelf((packs,)).faces()
    (tmp_path / NAME).unlink()
    again = Shelf((packs,), index)
    assert (again.faces(), again.troubles()) == (kept.faces(), kept.troubles())
    assert "broken.yaml cannot be played" in again.troubles()[0]


def test_what_is_wrong_is_known_the_second_time_too(
    packs: Path, index: PackIndex, read: list[str]
) -> None:
    (packs / "broken.yaml").write_text("format: 1\n", encoding="utf-8")
    told = Shelf((packs,), index).troubles()
    assert Shelf((packs,), index).troubles() == told
    assert read == ["broken.yaml"]


def test_what_could_not_be_read_for_the_moment_is_tried_again(
    packs: Path, index: PackIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(packs, range(1))
    away = packfile.load(packs / "away.yaml")
    with monkeypatch.context() as patched:
        patched.setattr(packfile, "load", lambda _path: away)
        assert Shelf((packs,), index).troubles()
    assert Shelf((packs,), index).troubles() == ()


def test_the_first_pack_of_an_id_wins_with_the_index_as_without(
    packs: Path, tmp_path: Path, index: PackIndex
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    write(packs, range(1))
    (own / "mine.yaml").write_text(text(0, title="Mine"), encoding="utf-8")
    for _ in range(2):
        shelf = Shelf((packs, own), index)
        assert [face.title for face in shelf.faces()] == ["Story 0"]
        assert shelf.troubles() == ("mine.yaml is left out: its id is taken by another pack.",)


# -- sealed packs ----------------------------------------------------------------------------------


def test_a_pack_is_read_whole_only_when_it_is_chosen_and_the_last_few_stay(
    packs: Path, index: PackIndex, read: list[str]
) -> None:
    write(packs, range(KEPT + 2))
    Shelf((packs,), index).faces()
    read.clear()
    shelf = Shelf((packs,), index)
    shelf.faces()
    for number in range(KEPT + 1):
        shelf.deck(f"pack-{number}", 0)
    assert len(read) == KEPT + 1
    shelf.deck(f"pack-{KEPT}", 1)
    shelf.deck("pack-1", 1)
    assert len(read) == KEPT + 1
    shelf.deck("pack-0", 1)
    assert read[-1] == "pack-000.yaml"
    assert len(shelf._kept) == KEPT  # noqa: SLF001
    assert {key[0] for key in shelf._decks} <= set(shelf._kept)  # noqa: SLF001


def aged(index: PackIndex, packs: Path, number: int, changed: str) -> Shelf:
    """Return a shelf that has been looked at before a file of it changed."""
    write(packs, range(KEPT + 3))
    Shelf((packs,), index).faces()
    shelf = Shelf((packs,), index)
    shelf.faces()
    (packs / f"pack-{number:03}.yaml").write_text(changed, encoding="utf-8")
    return shelf


def test_a_changed_file_is_never_played_with_its_old_face(packs: Path, index: PackIndex) -> None:
    shelf = aged(index, packs, 1, text(1, title="Another story"))
    face = shelf.take("pack-1")
    assert face
    assert face.title == "Another story"
    assert shelf.deck("pack-1", 0).face == shelf.face("pack-1") == face
    assert Shelf((packs,), index).face("pack-1") == face


def test_a_changed_ladder_never_opens_more_than_was_said(packs: Path, index: PackIndex) -> None:
    shorter = text(1).replace("  - {id: middle, label: Middle}\n", "")
    shorter = shorter.replace("tier: middle", "tier: end")
    shelf = aged(index, packs, 1, shorter)
    deck = shelf.deck("pack-1", 1)
    assert deck.watch_point == 0
    assert "end" not in repr([card.stem for card in deck.cards])


@pytest.mark.parametrize("changed", ["format: 1\n", text(50)])
def test_a_pack_that_is_gone_meanwhile_has_no_face_and_no_cards(
    packs: Path, index: PackIndex, changed: str
) -> None:
    shelf = aged(index, packs, 1, changed)
    assert shelf.deck("pack-1", 2).cards == ()
    assert shelf.take("pack-1") is None
    assert shelf.path("pack-1") is None


def test_looking_again_finds_what_is_new_and_lets_go_of_what_has_changed(
    packs: Path, read: list[str]
) -> None:
    write(packs, range(3))
    shelf = Shelf((packs,))
    before = shelf.deck("pack-1", 0)
    write(packs, range(1, 2), word="lantern")
    write(packs, range(3, 4))
    assert shelf.deck("pack-1", 0) is before
    read.clear()
    edition = shelf.edition
    shelf.look_again()
    assert len(shelf.faces()) == 4
    assert shelf.edition != edition
    assert "lantern" in shelf.deck("pack-1", 0).cards[0].stem
    assert "pack-000.yaml" not in read


def test_a_pack_being_written_lies_there_as_it_was_put(packs: Path, tmp_path: Path) -> None:
    write(packs, range(2))
    shelf = Shelf((packs,))
    other = packfile.read_pack(text(1, title="A draft").encode(), "draft.yaml").pack
    assert other
    shelf.put(other, packs / "pack-001.yaml")
    assert [face.title for face in shelf.faces()] == ["A draft", "Story 0"]
    shelf.look_again()
    assert shelf.deck("pack-1", 0).face.title == "A draft"
    shelf.read_again()
    assert shelf.take("pack-1") == shelf.face("pack-1")
    assert [face.title for face in shelf.faces()] == ["Story 0", "Story 1"]
    shelf.put(other, tmp_path / "elsewhere.yaml")
    shelf.read_again()
    assert shelf.path("pack-1") == tmp_path / "elsewhere.yaml"


# -- in steps --------------------------------------------------------------------------------------


def test_many_packs_are_read_one_by_one_and_shown_by_and_by_in_one_order(packs: Path) -> None:
    write(packs, range(100))
    shelf, seen = Shelf((packs,)), []
    while shelf.read_on():
        seen.append([face.title for face in shelf.faces()])
    whole = [face.title for face in shelf.faces()]
    assert len(whole) == 100
    assert next(len(titles) for titles in seen if titles) == shelf_module.FIRST_SHOWN
    assert len({len(titles) for titles in seen}) < 8
    for titles in seen:
        assert titles == [title for title in whole if title in titles]


def test_a_few_packs_are_read_at_once(packs: Path) -> None:
    write(packs, range(shelf_module.FEW))
    shelf = Shelf((packs,))
    shelf.read_on()
    assert len(shelf.faces()) == shelf_module.FEW
    assert not shelf.reading


def test_a_sequel_yet_to_be_read_is_known_to_who_must_forget_it(packs: Path) -> None:
    write(packs, range(40))
    (packs / "zz.yaml").write_text(text(77, follows="pack-3"), encoding="utf-8")
    shelf = Shelf((packs,))
    shelf.read_on()
    assert shelf.reading
    assert [face.id for face in shelf.sequels("pack-3")] == ["pack-77"]


# -- the page --------------------------------------------------------------------------------------


@pytest.fixture(name="game")
def _game(packs: Path, tmp_path: Path) -> Iterator[Game]:
    write(packs, range(12))
    yield from opened(packs, tmp_path)


def opened(packs: Path, tmp_path: Path) -> Iterator[Game]:
    progress, _ = Progress.open(tmp_path, "stamp")
    seeds = count(1)
    game = Game(Shelf((packs,)), progress, now=Ticker(), dice=lambda: next(seeds))
    yield game
    game.close()


def shown(game: Game, *intents: want.Intent) -> views.ShelfView:
    for intent in intents:
        game.send(intent)
    view = game.view()
    assert isinstance(view, views.ShelfView)
    return view


def ids(view: views.ShelfView) -> list[int]:
    return [int(poster.pack_id.removeprefix("pack-")) for poster in view.posters]


def bar(view: views.ShelfView) -> views.SearchBar:
    assert view.bar
    return view.bar


@pytest.mark.parametrize("page", ["shelf", "together"])
def test_what_is_typed_narrows_the_posters_at_once(game: Game, page: str) -> None:
    view = shown(game, want.Go(page), want.Edit("story 1"))
    assert ids(view) == [1, 10, 11]
    assert bar(view).words == "story 1"
    assert bar(view).narrowed
    assert len(ids(shown(game, want.ClearSearch()))) == 12


def test_kinds_and_languages_narrow_the_posters_and_can_be_taken_back(game: Game) -> None:
    view = shown(game, want.Go("shelf"), want.Unfold("kind"), want.Narrow("kind", "film"))
    assert ids(view) == [0, 10, 2, 4, 6, 8]
    assert bar(view).unfolded == "kind"
    assert ids(shown(game, want.Narrow("language", "ko"))) == [10, 4]
    assert len(ids(shown(game, want.Narrow("kind", ""), want.Narrow("language", "")))) == 12
    assert not bar(game.view()).narrowed  # type: ignore[arg-type]
    assert bar(shown(game, want.Unfold("kind"))).unfolded == ""


def test_only_what_occurs_is_offered(game: Game) -> None:
    order, kind, language = bar(shown(game, want.Go("shelf"))).choices
    assert dict(order.values)[order.value] == "Title"
    assert dict(kind.values) == {"": "All kinds", "book": "Book", "film": "Film"}
    assert [words for _, words in language.values] == [
        "All languages",
        "English",
        "German",
        "Korean",
    ]


def test_a_search_stays_while_a_pack_is_looked_at_and_begins_anew_from_the_title(
    game: Game,
) -> None:
    shown(game, want.Go("shelf"), want.SortBy("watched"), want.Edit("story 1"))
    game.send(want.ShowDetails("pack-1"))
    assert ids(shown(game, want.Back())) == [1, 10, 11]
    view = shown(game, want.Back(), want.Go("shelf"))
    assert bar(view).words == ""
    assert bar(view).choices[0].value == "watched"


def test_what_was_played_last_or_watched_most_comes_first(game: Game) -> None:
    for number, tier in ((3, 1), (7, 2), (5, 0)):
        for intent in (
            want.Go("shelf"),
            want.ChoosePack(f"pack-{number}"),
            want.MovePlayhead(tier),
            want.Start(),
            want.Go("title"),
        ):
            game.send(intent)
    assert ids(shown(game, want.Go("shelf"), want.SortBy("played")))[:3] == [5, 7, 3]
    assert ids(shown(game, want.SortBy("watched")))[:2] == [7, 3]
    assert ids(shown(game, want.SortBy("nonsense")))[:2] == [7, 3]


def test_seven_packs_have_no_bar_and_nothing_typed_hides_one(packs: Path, tmp_path: Path) -> None:
    write(packs, range(7))
    for game in opened(packs, tmp_path):
        view = shown(game, want.Go("shelf"), want.Edit("nothing"), want.Narrow("kind", "film"))
        assert view.bar is None
        assert len(view.posters) == 7


def test_a_hidden_sequel_is_not_found_not_offered_and_not_counted(
    packs: Path, tmp_path: Path
) -> None:
    write(packs, range(7))
    sequel = text(80, follows="pack-3").replace("kind: film", "kind: play")
    (packs / "sequel.yaml").write_text(sequel, encoding="utf-8")
    for game in opened(packs, tmp_path):
        assert shown(game, want.Go("shelf")).bar is None
        write(packs, range(7, 8))
        view = shown(game, want.Back(), want.Go("shelf"))
        assert "Play" not in repr(bar(view).choices)
        assert shown(game, want.Edit("story 80")).posters == ()
        for intent in (
            want.ClearSearch(),
            want.ChoosePack("pack-3"),
            want.MovePlayhead(2),
            want.Start(),
            want.Go("title"),
        ):
            game.send(intent)
        view = shown(game, want.Go("shelf"), want.Narrow("kind", "play"))
        assert ids(view) == [80]
        assert "Play" not in repr(bar(shown(game, want.Back(), want.Go("together"))).choices)


def test_a_page_is_made_once_and_anew_after_whatever_was_asked(game: Game) -> None:
    view = shown(game, want.Go("shelf"))
    assert game.view() is view
    assert shown(game, want.Unfold("order")) is not view


def test_a_game_to_continue_waits_until_its_pack_is_read(packs: Path, tmp_path: Path) -> None:
    write(packs, range(60))
    for game in opened(packs, tmp_path):
        for intent in (want.Go("shelf"), want.ChoosePack("pack-50"), want.Start()):
            game.send(intent)
    for game in opened(packs, tmp_path):
        assert game.read_on()
        assert shown(game, want.Go("continue")).reading
        while isinstance(game.view(), views.ShelfView):
            game.read_on()
        assert isinstance(game.view(), views.AskView)


def test_a_game_whose_pack_is_away_leads_back_to_the_title(packs: Path, tmp_path: Path) -> None:
    write(packs, range(60))
    for game in opened(packs, tmp_path):
        for intent in (want.Go("shelf"), want.ChoosePack("pack-50"), want.Start()):
            game.send(intent)
    (packs / "pack-050.yaml").unlink()
    for game in opened(packs, tmp_path):
        game.read_on()
        assert shown(game, want.Go("continue")).posters == ()
        while game.read_on():
            pass
        view = game.view()
        assert isinstance(view, views.TitleView)
        assert view.message


def test_while_packs_are_read_play_goes_to_the_shelf(packs: Path, tmp_path: Path) -> None:
    write(packs, range(60))
    for game in opened(packs, tmp_path):
        game.read_on()
        assert shown(game, want.Go("play")).reading
        while game.read_on():
            pass
        assert len(shown(game).posters) == 60


def test_a_chosen_pack_whose_file_has_changed_shows_what_it_holds_now(
    game: Game, packs: Path
) -> None:
    shown(game, want.Go("shelf"))
    (packs / "pack-001.yaml").write_text(text(1, title="Another story"), encoding="utf-8")
    (packs / "pack-002.yaml").write_text("nothing", encoding="utf-8")
    view = game.send(want.ChoosePack("pack-1"))
    assert isinstance(view, views.WatchPointView)
    assert view.pack_title == "Another story"
    game.send(want.Back())
    view = game.send(want.ChoosePack("pack-2"))
    assert isinstance(view, views.ShelfView)
    assert len(view.posters) == 11
    assert "pack-002.yaml" in view.troubles[0]


def test_of_a_pack_that_has_changed_no_picture_is_given_to_a_card_of_before(tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "lighthouse"
    folder.mkdir(parents=True)
    image = "    image: {file: one.png, alt: A hill}\n"
    (folder / "pack.yaml").write_text(
        LOW + "cards:\n" + card("a", "start", "choice", "lamp", extra=image), encoding="utf-8"
    )
    (folder / "one.png").write_bytes(png(20, 10))
    shelf = Shelf((tmp_path / "packs",))
    assert shelf.take("lighthouse") is not None
    assert shelf.media("lighthouse", "one.png") == png(20, 10)
    # Now the picture belongs to a card of the end.
    later = card("z", "end", "choice", "oil", extra=image)
    (folder / "pack.yaml").write_text(LOW + "cards:\n" + later, encoding="utf-8")
    (folder / "one.png").write_bytes(png(30, 10))
    assert shelf.media("lighthouse", "one.png") is None
    shelf.look_again()
    assert shelf.media("lighthouse", "one.png") == png(30, 10)
