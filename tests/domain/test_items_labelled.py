"""The labelled cards are what they say, and the rules do on them what the README says."""

from collections import Counter

import pytest

from tests.labelleditems import RULES, Story, stories


@pytest.fixture(scope="module")
def told() -> tuple[Story, ...]:
    return stories()


def test_there_are_two_hundred_cards_in_two_languages_and_each_story_is_in_one_split(
    told: tuple[Story, ...],
) -> None:
    assert sum(len(story.draft.cards) for story in told) >= 200
    for split in ("tuning", "held-out"):
        assert {story.language for story in told if story.split == split} == {"en", "ko"}
    assert len({story.title for story in told}) == len(told)


def test_every_label_is_a_rule_and_every_rule_has_a_label(told: tuple[Story, ...]) -> None:
    labels = Counter(label for story in told for j in story.judgements for label in j.labels)
    assert set(labels) == set(RULES)


def test_most_flaws_of_unseen_stories_are_found_and_few_alarms_are_false(
    told: tuple[Story, ...],
) -> None:
    unseen = [j for story in told if story.split == "held-out" for j in story.judgements]
    both = sum(len(j.labels & j.found) for j in unseen)
    assert both / sum(len(j.labels) for j in unseen) >= 0.85
    assert both / sum(len(j.found) for j in unseen) >= 0.85
