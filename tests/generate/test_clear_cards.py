"""What a stranger found odd in cards, class by class: none of it is drafted or drawn any more."""

from dataclasses import replace

import pytest

from quizgame.generate.drafting import draft
from quizgame.generate.facts import FactBook
from quizgame.generate.known import Known
from quizgame.generate.ladders import climb
from quizgame.generate.reading import read
from quizgame.generate.rendering import Rendered, render
from quizgame.generate.sketches import sketches
from quizgame.generate.worth import GONE, IN_PASSING, UNCLEAR, why_not
from tests.figures.rendering import findings
from tests.generate.articles import of_text, told
from tests.generate.confirming import WISH, a_book, a_fact

THREE = "Snow\n\nAda meets Bo. Bo meets Ada. Cora meets Ada.\n"
FILM = (
    "# {title}\n\n{opening}\n\n## Plot\n\nAda Poe meets Bo Roe. Bo Roe meets Cora Low. Cora Low "
    "meets Dan Fox. Dan Fox meets Ada Poe. Ada Poe meets Cora Low.\n\n## {heading}\n\n"
    "- Jane Moss as Ada Poe\n- Anna Reed as Cora Low\n- Emma Dean as Lucy Hale\n"
    "- Paul Kerr as Bo Roe\n- Mark Lane as Dan Fox\n- Tom Ash as Finn Gray\n"
)


def drawn(text: str, name: str = "tale.txt") -> Rendered:
    """Return the cards of an article of which all drafted facts are confirmed."""
    article = read(text.encode(), name).article
    assert article is not None
    book = draft(article, climb(article), name)
    facts = tuple(replace(one, state="confirmed") for one in book.facts)
    return render(replace(book, facts=facts), WISH, article)


def callings(book: FactBook) -> set[str]:
    return {one.words for one in book.facts if one.relation == "occupation"}


@pytest.mark.parametrize(
    ("sentence", "calling"),
    [
        ("Ada, the eldest doctor of the town, weeps.", "doctor"),
        ("Ada was a second convict.", "convict"),
        ("Ada is a poor young seamstress.", "seamstress"),
        ("Ada is a prosperous and good-natured farmer.", "farmer"),
        ("Ada, an old Italian singer, weeps.", "singer"),
        ("Ada, a police surgeon, weeps.", "police surgeon"),
        ("Ada, a former bodyguard, weeps.", "former bodyguard"),
    ],
)
def test_a_calling_is_taken_without_what_only_describes_somebody(
    sentence: str, calling: str
) -> None:
    assert callings(of_text(f"{THREE}{sentence}\n")) == {calling}


@pytest.mark.parametrize(
    "sentence",
    [
        "When Ada was a young soldier, Bo meets Cora.",
        "Disguised as a priest called Bo, Ada weeps.",
        "Ada is convinced that Bo is a king.",
        "The child of Ada and Bo becomes the heir.",
        "Ada, a would-be poet, weeps.",
        "The driver is Bo.",
    ],
)
def test_what_somebody_was_or_only_seems_is_no_calling(sentence: str) -> None:
    assert not callings(of_text(f"{THREE}{sentence}\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Cora left Ada, married Bo and wept.",
        "Ada tells Bo the name of the thief and dies.",
        "Cora follows Bo to Rome.",
        "Bo brings the news.",
        "Ada sees that she is lost.",
        "Ada swears to keep her name.",
        "Cora hears that Bo is dead.",
        "The other lifts her veil, and she is Cora.",
    ],
)
def test_what_can_be_taken_amiss_is_not_drafted(sentence: str) -> None:
    wrong = {
        *("ada marries bo", "bo fate dead", "cora hunts bo", "ada is_really cora"),
        *("bo is_really cora",),
    }
    found = told(of_text(f"{THREE}{sentence}\n"))
    assert not found & wrong
    assert not {one for one in found if one.split()[1] in {"carries", "learns", "wants"}}


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Ada writes a letter accusing Bo.", "ada writes a letter"),
        ("Bo dies of a broken heart a month later.", "bo dies_of broken heart"),
        ("Hans' sister Ada weeps.", "ada kin_of hans"),
        ("Ada turns out to be the sister of Bo.", "ada kin_of bo"),
        ("Ada was the nickname of Bo.", "ada is_really bo"),
        ("Ada lives alone at No. 7, Stone Row.", "ada lives_at stone-row"),
    ],
)
def test_what_is_told_is_cut_where_it_ends(sentence: str, fact: str) -> None:
    text = f"{THREE}Hans meets Ada. Ada sees Hans. Bo goes to Stone Row.\n{sentence}\n"
    assert fact in told(of_text(text))


def test_a_cast_names_its_production_where_the_story_is_a_book() -> None:
    opening = "Joan Low published this novel in 1890."
    text = FILM.format(
        title="Snow", opening=opening, heading="Who is in the cast of the BBC series?"
    )
    stems = [one.sketch.stem for one in drawn(text, "a.md").cards]
    of_cast = [one for one in stems if "play" in one]
    assert of_cast
    assert all("in the BBC series" in one for one in of_cast)
    nameless = FILM.format(title="Snow", opening=opening, heading="Who is in the cast?")
    assert not [one for one in of_text(nameless, "a.md").facts if one.relation == "played_by"]


