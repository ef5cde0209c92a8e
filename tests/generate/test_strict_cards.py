"""What strangers struck out of cards, class by class: rather fewer cards than a doubtful one."""

from dataclasses import replace

import pytest

from quizgame.generate.instead import wrong_objects
from quizgame.generate.known import Known
from quizgame.generate.rendering import render
from quizgame.generate.retelling import speech_of, ways
from quizgame.generate.sketches import sketches
from quizgame.generate.worth import GONE, IN_PASSING, OF_COURSE, UNCLEAR, slight, why_not
from tests.generate.articles import of_text, told
from tests.generate.confirming import WISH, a_book, a_fact
from tests.generate.test_beside_the_story import known

THREE = "Snow\n\nAda meets Bo. Bo meets Ada. Cora meets Ada.\n"


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Downstairs Mrs Brooks, the landlady, weeps.", "mrs-brooks occupation landlady"),
        ("Upstairs Ada kills Bo.", "ada kills bo"),
        ("Cora gives Ada Bo's ring. Ada kills Bo.", "ada kills bo"),
    ],
)
def test_two_words_that_stand_side_by_side_are_no_name(sentence: str, fact: str) -> None:
    book = of_text(f"{THREE}Mrs Brooks meets Ada. Ada weeps. Bo weeps.\n{sentence}\n")
    assert fact in told(book)
    assert not {"Downstairs Mrs Brooks", "Upstairs Ada", "Ada Bo"} & {
        one.name for one in book.names
    }


def test_what_a_thing_is_called_is_no_part_of_the_name_after_it() -> None:
    text = (
        "Snow\n\nMaria meets Bo. Bo meets Maria. The Machine-Man sees Bo. Bo sees the Machine-Man. "
        "They give the Machine-Man Maria's face. Maria weeps.\n"
    )
    assert "Machine-Man Maria" not in {one.name for one in of_text(text).names}


def test_a_place_with_a_hyphen_is_nobody() -> None:
    text = f"{THREE}Bo comes to the fair at Weydon-Low with his wife Ada.\n"
    assert not {one for one in told(of_text(text)) if "weydon-low kin_of" in one or
                one.endswith("kin_of weydon-low")}  # fmt: skip


def test_whoever_is_told_of_with_another_calling_is_not_denied_to_have_it() -> None:
    text = (
        f"{THREE}Ada is a governess. Bo runs. Cora runs.\n\nTwenty years ago Ada was the nursemaid "
        "of Cora. Ada weeps.\n"
    )
    here = known(text)
    (fact,) = [one for one in here.of("occupation", subject="ada") if one.words == "governess"]
    offered = {one.text for one in wrong_objects(here, fact, here.book.ladder.top)}
    assert offered
    assert "nurse" not in offered
    assert "cook" not in offered


@pytest.mark.parametrize(
    ("calling", "near"),
    [
        ("governess", {"nurse", "teacher", "librarian"}),
        ("farmer", {"gardener"}),
        ("parson", {"teacher", "missionary"}),
        ("engineer", {"surveyor", "architect"}),
        ("merchant", {"shopkeeper", "banker", "tailor"}),
    ],
)
def test_no_calling_is_offered_that_is_near_in_meaning(calling: str, near: set[str]) -> None:
    for who in ("ada", "bo", "finn"):
        fact = a_fact(who, "occupation", calling)
        offered = {one.text for one in wrong_objects(Known(a_book(fact)), fact, 2)}
        assert offered
        assert not offered & near


@pytest.mark.parametrize(
    ("relation", "what"),
    [
        ("wants", "to shoot himself"),
        ("wants", "to buy it back"),
        ("owns", "a wedding ring"),
        ("owns", "a hunting whip"),
    ],
)
def test_what_is_told_without_its_occasion_makes_no_card(relation: str, what: str) -> None:
    fact = a_fact("ada", relation, what)
    assert why_not(Known(a_book(fact)), fact) == UNCLEAR


@pytest.mark.parametrize(
    ("relation", "what"),
    [
        ("goes_to", "London"),
        ("sees", "the tattooed arm of Bo"),
    ],
)
def test_where_somebody_goes_and_what_is_seen_is_a_step_and_no_card_alone(
    relation: str, what: str
) -> None:
    to_london = a_fact("ada", relation, what)
    here = Known(a_book(to_london))
    assert slight(here, to_london)
    assert not why_not(here, to_london)
    assert not sketches(here, to_london)
    made = render(a_book(to_london), WISH)
    assert [one.reason for one in made.left_out] == [OF_COURSE]


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Ada stabbed Bo with a knife.", "Ada stabs Bo."),
        ("Ada fires at Bo and misses.", "Ada fires at Bo."),
        ("Bo was bitten by Ada.", "Ada bites Bo."),
        ("Ada slashes Bo's arm.", "Ada slashes Bo."),
    ],
)
def test_an_attack_is_told_as_the_article_tells_it(sentence: str, says: str) -> None:
    here = known(f"{THREE}{sentence}\n")
    (fact,) = here.of("attacks")
    assert ways(here, fact, speech_of(here, fact).states) == [says]


