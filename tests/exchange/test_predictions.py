"""A prediction is taken out of a pack by no format: none of them could keep it sealed."""

import pytest

from quizgame.domain.gate import cut
from quizgame.exchange.outward import FORMATS, take_out
from quizgame.storage.packfile import read_pack
from tests.domain.test_predictions import BELL
from tests.samples import lantern


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("point", range(3))
def test_a_prediction_is_left_out_with_a_word(form: str, point: int) -> None:
    pack = read_pack((lantern() + BELL).encode(), "lantern.yaml").pack
    assert pack is not None
    taken = take_out(cut(pack, point), form)
    assert "What will the sea bring back?" not in taken.text
    assert [str(told) for told in taken.told if "prediction" in str(told)] == [
        "harbour: “What will the sea bring back?” left out: it is a prediction, "
        "which no such file keeps sealed"
    ]