def test_a_part_is_asked_for_among_those_who_could_play_it() -> None:
    text = FILM.format(title="Snow", opening="A film directed by Max Low.", heading="Cast")
    women = {"Jane Moss", "Anna Reed", "Emma Dean"}
    asked = [one for one in drawn(text, "a.md").cards if one.sketch.stem.startswith("Who plays")]
    assert asked
    for card in asked:
        assert set(card.choices) <= women or not set(card.choices) & women


def test_who_stands_in_brackets_after_a_part_plays_it_and_is_nobody_of_the_story() -> None:
    book = of_text(
        "Snow\n\nA film directed by Max Low.\n\nAda (Jane Roe) meets Bo (John Doe). Bo and his "
        "sister Ruth (Ruth Hill) meet Ada. Ruth sees Ada. Ruth weeps.\n"
    )
    found = told(book)
    assert {"ada played_by jane-roe", "ruth played_by ruth-hill", "ruth kin_of bo"} <= found


def test_a_film_after_a_novel_is_not_written_by_the_novelist() -> None:
    text = "Snow\n\nThis film is based on a novel by Ada Poe. Ada Poe saw it. Bo kills Cora.\n"
    assert "the-story made_by ada-poe" not in told(of_text(text))


def test_the_fate_of_somebody_who_does_nothing_in_the_story_is_not_asked_for() -> None:
    text = (
        "Snow\n\nAda runs home, as Captain Poe dies at sea. Ada kills Bo. Bo finds Cora. Then Ada "
        "leaves Cora.\n\nEnding\n\nAda runs to the lake and drowns.\n"
    )
    article = read(text.encode(), "a.txt").article
    assert article is not None
    book = draft(article, climb(article), "a.txt")
    facts = tuple(replace(one, state="confirmed") for one in book.facts)
    known = Known(replace(book, facts=facts), article)
    fates = {one.subject: why_not(known, one) for one in facts if one.relation == "fate"}
    assert fates["captain-poe"] == GONE
    assert fates["ada"] != GONE


def test_one_calling_is_asked_for_once_whatever_it_is_called() -> None:
    both = a_fact("ada", "occupation", "physician"), a_fact("ada", "occupation", "doctor")
    others = [
        a_fact("bo", "occupation", "lawyer"),
        a_fact("cora", "occupation", "sailor"),
        a_fact("dan", "occupation", "tailor"),
    ]
    made = render(a_book(*both, *others), WISH)
    ids = {both[0].id, both[1].id}
    assert len([one for one in made.cards if ids & set(one.sketch.facts)]) <= 1


def test_who_has_a_calling_is_asked_for_in_a_full_sentence() -> None:
    facts = (a_fact("ada", "occupation", "doctor"), a_fact("bo", "occupation", "lawyer"),
             a_fact("finn", "occupation", "sailor"))  # fmt: skip
    stems = [one.stem for one in sketches(Known(a_book(*facts)), facts[0])]
    assert not [one for one in stems if one.startswith("Who is ")]
    assert [one for one in stems if "works as a doctor" in one]


@pytest.mark.parametrize(
    ("relation", "what"),
    [
        ("finds", "the stranger's name"),
        ("steals", "the girl's letter"),
        ("wants", "to find the murderer"),
        ("wants", "to lick the blood"),
        ("carries", "the yellowed wedding dress"),
        ("owns", "a dog"),
        ("owns", "a coffin"),
        ("writes", "a tidy report"),
        ("saves", "the keeper of the sheep"),
        ("occupation", "officer"),
    ],
)
def test_what_only_the_sentence_before_explains_makes_no_card(relation: str, what: str) -> None:
    fact = a_fact("ada", relation, what)
    assert why_not(Known(a_book(fact)), fact) == UNCLEAR


def test_whoever_is_named_once_by_a_given_name_is_not_asked_for() -> None:
    text = "Snow\n\nAda meets Bo. Bo meets Ada. Ada waits for a sailor named Tom. Tom weeps.\n"
    article = read(text.encode(), "a.txt").article
    assert article is not None
    book = draft(article, climb(article), "a.txt")
    facts = tuple(replace(one, state="confirmed") for one in book.facts)
    (tom,) = [one for one in facts if one.subject == "tom" and one.relation == "occupation"]
    assert why_not(Known(replace(book, facts=facts), article), tom) == IN_PASSING


def test_a_family_name_that_several_bear_makes_no_card() -> None:
    book = a_book(a_fact("ada", "steals", "the ring of Sholto"))
    twins = tuple(
        replace(one, name=f"{one.name} Sholto") if one.id in {"bo", "cora"} else one
        for one in book.names
    )
    fact = book.facts[0]
    assert why_not(Known(book), fact) == ""
    assert why_not(Known(replace(book, names=twins)), fact) == UNCLEAR