@pytest.mark.parametrize(
    "sentence", ["Ada strikes Bo as odd.", "Ada beats Bo at chess.", "Ada shoots Bo a look."]
)
def test_where_nobody_is_hurt_there_is_no_attack(sentence: str) -> None:
    assert "ada attacks bo" not in told(of_text(f"{THREE}{sentence}\n"))


def test_a_weapon_is_asked_for_with_whom_it_is_used_against() -> None:
    here = known(f"{THREE}Ada stabs Bo with a carving knife.\n")
    (fact,) = here.of("attacks_with")
    asked = [one.stem for one in sketches(here, fact) if one.kind == "choice"]
    assert asked
    assert all("Bo" in one for one in asked)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bo runs home for a farmer called Dan Low.", IN_PASSING),
        ("Dan Low, a farmer, had died. Ada speaks of Dan Low.", GONE),
    ],
)
def test_the_calling_of_somebody_who_is_only_spoken_of_is_not_asked_for(
    text: str, reason: str
) -> None:
    here = known(f"{THREE}{text}\n")
    (fact,) = here.of("occupation")
    assert why_not(here, fact) == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada finds the door unlocked.",
        "Ada finds the hole empty.",
        "Ada finds Bo out by a letter.",
        "Ada sees the statue of Death come to life.",
        "Ada wants to escape from the first day to the last.",
        "Ada promises to think of nothing but the dance.",
        "Ada tells Bo that women love longest when all hope is gone.",
        "Cora brings the news that Ada married Bo.",
        "Ada was engaged to Bo.",
        "Ada is in love with her sister Cora.",
    ],
)
def test_what_would_be_cut_short_or_need_not_be_so_is_not_drafted(sentence: str) -> None:
    wrong = {"ada finds the door", "ada finds the hole empty", "ada finds bo", "ada marries bo",
             "ada kin_of bo", "bo kin_of ada", "cora kin_of ada",
             "ada sees the statue of death come"}  # fmt: skip
    found = told(of_text(f"{THREE}{sentence}\n"))
    assert not {one.casefold() for one in found} & wrong
    assert not {one for one in found if one.split()[1] in {"wants", "promises", "says"}}


def test_a_name_that_is_told_before_the_full_one_may_be_another_persons() -> None:
    text = (
        "Snow\n\nMr Low, the minister, gives Ada a letter. Ada meets Bo. Bo meets Ada. The rider "
        "is Colin Low of Glenure. Colin Low falls.\n"
    )
    names = {one.name: one for one in of_text(text).names}
    assert {"Mr Low", "Colin Low"} <= set(names)


def test_a_girl_named_king_is_no_king() -> None:
    book = a_book(a_fact("ada", "kills", "bo"))
    names = tuple(replace(one, name="Kitty King") if one.id == "ada" else one for one in book.names)
    assert Known(replace(book, names=names)).gender("ada") == "female"


def test_a_guardian_is_not_told_to_be_family() -> None:
    fact = a_fact("bo", "kin_of", "ada", how="guardian")
    here = Known(a_book(fact))
    assert not [one for one in speech_of(here, fact).whys if "family" in one]


def test_a_place_beside_nobody_of_the_story_is_offered_nowhere() -> None:
    text = (
        f"{THREE}Ada comes from Durban. Bo comes from Leeds.\n\nIt is half as good as Treasure "
        "Island, and Treasure Island is good.\n"
    )
    here = known(text)
    assert "treasure-island" not in here.places(here.book.ladder.top)


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Ada kidnapped Bo.", "Ada kidnaps Bo."),
        ("Ada locks Bo in.", "Ada locks up Bo."),
        ("Ada saves Bo from a runaway bull.", "Ada saves Bo from a runaway bull."),
        ("Ada saves Bo.", "Ada saves Bo."),
    ],
)
def test_a_capture_and_a_rescue_are_told_with_what_makes_them_known(
    sentence: str, says: str
) -> None:
    here = known(f"{THREE}{sentence}\n")
    (fact,) = (*here.of("imprisons"), *here.of("saves"))
    assert says in ways(here, fact, speech_of(here, fact).states)


def test_a_cause_of_death_beside_which_no_other_can_stand_is_not_asked_for() -> None:
    fact = a_fact("ada", "dies_of", "three great dinners")
    assert why_not(Known(a_book(fact)), fact) == UNCLEAR


def test_a_weapon_that_anybody_has_is_not_asked_for_without_its_victim() -> None:
    for words, why in (("knife", UNCLEAR), ("kukri knife", "")):
        fact = a_fact("ada", "attacks_with", words)
        assert why_not(Known(a_book(fact)), fact) == why


def test_whoever_marries_is_not_asked_for_as_engaged() -> None:
    engaged = a_fact("ada", "kin_of", "bo", how="betrothed")
    assert why_not(Known(a_book(engaged)), engaged) == ""
    for wed in (a_fact("ada", "marries", "bo"), a_fact("ada", "marries", "finn")):
        assert why_not(Known(a_book(engaged, wed)), engaged) == OF_COURSE


