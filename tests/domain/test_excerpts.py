"""Lines of a file around a fault, as they are and with the story in dots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain.excerpts import Excerpt, dotted, excerpt

FIELDS = ("stem", "tier", "kind", "choices", "id", "name")


def marked(found: Excerpt) -> str:
    """Return what an excerpt has at fault."""
    return found.text[found.start : found.start + found.length]


@pytest.mark.parametrize(
    ("line", "column", "fault"),
    [
        ("    tier: act2", 11, "act2"),
        ("    tier: act2  # or so", 11, "act2"),
        ("    stem: Who rings the bell?", 11, "Who rings the bell?"),
        ('    stem: "Remember: who?" # well', 11, '"Remember: who?"'),
        ("    choices: [A lamp, a key]", 15, "A lamp"),
        ("    choices: [A lamp, a key]", 23, "a key"),
        ("  - {id: silas, name: Silas}", 10, "silas"),
        ("      - A lamp", 9, "A lamp"),
        ("", 1, ""),
        ("short", 90, ""),
    ],
)
def test_what_is_at_fault_goes_as_far_as_its_value(line: str, column: int, fault: str) -> None:
    found = excerpt([line], 1, column)
    assert marked(found) == fault
    assert found.length >= 1


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ("    tier: act2", 11, "    tier: act2"),
        ("    kind: choise", 11, "    kind: choise"),
        ("    stem: Who kills Silas?", 11, "    stem: ••••••••"),
        ("    tier: Silas dies here", 11, "    tier: ••••••••"),
        ("      - Silas", 9, "      - ••••••••"),
        ("    choices: [Silas, Mara]", 22, "    choices: [•••, ••••••••"),
        ("  Silas: dies", 3, "  ••••••••"),
        ("  Silas: dies", 10, "  •••: ••••••••"),
        ("  - {id: silas, name: Silas}", 23, "  - {id: •••, name: ••••••••"),
        ("  - {id: silas, tier: ent}", 23, "  - {id: •••, tier: ent"),
    ],
)
def test_the_story_is_dotted_and_the_format_is_not(line: str, column: int, shown: str) -> None:
    assert dotted(excerpt([line], 1, column), FIELDS).text == shown


@given(st.text(st.characters(blacklist_characters="\n\r"), max_size=60), st.integers(1, 70))
def test_no_longer_word_ever_comes_through_the_dots(line: str, column: int) -> None:
    found = dotted(excerpt([f"    stem: {line}"], 1, column), FIELDS)
    words = found.text.replace("•", " ").replace(":", " ").split()
    assert not [word for word in words if any(map(str.isalnum, word)) and word not in FIELDS]
