"""What is found in a text as it is compared leads back to the text as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.domain.evidence import normalised
from quizgame.generate.matching import matched

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("aA ßﬁ“”‘’–— \u00a0\u2003\u0301\u0327각ᄀ\u1161\u11a8İǅ½²…ﾟｶﾞ¨\t\n"),
    ),
    max_size=60,
)


@given(TEXTS)
def test_the_text_is_what_passages_are_compared_by(text: str) -> None:
    assert matched(text).text == normalised(text)


@given(TEXTS, st.data())
def test_every_stretch_leads_back_to_one_that_normalises_to_it(
    text: str, data: st.DataObject
) -> None:
    here = matched(text)
    if not here.starts:
        return
    ends = [*here.starts[1:], len(here.text)]
    first = data.draw(st.integers(0, len(ends) - 1))
    last = data.draw(st.integers(first, len(ends) - 1))
    start, end = here.back(here.starts[first], ends[last])
    assert normalised(text[start:end]) == here.text[here.starts[first] : ends[last]].strip()


@given(TEXTS, st.data())
def test_a_stretch_that_begins_amid_a_letter_leads_back_to_the_whole_letter(
    text: str, data: st.DataObject
) -> None:
    here = matched(text)
    start = data.draw(st.integers(0, len(here.text)))
    end = data.draw(st.integers(start, len(here.text)))
    begin, until = here.back(start, end)
    assert here.text[start:end].strip() in normalised(text[begin:until])


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("What’s  in\u00a0Choi’s Diary?", "choi's diary", "Choi’s Diary"),
        ("The ﬁsh – and the sea", "fish - and", "ﬁsh – and"),
        ("Nobody is here.", "somebody", ""),
        ("Nobody is here.", "", ""),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, meant: str) -> None:
    found = matched(text).find(words)
    assert (text[slice(*found)] if found else "") == meant