@pytest.mark.parametrize("other", ["hangs", "noose"])
def test_what_befalls_one_is_not_denied_of_another_it_may_have_befallen(other: str) -> None:
    text = (
        f"{THREE}Cora is hanged. Bo runs and the rope {other} him. Dan meets Cora. Eve meets "
        "Cora. Finn meets Cora. Dan meets Eve.\n"
    )
    here = known(text)
    (fact,) = here.of("befalls")
    asked = [one for one in sketches(here, fact) if one.kind == "choice"]
    assert all("Bo" not in {wrong.text for wrong in one.wrong} for one in asked)


def test_rows_of_a_cast_without_bullets_are_rows() -> None:
    text = (
        "# Snow (1924)\n\nMax Low directed this film.\n\n## Plot\n\nAda Poe meets Bo Roe. Bo Roe "
        "meets Ada Poe.\n\n## Cast\n\nJane Moss ... Ada Poe\nPaul Kerr ... Bo Roe\n"
    )
    assert {"ada-poe played_by jane-moss", "bo-roe played_by paul-kerr"} <= told(
        of_text(text, "a.md")
    )


def test_a_lady_is_called_by_her_given_name_as_well() -> None:
    text = "Snow\n\nBo meets Lady Brett Low. Brett kills Bo. Brett weeps.\n"
    assert "brett-low kills bo" in told(of_text(text))


def test_of_two_with_one_given_name_the_name_alone_means_neither() -> None:
    text = (
        "# Snow\n\n## Who Is Mary Thorne?\n\nBo meets Mary Scott. Dan Thorne meets Bo. Mary kills "
        "Bo. Mary weeps.\n"
    )
    assert "mary-scott kills bo" not in told(of_text(text, "a.md"))


def test_who_plays_somebody_without_a_name_does_nothing_in_the_story() -> None:
    text = (
        "Snow\n\nThis film is a film. Ada (Jane Roe) meets Bo (John Doe). A criminal (Max Low) "
        "is caught. He wants to kill an old woman of the town. Ada weeps. Bo weeps.\n"
    )
    assert not {one for one in told(of_text(text)) if one.startswith("max-low")}


def test_who_survives_early_on_may_die_later() -> None:
    for early, late, why in (
        ("Ada survives. ", "", UNCLEAR),
        ("", "Ada survives. ", ""),
    ):
        told_between = "Ada meets Bo.\n\nBo meets Ada.\n\nAda runs home. Bo runs."
        text = f"Snow\n\n{early}\n\n{told_between}\n\n{late}\n"
        here = known(text)
        (fact,) = here.of("fate")
        assert why_not(here, fact) == why


def test_who_had_died_by_the_way_is_not_told_to_die_in_the_story() -> None:
    for clause in ("Cora was expecting a child when Bo died.", "Ada left before Bo died."):
        assert "bo fate dead" not in told(of_text(f"{THREE}{clause}\n")), clause
    assert "bo fate dead" in told(of_text(f"{THREE}In the end Bo died.\n"))


def test_a_title_that_says_what_somebody_is_leaves_no_calling_to_ask_for() -> None:
    text = f"{THREE}Captain Lund is a spy. Captain Lund meets Ada. Ada meets Captain Lund.\n"
    here = known(text)
    (fact,) = here.of("occupation")
    assert why_not(here, fact) == UNCLEAR


def test_no_calling_is_denied_that_nobody_of_the_story_has() -> None:
    text = f"{THREE}Ada is a baker. Ada bakes. Bo runs. Cora runs. Cora is {{}}. Cora weeps.\n"
    for calling, there in (("a librarian", True), ("tall", False)):
        here = known(text.format(calling))
        (fact,) = here.of("occupation", subject="ada")
        denied = {one.stem for one in sketches(here, fact) if one.form.startswith("false")}
        assert bool(denied) == there


def test_an_author_is_not_known_by_the_first_name_alone() -> None:
    text = f"{THREE}Snow is a novel written by Jane Austen. Jane wrote it in one winter.\n"
    here = known(text)
    (fact,) = here.of("made_by")
    (right,) = {one.right for one in sketches(here, fact) if one.kind == "typed"}
    assert "Austen" in right
    assert "Jane" not in right


def test_who_is_found_at_home_is_told_of_only_with_how() -> None:
    for words, there in (("in Ada's cell", False), ("dead in Ada's cell", True)):
        book = a_book(a_fact("ada", "found_at", words), a_fact("ada", "meets", "bo"))
        here = Known(book)
        (fact,) = here.of("found_at")
        assert (why_not(here, fact) != UNCLEAR) == there, words


def test_the_elder_two_are_known_from_the_article_only() -> None:
    book = a_book(a_fact("ada", "wants", "to live with the elder two by turns"))
    here = Known(book)
    (fact,) = here.of("wants")
    assert why_not(here, fact) == UNCLEAR
