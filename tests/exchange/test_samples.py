"""Files as other programs write them, one of each sort, in our own words."""

from pathlib import Path

import pytest

from quizgame.domain.cards import SeveralRight, SingleChoice, TrueFalse, TypeAnswer
from quizgame.exchange import SORTS
from quizgame.exchange.found import CannotRead
from quizgame.exchange.inward import Brought, bring
from tests.exchange.sheets import kahoot

SAMPLES = Path(__file__).parent / "samples"


def brought(name: str) -> Brought:
    return bring((SAMPLES / name).read_bytes(), name, None, "film")


def said(text: str) -> Brought:
    return bring(text.encode(), "quiz.txt", None, "film")


def lost(found: Brought) -> list[tuple[str, str]]:
    return [(told.place, told.why) for told in found.told if told.lost]


def test_gift_carries_what_a_card_can_hold_and_tells_the_rest() -> None:
    found = brought("capitals.gift")
    cards = {one.place: one.card for one in found.cards}
    assert found.sort == "gift"
    assert found.read == len(found.cards) + found.lost
    assert cards["line 5"].kind == SingleChoice(("Ansel", "The mayor", "Nobody at all"), 0)
    assert (cards["line 5"].difficulty, cards["line 5"].category) == (3, "The harbour")
    assert cards["line 11"].stem == "What stands on the pier & turns?"
    assert cards["line 11"].why == "It has turned since 1911."
    assert cards["line 19"].kind == SeveralRight(("Tobias", "A dog", "A priest"), frozenset({0, 1}))
    assert cards["line 25"].kind == TrueFalse(("True", "False"), 1)
    assert cards["line 27"].kind == TypeAnswer(("Ansel",))
    assert cards["line 33"].stem == "The boat is called _____ by everybody."
    assert cards["line 35"].kind == TypeAnswer(("1911",))
    assert cards["line 48"].stem == "What is 2 \\+ 2 = {4}: why #1 ~ \\ ?"
    assert cards["line 48"].kind == SingleChoice(("C:\\temp", "a=b"), 0)
    assert lost(found) == [
        ("line 37", "it takes any number within a range"),
        ("line 39", "it asks to match pairs"),
        ("line 44", "it asks for an essay"),
        ("line 46", "it is a text without answers"),
        ("line 53", "any one of 2 choices counts as right; a card has one, or asks for all"),
        ("line 55", "its braces do not match; escape those that belong to a text: \\{"),
        ("line 57", "its answer holds a '*' that stands for anything"),
        ("line 59", "it needs a picture or a sound"),
        ("line 61", "the same question stands at line 5"),
    ]


def test_aiken_knows_true_and_false_and_tells_what_is_unfinished() -> None:
    found = brought("week.aiken.txt")
    assert found.sort == "aiken"
    assert [one.card.kind for one in found.cards] == [
        SingleChoice(("Monday", "Tuesday", "Wednesday"), 1),
        TrueFalse(("True", "False"), 0),
    ]
    assert [place for place, _ in lost(found)] == ["line 12", "line 17", "line 22"]


def test_moodle_xml_is_read_with_its_html_shares_and_tags() -> None:
    found = brought("moodle.xml")
    cards = [one.card for one in found.cards]
    assert found.sort == "moodle-xml"
    assert cards[0].stem == "What does the miller hide in the loft?"
    assert cards[0].kind == SingleChoice(("Letters", "Flour", "A bell"), 0)
    assert (cards[0].why, cards[0].difficulty) == ("Flour would not weigh so much.", 1)
    assert cards[1].kind == SeveralRight(("The smith", "The cat", "The mayor"), frozenset({0, 1}))
    assert cards[2].stem == "The wheel turns when x < y."
    assert cards[2].kind == TrueFalse(("True", "False"), 1)
    assert cards[3].kind == TypeAnswer(("Lavant",))
    assert cards[4].kind == TypeAnswer(("12",))
    assert {card.category for card in cards} == {"The mill"}
    assert lost(found) == [
        ("question 6", "it asks to match pairs"),
        ("question 7", "it asks for an essay"),
        ("question 8", "it needs a picture or a sound"),
        ("question 9", "no card is like Moodle's type 'calculated'"),
    ]


