"""What an article tells beside the story: who made it, sequels and other versions of it."""

from dataclasses import replace

import pytest

from quizgame.generate.drafting import draft
from quizgame.generate.known import Known
from quizgame.generate.ladders import climb
from quizgame.generate.reading import read
from quizgame.generate.storytitle import story_title
from tests.generate.articles import of_text, told

THREE = "Ada meets Bo. Bo meets Ada. Cora meets Ada.\n"
BOOK = "Snow\n\nJoan Low published this novel in 1890, and readers loved it.\n\n"
FILM = "Snow (1927)\n\nMax Low directed this film. The film is a silent movie.\n\n"


def known(text: str) -> Known:
    """Return what is known of a story of which all drafted facts are confirmed."""
    article = read(text.encode(), "a.txt").article
    assert article is not None
    book = draft(article, climb(article), "a.txt")
    facts = tuple(replace(one, state="confirmed") for one in book.facts)
    return Known(replace(book, facts=facts), article)


@pytest.mark.parametrize(
    "sentence",
    [
        "Long before all others a nervous man, Joan Low, wrote a tale in which Ada weeps.",
        "Joan Low doesn't say who Ada was.",
        "The novel that Joan Low wrote is short.",
        "Like Joan Low herself, the author of it all, Ada weeps.",
    ],
)
def test_who_wrote_the_story_is_nobody_in_it(sentence: str) -> None:
    here = known(f"Snow\n\n{sentence} {THREE}")
    assert "joan-low" in here.names
    assert "joan-low" not in here.people(here.book.ladder.top)
    assert not {one for one in told(here.book) if "joan-low" in one and "made_by" not in one}


def test_somebody_of_the_story_who_writes_is_no_maker_of_it() -> None:
    text = f"Snow\n\n{THREE}Ada wrote a letter to Bo. Ada runs home. Ada kills Bo.\n"
    here = known(text)
    assert "ada" in here.people(here.book.ladder.top)
    assert not here.of("made_by")


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 1931 film Ada kills Bo.",
        "There is a sequel. Ada kills Bo in it.",
        "Joan Low did tell, a few years later: Ada kills Bo.",
        "In a later novel Ada kills Bo.",
        "In the first draft Ada kills Bo.",
    ],
)
def test_what_another_version_tells_does_not_happen_in_the_story(sentence: str) -> None:
    assert "ada kills bo" in told(of_text(f"{BOOK}{THREE}\nAda kills Bo.\n"))
    assert "ada kills bo" not in told(of_text(f"{BOOK}{THREE}\n{sentence}\n"))


def test_what_the_novel_tells_does_not_happen_in_the_film() -> None:
    assert "bo kills ada" in told(of_text(f"{FILM}{THREE}\nBo kills Ada.\n"))
    assert "bo kills ada" not in told(of_text(f"{FILM}{THREE}\nIn the novel Bo kills Ada.\n"))


def test_a_section_on_other_versions_tells_nothing_of_the_story() -> None:
    text = f"# Snow\n\n{BOOK[6:]}## Plot\n\n{THREE}\n## Is there a sequel?\n\nYes. Ada kills Bo.\n"
    assert "ada kills bo" not in told(of_text(text, "a.md"))


def test_whose_film_it_is_has_not_written_it() -> None:
    text = "Snow (1927)\n\nMax Low's Snow is a silent film. The film is long. " + THREE
    assert not {one for one in told(of_text(text)) if "made_by" in one}
    wrote = text + "The film was written by Eva Roe.\n"
    assert "the-story made_by eva-roe" in told(of_text(wrote))


def test_who_filmed_a_book_in_the_end_has_not_directed_it() -> None:
    text = f"# Snow\n\n{THREE}\n## Ending\n\nIn James Low's film of 1933 Ada weeps.\n"
    assert not {one for one in told(of_text(text, "a.md")) if "made_by" in one}


def test_a_firm_has_written_nothing() -> None:
    text = f"{FILM}{THREE}\nThe film was written by Fox Film Corporation.\n"
    assert "the-story made_by fox-film-corporation" not in told(of_text(text))


@pytest.mark.parametrize(
    ("title", "text", "story"),
    [
        ("A DOLL'S HOUSE EXPLAINED", "", "A Doll's House"),
        ("Great stories: Snow, explained", "Snow is long.", "Snow"),
        ("Who Took It? Snow Explained", "They made Snow.", "Snow"),
        ("Snow: Who Took It?", "Nobody knows.", "Snow"),
    ],
)
def test_a_story_has_the_title_by_which_the_article_knows_it(
    title: str, text: str, story: str
) -> None:
    assert story_title(title, text) == story


def test_a_film_with_its_year_is_a_film_though_it_comes_of_a_play() -> None:
    text = (
        f"Snow (1927)\n\nMax Low made it out of a stage play by John Roe. It is long.\n\n{THREE}\n"
        "Jane Poe is good in it.\n"
    )
    assert not {one for one in told(of_text(text)) if "made_by" in one}


def test_a_cast_may_name_the_part_before_the_actor() -> None:
    plot = "## Plot\n\nAda Poe meets Bo Roe. Bo Roe meets Ada Poe.\n\n## Cast\n\n"
    rows = [("Ada Poe", "Jane Moss"), ("Bo Roe", "Paul Kerr")]
    for turned in (False, True):
        table = "".join(f"| {b if turned else a} | {a if turned else b} |\n" for a, b in rows)
        found = told(of_text(f"# Snow (1927)\n\nA film.\n\n{plot}{table}", "a.md"))
        assert {"ada-poe played_by jane-moss", "bo-roe played_by paul-kerr"} <= found


def test_who_made_what_a_story_is_drawn_from_did_not_make_it() -> None:
    book = of_text(
        "The Lamp Ending Explained\n\nThe Lamp is a novel written by Jane Roe. Ada meets Bo.\n\n"
        "Where does it come from?\n\nJane Roe found the plot in a story written by Carl Stone. "
        "Ada weeps. Bo weeps.\n"
    )
    makers = {one.object for one in book.facts if one.relation == "made_by"}
    assert makers == {"jane-roe"}
