"""Predictions cannot be told apart by what opens them, when, or how."""

from quizgame.domain.gate import cut
from quizgame.storage.packfile import read_pack
from tests.noninterference.envelopewalk import envelope_walk, pair


def test_nothing_tells_when_or_how_an_envelope_will_open() -> None:
    envelope_walk()


def test_the_packs_of_the_walk_agree_as_far_as_they_say_and_differ_above() -> None:
    twins = pair()
    one, two = (read_pack(p.yaml().encode(), "pack.yaml").pack for p in (twins.one, twins.two))
    assert one is not None
    assert two is not None
    assert [cut(one, tier) == cut(two, tier) for tier in range(4)] == [True, True, False, False]
    sealed = [cut(one, tier).predictions for tier in range(4)]
    assert [len(asked) for asked in sealed] == [6, 5, 4, 0]
    answers = [{c.id: (c.opens, c.kind.right_words()) for c in pack.cards} for pack in (one, two)]
    assert all(answers[0][asked.id] != answers[1][asked.id] for asked in sealed[1])