def test_open_trivia_db_loses_its_entities_and_the_right_one_does_not_lead() -> None:
    found = brought("opentdb.json")
    first, second = (one.card for one in found.cards)
    assert first.stem == 'Who says "It\'s only the sea" in the film "The Lantern"?'
    assert first.kind == SingleChoice(("Mara & Tobias", "Nobody", "Silas", "The café owner"), 0)
    assert (first.category, first.difficulty) == ("Film", 3)
    assert second.kind == TrueFalse(("True", "False"), 1)
    assert lost(found) == [("question 3", "two of its choices are the same")]


def test_open_trivia_db_is_read_in_its_other_encodings_too() -> None:
    plain = said(
        '{"results": [{"type": "bXVsdGlwbGU=", "difficulty": "ZWFzeQ==", "category": "RmlsbQ==", '
        '"question": "V2hvIHJpbmdzPw==", "correct_answer": "TWFyYQ==", '
        '"incorrect_answers": ["VG9iaWFz"]}, {"type": "multiple", "difficulty": "hard", '
        '"category": "Film", "question": "Who%20rings%3F%20Now%21", "correct_answer": "Mara%20Q.", '
        '"incorrect_answers": ["Tobias"]}]}'
    )
    first, second = (one.card for one in plain.cards)
    assert (first.stem, first.kind) == ("Who rings?", SingleChoice(("Mara", "Tobias"), 0))
    assert (second.stem, second.difficulty) == ("Who rings? Now!", 3)


def test_anki_notes_become_typed_answers_and_lists_become_choices() -> None:
    found = brought("anki.txt")
    cards = {one.place: one.card for one in found.cards}
    assert found.sort == "anki"
    assert cards["line 7"].stem == "Who keeps the light?"
    assert (cards["line 7"].kind, cards["line 7"].difficulty) == (TypeAnswer(("Mara",)), 1)
    assert cards["line 8"].kind == SingleChoice(("A dog", '"The" priest', "A cart"), 0)
    assert cards["line 9, gap 1"].stem == "The _____ takes off his hood on the jetty."
    assert cards["line 9, gap 2"].kind == TypeAnswer(("hood",))
    assert cards["line 9, gap 1"].category == "The Lantern"
    assert [place for place, _ in lost(found)] == ["line 10", "line 11", "line 12"]


def test_anki_without_headers_is_known_by_its_tabs() -> None:
    found = said("Who keeps the light?\tMara\nWho knocks?\tTobias\n")
    assert found.sort == "anki"
    assert [one.card.kind for one in found.cards] == [
        TypeAnswer(("Mara",)),
        TypeAnswer(("Tobias",)),
    ]


def test_a_table_is_read_with_its_own_delimiter_and_names_of_columns() -> None:
    found = brought("semicolons.csv")
    cards = [one.card for one in found.cards]
    assert found.sort == "csv"
    assert cards[0].stem == "Who rings the bell; and why?"
    assert cards[0].kind == SingleChoice(("Ansel", "Mara", "Nobody"), 1)
    assert (cards[0].why, cards[0].category, cards[0].difficulty) == (
        'She saw the "light".',
        "The harbour",
        1,
    )
    assert cards[1].kind == SeveralRight(("Tern", "Pelican", "Ansel"), frozenset({0, 1}))
    assert cards[2].kind == TrueFalse(("True", "False"), 1)
    assert cards[3].kind == SingleChoice(("3", "4", "5"), 1)
    assert lost(found) == [("line 5", "there is only one choice")]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("question,correct answer,incorrect answer 1\nWho?,Mara,Ansel\n",
         SingleChoice(("Ansel", "Mara"), 1)),
        ("question,correct_answer,incorrect_answers\nWho?,Mara,Ansel|Tobias\n",
         SingleChoice(("Ansel", "Mara", "Tobias"), 1)),
        ("stem\tchoices\tanswer\nWho?\tMara|Ansel\tAnsel\n", SingleChoice(("Mara", "Ansel"), 1)),
        ("Question|A|B|C|Answer\nWho?|Mara|Ansel|Nobody|c\n",
         SingleChoice(("Mara", "Ansel", "Nobody"), 2)),
        ("Question,Answer 1,Answer 2,Answer 3,Correct answer(s)\nWho?,Mara,Ansel,Nobody,1;3\n",
         SeveralRight(("Mara", "Ansel", "Nobody"), frozenset({0, 2}))),
        ("question,answer\nWho keeps the light?,Mara|Mara Quill\n",
         TypeAnswer(("Mara", "Mara Quill"))),
        ("질문,보기 1,보기 2,정답\n누구?,민희,옥주,옥주\n",
         SingleChoice(("민희", "옥주"), 1)),
    ],
)  # fmt: skip
def test_columns_may_go_by_many_names(table: str, kind: object) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = bring(table.encode(encoding), "quiz.csv", None, "film")
        assert [one.card.kind for one in found.cards] == [kind]


