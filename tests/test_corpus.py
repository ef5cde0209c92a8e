"""The labelled corpus is what it says, and the checker does on it what the README says."""

from collections import Counter

import pytest

from tests.figures.corpus import wilson
from tests.labelled import CHANNELS, NAMED, Case, Story, stories


@pytest.fixture(scope="module")
def corpus() -> tuple[Story, ...]:
    return stories()


def cases(corpus: tuple[Story, ...], split: str) -> list[tuple[Case, bool]]:
    told = [story for story in corpus if story.split == split]
    return [(case, bool(story.flags(case))) for story in told for case in story.cases]


def test_half_of_the_texts_are_leaks_and_no_story_is_in_both_splits(
    corpus: tuple[Story, ...],
) -> None:
    labels = Counter(case.leak for story in corpus for case in story.cases)
    assert labels[True] == labels[False] >= 200
    assert {story.split for story in corpus} == {"tuning", "held-out"}
    assert len({story.title for story in corpus}) == len(corpus)


def test_every_case_has_an_id_of_its_own_and_a_known_channel(corpus: tuple[Story, ...]) -> None:
    every = [case for story in corpus for case in story.cases]
    assert len({case.id for case in every}) == len(every)
    assert {case.channel for case in every} == set(CHANNELS)


def test_named_leaks_of_unseen_stories_are_found(corpus: tuple[Story, ...]) -> None:
    leaks = [
        flag for case, flag in cases(corpus, "held-out") if case.leak and case.channel in NAMED
    ]
    low, _ = wilson(sum(leaks), len(leaks))
    assert low >= 0.95


def test_few_safe_texts_of_unseen_stories_are_flagged(corpus: tuple[Story, ...]) -> None:
    flagged = [c.leak for c, flag in cases(corpus, "held-out") if flag and c.channel in NAMED]
    assert sum(flagged) / len(flagged) >= 0.8
