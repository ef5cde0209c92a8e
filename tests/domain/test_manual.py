"""How to play, in words: every part has a heading, lines of its own, and the numbers in force."""

from itertools import pairwise

from quizgame.domain import manual, rules


def test_every_part_has_a_heading_and_lines_and_nothing_is_told_twice() -> None:
    lines = manual.whole()
    assert lines[0][1] == ""
    assert lines[-1][1]
    heads = [place for place, (_, sentence) in enumerate(lines) if not sentence]
    assert all(after - before > 1 for before, after in pairwise(heads))
    assert len({heading for heading, _ in lines}) == len(lines)
    assert all(sentence.endswith(".") for _, sentence in lines if sentence)


def test_all_there_is_of_scoring_stands_in_the_manual() -> None:
    lines = manual.whole()
    for told in (rules.help_lines(), rules.table_lines(), rules.prediction_lines()):
        assert set(told) <= set(lines)
    assert set(manual.scoring()) <= set(lines)


def test_the_manual_names_what_a_prediction_comes_to() -> None:
    told = " ".join(sentence for _, sentence in rules.prediction_lines())
    for won, lost in rules.PREDICTIONS.values():
        assert str(won) in told
        assert not lost or str(-lost) in told