def test_a_table_without_names_of_columns_is_told_how_to_get_them() -> None:
    with pytest.raises(CannotRead, match="first row must name the columns"):
        bring(b"Who?,Mara,Ansel\n", "quiz.csv", None, "film")


def test_korean_and_western_files_that_are_not_in_utf_8_are_read_and_said_so() -> None:
    korean = "질문,정답\n등대를 지키는 사람은 누구입니까?,민희\n".encode("cp949")
    western = "question,answer\nWho owns the café?,Zoë\n".encode("cp1252")
    for data, answer in ((korean, "민희"), (western, "Zoë")):
        found = bring(data, "quiz.csv", None, "film")
        assert [one.card.kind for one in found.cards] == [TypeAnswer((answer,))]
        assert found.encoding


def test_kahoots_spreadsheet_is_read_from_its_template() -> None:
    data = kahoot(
        [
            ("Who rings the bell?", "Ansel", "Mara", None, None, 20, 2),
            ("Which are boats?", "Tern", "Pelican", "Ansel", None, 30, "1,2"),
            ("And these?", "Gull", "Curlew", "Ansel", "Mara", 30, 1.2),
            ("The sea is calm.", "True", "False", None, None, 20, "2"),
            ("All of them?", "Tern", "Pelican", None, None, 20, "1,2"),
            ("What is half?", 0.5, 12, None, None, 20, 1),
            ("Who is fifth?", "Ansel", "Mara", None, None, 20, 5),
        ]
    )
    found = bring(data, "quiz.xlsx", None, "film")
    assert found.sort == "kahoot"
    assert [one.card.kind for one in found.cards] == [
        SingleChoice(("Ansel", "Mara"), 1),
        SeveralRight(("Tern", "Pelican", "Ansel"), frozenset({0, 1})),
        SeveralRight(("Gull", "Curlew", "Ansel", "Mara"), frozenset({0, 1})),
        TrueFalse(("True", "False"), 1),
        SingleChoice(("0.5", "12"), 0),
    ]
    assert [place for place, _ in lost(found)] == ["row 13", "row 15"]
    assert found.read == 7


def test_every_sort_has_a_sample() -> None:
    known = {brought(file.name).sort for file in SAMPLES.iterdir()} | {"kahoot"}
    assert known == set(SORTS)


def test_markup_entities_and_signs_that_turn_text_round_are_taken_out() -> None:
    found = said(
        "<p>Who&nbsp;is \u202e<em>this</em>?<!-- note --></p><style>p {}</style>{T}".replace(
            "{}", "\\{\\}"
        )
    )
    assert [one.card.stem for one in found.cards] == ["Who is this?"]


def test_a_sign_of_less_than_is_no_markup() -> None:
    found = said("Is it true that a < b & c > d?{T}")
    assert found.cards[0].card.stem == "Is it true that a < b & c > d?"


def test_a_formula_is_told_and_left_out() -> None:
    assert lost(said("What is $$x^2$$?{=A ~B}\n\nAnd this?{T}")) == [
        ("line 1", "it holds a formula")
    ]