def test_all_choices_have_an_article_or_none_has() -> None:
    facts = [
        a_fact(killer, "kills", victim, tier=2)
        for killer, victim in (("ada", "bo"), ("bo", "cora"), ("cora", "dan"), ("dan", "eve"))
    ]
    book = a_book(*facts)
    names = tuple(
        replace(one, name="the creature") if one.id == "ada" else one for one in book.names
    )
    for card in render(replace(book, names=names), WISH).cards:
        assert len({choice.startswith("The ") for choice in card.choices}) < 2


def test_a_friend_is_asked_for_from_one_side_only() -> None:
    pair = (a_fact("ada", "friend_of", "bo", how="friend"),
            a_fact("bo", "friend_of", "ada", how="friend"))  # fmt: skip
    made = render(a_book(*pair), WISH)
    assert len(made.cards) <= 1


def test_what_a_person_has_worded_is_asked_for_as_it_is_worded() -> None:
    drafted = a_fact("ada", "occupation", "weaver")
    worded = replace(drafted, words="poor weaver of Raveloe")
    others = (a_fact("bo", "occupation", "lawyer"), a_fact("finn", "occupation", "sailor"))
    made = render(a_book(worded, *others), WISH)
    card = next(one for one in made.cards if worded.id in one.sketch.facts)
    said = " ".join((card.sketch.stem, *card.sketch.right, card.sketch.why)).casefold()
    assert "poor weaver of raveloe" in said
    found = replace(a_fact("ada", "finds", "the room"), words="the letter")
    assert why_not(Known(a_book(found)), found) == ""


def test_what_is_left_out_names_its_reason() -> None:
    facts = (a_fact("ada", "finds", "the letter"), a_fact("ada", "owns", "a house"))
    made = render(a_book(*facts), WISH)
    assert {one.fact: one.reason for one in made.left_out} == dict.fromkeys(
        (one.id for one in facts), UNCLEAR
    )


def test_a_half_brother_is_not_denied_to_be_a_brother() -> None:
    fact = a_fact("bo", "kin_of", "ada", how="half-brother")
    assert all("brother" not in one.wrong[0].text for one in sketches(Known(a_book(fact)), fact)
               if one.right == ("false",))  # fmt: skip


def test_a_false_tie_is_one_that_could_be_believed() -> None:
    fact = a_fact("bo", "kin_of", "ada", how="son")
    false = [one for one in sketches(Known(a_book(fact)), fact) if one.right == ("false",)]
    assert false[0].stem == "Bo is Ada's nephew."


def test_two_who_made_a_film_together_are_asked_for_by_no_card() -> None:
    text = "Snow\n\nAda Poe and Bo Roe directed Snow in 1920. Cora Low meets Dan Fox.\n"
    assert not [one for one in of_text(text).facts if one.relation == "made_by"]


def test_rows_that_begin_with_a_name_in_bold_are_rows_of_a_list() -> None:
    text = (
        "# Snow explained\n\n## Characters\n\n**Ada Poe**: a doctor\n**Bo Roe**: Ada's brother, a "
        "tailor\n\n## Plot\n\nAda meets Bo. Bo meets Ada.\n"
    )
    found = told(of_text(text, "a.md"))
    assert {"ada-poe occupation doctor", "bo-roe kin_of ada-poe"} <= found


def test_a_word_of_the_title_that_two_bear_is_one_term() -> None:
    facts = (a_fact("ada", "kills", "bo", tier=2), a_fact("bo", "kills", "cora", tier=2))
    book = a_book(*facts)
    names = tuple(
        replace(one, name=f"{one.name} Snow", tier=2) if one.id in {"ada", "bo"} else one
        for one in book.names
    )
    made = render(replace(book, names=names), WISH)
    assert "Q220" not in findings(made, "")


def test_a_father_is_not_his_son_for_bearing_the_same_name() -> None:
    book = of_text(
        "Snow\n\nArmand Duval meets Ada. Ada meets Armand. Armand's father, Monsieur Duval, weeps. "
        "Monsieur Duval meets Ada.\n"
    )
    assert "monsieur-duval meets ada" in told(book)


def test_a_duke_keeps_his_title_and_a_place_its_article() -> None:
    book = of_text(
        "Snow\n\nAda meets Bo. Bo meets Ada. Ada marries the Duke of Cheshire. The Duke of "
        "Cheshire lives at the Manor House.\n"
    )
    names = {one.name for one in book.names}
    assert {"the Duke of Cheshire", "the Manor House"} <= names


def test_a_place_before_a_name_is_no_part_of_it() -> None:
    book = of_text("Snow\n\nAmy meets Bo. Bo meets Amy. Amy weeps. In Nice Amy kills Bo.\n")
    assert "amy kills bo" in told(book)


def test_an_uncle_is_no_woman() -> None:
    text = "Snow\n\nAda meets Bo. Bo meets Ada. Bo works for Ada's uncle Lucy. Lucy weeps.\n"
    assert "lucy kin_of ada" not in told(of_text(text))


def test_what_is_given_is_told_apart_by_its_words() -> None:
    clear = a_fact("ada", "gives", "a red camellia", how="Bo")
    loose = a_fact("ada", "gives", "the choice", how="Bo")
    assert why_not(Known(a_book(clear)), clear) == ""
    assert why_not(Known(a_book(loose)), loose) == UNCLEAR
