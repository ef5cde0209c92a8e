"""The shelf in words: how far somebody is stands there as one speaks of that kind of story."""

from pathlib import Path

import pytest

from quizgame.domain import intents as want
from quizgame.domain import views
from tests.support import low_pack, open_game


@pytest.mark.parametrize(
    ("kind", "told"), [("book", "Read to"), ("game", "Played to"), ("film", "Seen to")]
)
def test_a_poster_says_how_far_one_is_in_the_words_of_its_kind(
    tmp_path: Path, kind: str, told: str
) -> None:
    game = open_game(tmp_path, low_pack().replace("kind: book", f"kind: {kind}"))

    def shown() -> str:
        game.send(want.Go("title"))
        view = game.send(want.Go("shelf"))
        assert isinstance(view, views.ShelfView)
        return view.posters[0].seen

    assert shown() == "Start"
    for intent in (want.Go("title"), want.Go("play"), want.MovePlayhead(1), want.Start()):
        game.send(intent)
    assert shown() == f"{told}: Middle"
