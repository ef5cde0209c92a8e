"""What is drafted from an article: names, facts, tiers and what contradicts itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.domain.evidence import fingerprint
from quizgame.domain.telling import listed
from quizgame.domain.tiers import Ladder, Tier
from quizgame.generate.contradictions import contradicted
from quizgame.generate.drafting import draft
from quizgame.generate.factreading import read_facts
from quizgame.generate.facts import FactBook
from quizgame.generate.factwriting import written
from quizgame.generate.ladders import climb
from quizgame.generate.reading import read
from quizgame.generate.storytitle import story_title
from tests.generate.articles import EVERY, EXPLAINERS, TUNED, of_file, of_text, told


def aliases(book: FactBook, ident: str) -> set[str]:
    (name,) = [one for one in book.names if one.id == ident]
    return {name.name, *name.aliases}


def test_one_person_has_one_entry_under_all_names() -> None:
    book = of_text(
        "Snow\n\nA man named Pro Choi hides. Chef Choi runs, and Choi’s car stops. Choi falls.\n"
        "Ok-ju sees Choi. Ok-ju weeps. Later Ok-ju goes home.\n"
        "Captain Ann Poe waits. Ann waits for Poe and for Captain Poe.\n"
    )
    assert aliases(book, "choi") == {"Choi", "Pro Choi", "Chef Choi"}
    assert aliases(book, "ok-ju") == {"Ok-ju"}
    assert {"Ann Poe", "Ann", "Poe", "Captain Poe"} <= aliases(book, "ann-poe")


def test_a_surname_that_two_people_share_means_neither() -> None:
    book = of_text(
        "Snow\n\nSir Hugo Moor kills Ada Moor. Hugo flees. Ada is dead. Then Moor weeps.\n"
    )
    assert all("Moor" not in one.aliases for one in book.names)


def test_a_wife_is_not_her_husband() -> None:
    book = of_text("Snow\n\nMrs Brown meets Brown. Brown sees Mrs Brown. Mr Brown weeps.\n")
    assert "Mrs Brown" not in aliases(book, "brown")


def test_the_cast_is_read_from_lists_tables_and_prose() -> None:
    text = (
        "# Snow\n\nAda (played by Jane Roe) finds a boat.\n\n## Who’s in the cast?\n\n"
        "- Jane Roe (Other Film, Some Show) as Ada\n- John Doe as Bo\n\n| Ann Poe | Cora |\n"
    )
    facts = told(of_text(text + "\n## Plot\n\nBo kills Cora. Cora is dead.\n", "a.md"))
    assert {"ada played_by jane-roe", "bo played_by john-doe", "cora played_by ann-poe"} <= facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("Ada kills Bo with a knife.", "ada kills bo"),
        ("Ada kills Bo with a knife.", "ada attacks_with knife"),
        ("Bo is killed by Ada.", "ada kills bo"),
        ("Ada opens the door and kills Bo.", "ada kills bo"),
        ("After killing Bo, Ada flees.", "ada kills bo"),
        ("Ada, a former bodyguard, meets Bo.", "ada occupation former bodyguard"),
        ("Ada is Bo’s sister.", "ada kin_of bo"),
        ("Ada is the sister of Bo.", "ada kin_of bo"),
        ("Bo’s best friend, Ada, weeps.", "ada friend_of bo"),
        ("Ada works as a nurse at Stone Hospital.", "ada workplace stone-hospital"),
        ("Ada lives at Stone Castle.", "ada lives_at stone-castle"),
        ("Ada wants to leave the town.", "ada wants to leave the town"),
        ("Ada is found dead in the bathtub.", "ada found_at dead in the bathtub"),
        ("The lamp symbolises hope.", "the-story symbolises hope"),
        ("Ada dies of a fever.", "ada fate dead"),
        ("Ada is really Bo.", "ada is_really bo"),
        ("Ada asks Bo to wait outside.", "ada asks to wait outside"),
        ("Ada and Bo marry.", "ada marries bo"),
        ("Bo is told this by his housekeeper, Ada.", "ada occupation housekeeper"),
        ("Ada, whose brother is Bo, weeps.", "bo kin_of ada"),
        ("The sister of Bo, Ada, weeps.", "ada kin_of bo"),
        ("Ada, a nurse living in Stone Castle, weeps.", "ada lives_at stone-castle"),
        ("Ada, the housekeeper of Stone Castle, weeps.", "ada workplace stone-castle"),
        ("The housekeeper at Stone Castle is Ada.", "ada workplace stone-castle"),
        ("Bo, betrayed by Ada, flees.", "ada betrays bo"),
        ("Cora sees Ada murder Bo.", "ada kills bo"),
        ("Ada beats Bo to death.", "ada kills bo"),
        ("Ada kills a sailor named Bo.", "ada kills bo"),
        ("Ada goes to the lake and drowns.", "ada fate dead"),
        ("Ada drops dead of a stroke.", "ada dies_of stroke"),
        ("Ada poisons herself.", "ada fate dead"),
        ("Cora finds Bo dead.", "bo fate dead"),
        ("For me the lamp stands for hope.", "the-story symbolises hope"),
    ],
)
def test_a_plain_sentence_gives_its_fact(sentence: str, fact: str) -> None:
    book = of_text(f"Snow\n\nAda meets Bo. Bo meets Ada. Cora meets Ada.\n{sentence}\n")
    assert fact in told(book)


def test_who_was_dead_long_before_does_not_die_in_the_story() -> None:
    book = of_text("Snow\n\nAda meets Bo. Bo meets Ada.\nBo was a cook and died seven years ago.\n")
    assert "bo fate dead" not in told(book)


def test_the_second_of_two_family_names_is_another_persons() -> None:
    text = "Heath meets Edgar Linton. Heath lives. Linton Heath weeps. Heath marries Ada Linton."
    names = {one.name for one in of_text(f"Snow\n\n{text}\n").names}
    assert {"Heath", "Linton Heath", "Edgar Linton"} <= names


@pytest.mark.parametrize(
    "sentence",
    [
        "Perhaps Ada kills Bo.",
        "Does Ada kill Bo, or is Bo killed by Ada?",
        "Ada never kills Bo.",
        "Ada would have killed Bo.",
        "If Ada kills Bo, all is lost.",
        "It seems that Ada kills Bo.",
        "The sister of Ada kills Bo.",
        "“Ada kills Bo,” he cries.",
        "Cora thinks that Ada kills Bo.",
    ],
)
def test_what_is_only_supposed_gives_no_fact(sentence: str) -> None:
    book = of_text(f"Snow\n\nAda meets Bo. Bo meets Ada. Cora weeps. Cora meets Bo.\n{sentence}\n")
    assert "ada kills bo" not in told(book)


def test_a_pronoun_counts_only_where_one_person_can_be_meant() -> None:
    clear = "Snow\n\nMrs Ada sleeps. Then she kills Mr Bo.\nMr Bo meets Mrs Ada.\n"
    unclear = "Snow\n\nMrs Ada meets Mrs Cora. Then she kills Mr Bo.\n"
    assert any(" kills " in fact for fact in told(of_text(clear)))
    assert not any(" kills " in fact for fact in told(of_text(unclear)))


def test_evidence_leads_to_the_sentence_and_never_quotes_it() -> None:
    for name in EVERY:
        article = read((EXPLAINERS / name).read_bytes(), name).article
        assert article is not None
        book = of_file(EXPLAINERS / name)
        texts = {one.place: one.text for one in article.paragraphs}
        for one in (proof for fact in book.facts for proof in fact.evidence):
            paragraph = texts[one.section, one.paragraph]
            assert fingerprint(paragraph) == one.passage
            assert fingerprint(paragraph[one.start : one.end]) == one.sentence
        page = written(book).decode()
        sentences = [s.text for p in article.paragraphs for s in p.sentences()]
        assert not [text for text in sentences if len(text.split()) > 7 and text in page]


@pytest.mark.parametrize("name", TUNED)
def test_a_draft_is_the_same_each_time_and_reads_back(name: str) -> None:
    book = of_file(EXPLAINERS / name)
    page = written(book)
    assert written(of_file(EXPLAINERS / name)) == page
    again, issues = read_facts(page, "facts.yaml")
    assert issues == ()
    assert again == book


def test_no_fact_stands_lower_than_a_name_in_it() -> None:
    for name in EVERY:
        book = of_file(EXPLAINERS / name)
        tiers = {one.id: one.tier for one in book.names}
        tiers |= {one.id: one.tier for one in book.facts}
        for fact in book.facts:
            named = [tiers[end] for end in (fact.subject, fact.object) if end]
            if fact.relation not in {"made_by", "set_in"}:
                assert fact.tier >= max(named)


def test_tiers_rise_with_the_synopsis_and_the_ending_is_last() -> None:
    book = of_text(
        "Snow Ending Explained\n\nSnow is a film by Jane Roe.\n\nPlot\n\nAda meets Bo.\n\n"
        "Ada finds a boat.\n\nAda saves Bo.\n\nSnow Ending Explained, Again\n\n"
        "Ada kills Bo. Cora is the sister of Ada.\n"
    )
    tier = {f"{one.relation} {one.object or one.words}": one.tier for one in book.facts}
    assert tier["meets bo"] == 1
    assert tier["meets bo"] < tier["finds a boat"] < tier["saves bo"] < book.ladder.top
    assert tier["kills bo"] == tier["kin_of ada"] == book.ladder.top


def test_words_that_give_an_ending_away_put_it_last_wherever_they_stand() -> None:
    book = of_text(
        "Snow\n\nAda meets Bo.\n\nPlot\n\n"
        "It turns out that Ada is the sister of Bo.\n\nEnd\n\nSo.\n"
    )
    (fact,) = [one for one in book.facts if one.relation == "kin_of"]
    assert fact.tier == book.ladder.top


def test_headings_that_name_episodes_make_the_ladder() -> None:
    book = of_text(
        "Snow\n\nA series.\n\n"
        "Episode 1\n\nAda meets Bo.\n\nEpisode 2\n\nAda kills Bo.\n\nWhy?\n\nSo.\n"
    )
    assert [tier.label for tier in book.ladder.tiers] == [
        "Not started",
        "Episode 1",
        "Episode 2",
        "The end",
    ]
    assert {one.relation: one.tier for one in book.facts} == {"meets": 1, "kills": 2}


def test_a_ladder_of_ones_own_is_taken() -> None:
    article = read(b"Snow\n\nAda meets Bo. Bo meets Ada.\n", "a.txt").article
    assert article is not None
    ladder = Ladder((Tier("a", "A"), Tier("b", "B")))
    book = draft(article, climb(article, ladder), "a.txt")
    assert book.ladder == ladder
    assert max(*(one.tier for one in book.names), *(one.tier for one in book.facts)) == 1


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ada kills Bo. Cora kills Bo.", "kills"),
        ("Ada is still alive. Then Ada dies.", "fate"),
        ("Ada, played by Jane Roe, weeps. Ada (played by Ann Poe) weeps.", "played_by"),
    ],
)
def test_what_is_told_in_two_ways_goes_to_the_ledger(text: str, relation: str) -> None:
    book = of_text(f"Snow\n\nAda meets Bo. Bo meets Cora. Cora meets Ada.\n{text}\n")
    doubted = contradicted(book.facts, book.ledger)
    assert {one.id for one in book.facts if one.relation == relation} == doubted
    assert b"see the ledger" in written(book)


def test_a_sister_who_is_a_wife_elsewhere_is_doubted() -> None:
    book = of_text("Snow\n\nAda is Bo’s sister.\n\nEnd\n\nAda is Bo’s wife.\n")
    assert contradicted(book.facts, book.ledger) == {"ada-kin-of-bo"}


@pytest.mark.parametrize(
    ("title", "story"),
    [
        ("Snow Ending Explained: Who Died?", "Snow"),
        ("The Ending of Snow, Explained", "Snow"),
        ("THE BLUE LAMP EXPLAINED", "The Blue Lamp"),
        ("Snow", "Snow"),
        ("Ending Explained", "Ending Explained"),
    ],
)
def test_the_story_is_named_by_the_articles_title(title: str, story: str) -> None:
    assert story_title(title) == story


WORDS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\u00a0",
        *sorted(
            listed(
                "Ada Bo Mrs. Dr Cora Stone Castle Ok-ju Choi kills is was the a sister of and with "
                "who , . ? ! “ ” ’s he she her his knife found dead really played by as ( ) - : ; "
                "after before wants to symbolises | • # Plot Ending 1 Act <3> {x} \\ [ ]"
            )
        ),
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(["a.txt", "a.md"]))
def test_no_text_keeps_a_draft_from_being_written_and_read_back(
    words: list[str], name: str
) -> None:
    article = read(" ".join(words).encode(), name).article
    if article is None:
        return
    book = draft(article, climb(article), name)
    again, issues = read_facts(written(book), "facts.yaml")
    assert issues == ()
    assert again is not None
    assert written(again) == written(book)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_nor_do_any_signs(text: str) -> None:
    article = read(
        f"Ada kills Bo.\n{text}\nAda, {text}, meets Bo".encode("utf-8", "replace"), "a.txt"
    ).article
    if article is not None:
        _, issues = read_facts(written(draft(article, climb(article), "a.txt")), "facts.yaml")
        assert issues == ()


@pytest.mark.parametrize(
    ("heading", "early"),
    [
        ("What Happens in The Lamp?", True),
        ("What happens in the film?", True),
        ("What happens in the storm?", False),
        ("What Happens in Lyme?", False),
        ("What happens in the last scene?", False),
    ],
)
def test_what_happens_in_a_part_of_the_story_is_no_synopsis(heading: str, *, early: bool) -> None:
    text = (
        "The Lamp Ending Explained: Who Dies in the Storm?\n\nThe Lamp is a film about Ada and Bo."
        f"\n\n{heading}\n\nAda meets Bo. Bo meets Ada.\n\nAda attacks Bo. Bo weeps.\n\n"
        "Why does it end so?\n\nAda weeps. Bo weeps.\n"
    )
    book = of_text(text)
    tiers = [one.tier for one in book.facts if one.relation in {"meets", "attacks"}]
    assert tiers
    assert (min(tiers) < book.ladder.top) == early


def test_a_heading_that_is_or_lies_within_a_tiers_label_is_of_that_tier() -> None:
    ladder = Ladder((Tier("none", "Nothing", ""), Tier("one", "Chapters 1 to 3", ""),
                     Tier("two", "Chapters 4 to 6", ""), Tier("all", "The end", "")))  # fmt: skip
    text = (
        "# Snow\n\n## About the Book\n\nAda is a nurse.\n\n## Chapters 1 to 3\n\nAda meets Bo.\n\n"
        "## Chapters 5 and 6\n\nAda marries Bo.\n\n## The end\n\nBo kills Ada.\n"
    )
    article = read(text.encode(), "snow.md").article
    assert article is not None
    book = draft(article, climb(article, ladder), "snow.md")
    tiers = {one.relation: one.tier for one in book.facts}
    assert tiers == {"occupation": 1, "meets": 1, "marries": 2, "kills": 3}
    assert [one.tier for one in book.sections][2:] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("Ada meets Lord Henry. Lord Henry Wotton sleeps.", "Henry Wotton", "person"),
        ("Ada is engaged to Percy Stone. Stone is a doctor.", "Percy Stone", "person"),
        ("At Stoke Moran Ada sleeps. Ada goes to Stoke Moran.", "Stoke Moran", "place"),
        ("The Persian kills Ada. Ada meets the Persian.", "the Persian", "person"),
    ],
)
def test_a_name_is_what_its_sentences_make_of_it(text: str, name: str, sort: str) -> None:
    book = of_text(f"Snow\n\nAda meets Bo. {text}\n")
    assert {one.name: one.sort for one in book.names}[name] == sort


def test_a_paper_or_a_war_is_nobody() -> None:
    book = of_text(
        "Snow\n\nAda meets Bo in the Civil War. Bo meets Ada. The Strand Magazine tells of Bo.\n"
    )
    assert {one.name for one in book.names if one.sort == "person"} == {"Ada", "Bo"}
