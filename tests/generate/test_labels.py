"""What is drafted from the explainers here, against what was read by hand."""

import pytest

from tests.figures.generate import judged
from tests.generate.articles import EVERY, EXPLAINERS, of_file


@pytest.mark.parametrize("name", EVERY)
def test_most_proposed_facts_are_true_and_none_stands_too_low(name: str) -> None:
    book = of_file(EXPLAINERS / name)
    true, low, unread = judged(book, EXPLAINERS / name)
    assert unread == 0
    assert true >= 0.6 * len(book.facts)
    assert low == 0
