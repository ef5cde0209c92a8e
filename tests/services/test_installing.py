"""Adding a pack: what is told before, what is kept, and that progress outlasts an update."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.services import installing
from quizgame.services.game import Game
from quizgame.services.installing import Kept, Plan, Standing
from quizgame.services.shelf import Shelf
from quizgame.storage import packbuild
from quizgame.storage.archive import open_pack
from quizgame.storage.library import Library, Place
from quizgame.storage.progress import Progress
from quizgame.storage.refused import Refusal
from tests.hostile import pictures
from tests.hostile.archives import with_image
from tests.hostile.rawzip import Raw, zipped
from tests.samples import lantern
from tests.support import Ticker, card, low_pack

SEQUEL = lantern().replace("id: lantern", "id: lantern-2\nfollows: lantern", 1)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "s.yaml").write_text(lantern().replace("id: lantern", "id: shipped"), "utf-8")
    return Library(tmp_path / "data", shipped)


def yaml_pack(folder: Path, text: str, name: str = "given.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def versioned(version: str, text: str = "") -> str:
    return (text or lantern()).replace("format: 1\n", f"format: 1\nversion: {version}\n", 1)


def planned(path: Path, library: Library) -> Plan:
    plan = installing.plan(path, library)
    assert isinstance(plan, Plan), plan
    return plan


def install(path: Path, library: Library) -> Kept:
    kept = installing.keep(planned(path, library), library)
    assert isinstance(kept, Kept), kept
    return kept


def refused(path: Path, library: Library) -> str:
    plan = installing.plan(path, library)
    assert isinstance(plan, Refusal), plan
    return str(plan)


def test_the_plan_tells_what_anybody_may_know(tmp_path: Path, library: Library) -> None:
    plan = planned(yaml_pack(tmp_path, versioned("2.1")), library)
    assert (plan.id, plan.title, plan.kind, plan.language) == (
        "lantern",
        "The Lantern",
        "film",
        "en",
    )
    assert (plan.licence, plan.notes, plan.version) == ("CC0-1.0", ("Drowning",), "2.1")
    assert (plan.standing, plan.older) == (Standing.NEW, "")
    assert len({plan.given, plan.kept}) == 2


def test_nothing_is_on_the_shelf_before_it_is_kept_or_after_it_is_forgotten(
    tmp_path: Path, library: Library
) -> None:
    plan = planned(yaml_pack(tmp_path, lantern()), library)
    assert library.packs(Place.ON) == ()
    installing.forget(plan, library)
    assert [path for path in library.folder.rglob("*") if path.is_file()] == []
    assert isinstance(installing.keep(plan, library), Refusal)


def test_the_page_gives_nothing_of_the_story_away(tmp_path: Path, library: Library) -> None:
    text = "\n".join(installing.page(planned(yaml_pack(tmp_path, lantern()), library)))
    for word in ("Silas", "Tobias", "Mara", "12", "Halfway"):
        assert word not in text.replace("sha256", "").split()
    assert "Drowning" in text


def test_two_packs_that_differ_only_higher_up_have_one_page_but_for_their_hashes(
    tmp_path: Path, library: Library
) -> None:
    pages = []
    for text in (lantern(), lantern().replace("Who is the Ferryman?", "Who rows the boat home?")):
        plan = planned(yaml_pack(tmp_path, text), library)
        pages.append([line for line in installing.page(plan) if "sha256" not in line])
    assert pages[0] == pages[1]


def test_what_is_kept_is_built_anew(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "odd.zip"
    text = with_image("boats/b.png")
    noted = pictures.png(2, 2, pictures.chunk(b"tEXt", b"Silas"))
    path.write_bytes(
        zipped(Raw(b"readme.txt", b"x"), Raw(b"pack.yaml", text), Raw(b"boats/b.png", noted))
    )
    plan = planned(path, library)
    kept = install(path, library)
    assert kept.path.name == "lantern.quizpack"
    pack = open_pack(kept.path)
    (name,) = pack.media
    assert pack.besides == ()
    assert pack.read(name) == pictures.png()
    assert plan.kept == planned(kept.path, library).given


@pytest.mark.parametrize(
    ("before", "after", "standing"),
    [
        ("1", "2", Standing.UPDATE),
        ("1.9", "1.10", Standing.UPDATE),
        ("2", "1.9.9", Standing.OLDER),
        ("1", "1.0", Standing.SAME_VERSION),
        ("1", "1", Standing.THE_SAME),
    ],
)
def test_an_update_is_told_from_a_step_back(
    before: str, after: str, standing: Standing, tmp_path: Path, library: Library
) -> None:
    install(yaml_pack(tmp_path, versioned(before)), library)
    plan = planned(yaml_pack(tmp_path, versioned(after)), library)
    assert (plan.standing, plan.older) == (standing, before)
    kept = installing.keep(plan, library)
    assert isinstance(kept, Kept)
    assert (kept.put_aside is None) is (standing is Standing.THE_SAME)


def test_an_id_that_ships_is_refused(tmp_path: Path, library: Library) -> None:
    path = yaml_pack(tmp_path, lantern().replace("id: lantern", "id: shipped"))
    assert "ships with the game" in refused(path, library)
    assert not library.folder.exists()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "gone.yaml", "no such file"),
        (lambda folder: yaml_pack(folder, "words"), "not a pack"),
    ],
)
def test_what_cannot_be_installed_is_one_sentence_that_gives_nothing_away(
    make: Callable[[Path], Path], said: str, tmp_path: Path, library: Library
) -> None:
    told = refused(make(tmp_path), library)
    assert said in told
    assert "silas" not in told
    assert not [path for path in library.folder.rglob("*") if path.is_file()]


def test_that_a_picture_is_missing_is_not_told_to_whoever_installs_the_pack(
    tmp_path: Path, library: Library
) -> None:
    named = yaml_pack(tmp_path, with_image("silas.png").decode())
    plan = planned(named, library)
    assert "silas" not in " ".join(installing.page(plan))
    assert b"file: silas.png" in open_pack(Path(install(named, library).path)).yaml


def test_the_title_of_a_sequel_is_shown_to_those_who_know_the_story_before(
    tmp_path: Path, library: Library
) -> None:
    install(yaml_pack(tmp_path, lantern()), library)
    path = yaml_pack(tmp_path, SEQUEL, "sequel.yaml")
    assert "Lantern" not in planned(path, library).title
    assert "Drowning" not in planned(path, library).notes
    progress, _ = Progress.open(library.folder, "stamp")
    plan = installing.plan(path, library, progress)
    assert isinstance(plan, Plan)
    assert "Lantern" not in plan.title
    progress.set_watch_point("lantern", "end")
    plan = installing.plan(path, library, progress)
    assert isinstance(plan, Plan)
    assert plan.title == "The Lantern"
    progress.close()


def test_how_many_pictures_a_folder_has_is_not_told(tmp_path: Path, library: Library) -> None:
    pages = []
    for name in ("one", "other"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "pack.yaml").write_bytes(with_image("a.png"))
        (folder / "a.png").write_bytes(pictures.png())
    (tmp_path / "other" / "a.png").unlink()
    for name in ("one", "other"):
        told = installing.page(planned(tmp_path / name, library))
        pages.append([line for line in told if "sha256" not in line])
    assert pages[0] == pages[1]


def test_a_file_that_changes_while_it_is_looked_at_is_not_offered(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = yaml_pack(tmp_path, lantern())

    def swapped(*words: object, **more: object) -> object:
        path.write_text(low_pack(), encoding="utf-8")
        return packbuild.build(*words, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("quizgame.services.installing.build", swapped)
    assert "changed while it was looked at; try again" in refused(path, library)
    assert not [path for path in library.folder.rglob("*") if path.is_file()]


# -- an update and progress ---------------------------------------------------------------------


def opened(library: Library) -> Game:
    progress, _ = Progress.open(library.folder, "stamp")
    seeds = iter(range(7, 1_000))
    return Game(
        Shelf((library.folder / "packs",)), progress, now=Ticker(), dice=lambda: next(seeds)
    )


def asked_in_a_round(game: Game) -> list[str]:
    stems = []
    while not isinstance(view := game.view(), views.ResultsView):
        if isinstance(view, views.AskView):
            stems.append(view.stem)
        game.send(want.Skip())
        game.send(want.Next())
    return stems


def test_after_an_update_unseen_cards_come_before_seen_ones_and_progress_is_there(
    tmp_path: Path, library: Library
) -> None:
    install(yaml_pack(tmp_path, low_pack()), library)
    game = opened(library)
    for intent in (want.Change("round_length", "0"), want.Go("play"), want.MovePlayhead(1)):
        game.send(intent)
    game.send(want.Start())
    seen = asked_in_a_round(game)
    game.close()
    fresh = "".join(card(f"fresh-{n}", "start", "choice", f"sail{n}") for n in range(5))
    install(yaml_pack(tmp_path, versioned("2", low_pack() + fresh)), library)
    game = opened(library)
    game.send(want.Go("play"))
    view = game.view()
    assert isinstance(view, views.WatchPointView)
    assert view.said == 1
    game.send(want.Start())
    again = asked_in_a_round(game)
    game.close()
    assert len(again) == len(seen) + 5
    assert not set(again[:5]) & set(seen)
