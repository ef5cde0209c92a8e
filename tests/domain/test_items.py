"""The item-writing rules on one card, each by a flaw seeded into a sound card."""

import pytest

from quizgame.domain import itemrules
from quizgame.domain.drafts import PackDraft
from quizgame.domain.evidence import Explainer, fingerprint
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.stemrules import negatives
from quizgame.domain.waivers import judged
from quizgame.storage.packfile import read_pack

ORCHARD = """\
format: 1
id: orchard
title: The Orchard
kind: book
language: en
licence: CC0-1.0
authors: [The quizgame authors]
poster: ["#123a52", "#5fc7b2"]
tiers:
  - {id: start, label: Start}
  - {id: end, label: End}
notes:
  - {id: loss, label: Loss}
terms:
  - {id: ada, name: Ada, aliases: [the Beekeeper], sort: person, tier: start}
  - {id: bruno, name: Bruno, sort: person, tier: start}
  - {id: mill, name: Old Mill, sort: place, tier: start}
cards:
  - id: basket
    tier: start
    kind: choice
    category: Things
    stem: What does Ada carry to the market?
    choices:
      - A basket of pears
      - A jar of honey
      - A sack of flour
    answer: A jar of honey
    why: The bees have had a good year.
    difficulty: 1
  - id: gate
    tier: start
    kind: true-false
    category: Things
    stem: The orchard gate is painted green.
    answer: true
    why: It was blue once.
    difficulty: 1
  - id: visitors
    tier: start
    kind: several
    category: People
    stem: Which two come to the harvest?
    choices: [A tinker, A fiddler, A judge, A sailor]
    answers: [A tinker, A sailor]
    why: The others live too far away.
    difficulty: 2
  - id: brother
    tier: start
    kind: typed
    category: People
    stem: Who climbs the tallest tree?
    answers: [Bruno]
    why: He wants to see the river.
    difficulty: 1
  - id: picking
    tier: end
    kind: order
    category: Things
    stem: Put the day of the harvest in order.
    steps: [The dew dries, The ladders go up, The carts roll off]
    why: It is a long day.
    difficulty: 2
  - id: letter
    tier: end
    kind: choice
    category: People
    stem: What has Bruno kept from his sister?
    choices: [A letter, A ribbon, A coin]
    answer: A letter
    why: He could not bear to read it out.
    difficulty: 2
    notes: [loss]
"""


def draft(text: str) -> PackDraft:
    loaded = read_pack(text.encode(), "orchard.yaml")
    assert loaded.draft is not None, loaded.issues
    assert not loaded.issues, loaded.issues
    return loaded.draft


def changed(*pairs: tuple[str, str]) -> str:
    text = ORCHARD
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def found_in(text: str, explainer: Explainer | None = None) -> list[Issue]:
    pack = draft(text)
    return list(judged(pack, itemrules.found(pack, explainer)))


def found(*pairs: tuple[str, str]) -> list[Issue]:
    return found_in(changed(*pairs))


def place_of(text: str, issue: Issue) -> str:
    """Return what stands in the file from the place of an issue on."""
    return text.split("\n")[issue.line - 1][issue.column - 1 :]


ASKED = "stem: What does Ada carry to the market?"
HONEY = ("- A jar of honey\n", "answer: A jar of honey\n")


def honey(words: str) -> tuple[tuple[str, str], ...]:
    """Return the change that gives the first card another right choice."""
    return tuple((old, old.replace("A jar of honey", words)) for old in HONEY)


def test_a_sound_pack_has_no_finding() -> None:
    assert found() == []


LONG = "A jar of honey from the hives behind the wall"


@pytest.mark.parametrize(
    ("flaw", "changes", "place"),
    [
        (Flaw.STANDS_OUT, honey(LONG), LONG),
        (Flaw.ALL_OF_THE_ABOVE, (("A sack of flour", "All of the above"),), "All of the above"),
        (Flaw.ALL_OF_THE_ABOVE, (("A sack of flour", "Both A and B"),), "Both A and B"),
        (Flaw.NEGATIVE, ((ASKED, "stem: What does Ada not carry?"),), "What does Ada not carry?"),
        (Flaw.NEGATIVE, (("gate is painted", "gate isn't painted"),), "The orchard gate isn't"),
        (
            Flaw.GRAMMAR,
            (
                (ASKED, "stem: In the grass Ada finds an ___"),
                ("A basket of pears", "pear"), ("A sack of flour", "knife"), *honey("apple"),
            ),
            "apple",
        ),
        (
            Flaw.GRAMMAR,
            (
                (ASKED, "stem: Who are waiting at the market?"),
                ("A basket of pears", "A carter"), ("A sack of flour", "A smith"),
                *honey("The twins"),
            ),
            "The twins",
        ),
        (
            Flaw.GRAMMAR,
            (
                (ASKED, "stem: Who loses her hat at the market?"),
                ("A basket of pears", "A king"), ("A sack of flour", "A monk"), *honey("A queen"),
            ),
            "A queen",
        ),
        (Flaw.CLANG, honey("A market stall"), "A market stall"),
        (Flaw.ANSWER_IN_STEM, (("climbs the", "follows Bruno up the"),), "Who follows Bruno up"),
        (
            Flaw.ANSWER_IN_STEM,
            (("climbs the", "helps the Beekeeper up the"), ("[Bruno]", "[Ada]")),
            "Who helps the Beekeeper",
        ),
        (Flaw.OVERLAP, (("A sack of flour", "Pears"),), "Pears"),
        (Flaw.OVERLAP, (("A sack of flour", "The jar of Honey"),), "The jar of Honey"),
        (
            Flaw.OVERLAP,
            (("A basket of pears", "Ada"), ("A sack of flour", "The Beekeeper"), *honey("Bruno")),
            "The Beekeeper",
        ),
        (
            Flaw.KINDS,
            (("A basket of pears", "Ada"), ("A sack of flour", "Old Mill"), *honey("Bruno")),
            "Ada",
        ),
        (Flaw.KINDS, (("A sack of flour", "a sack of flour"),), "a sack of flour"),
        (Flaw.KINDS, (("A sack of flour", "Sour flour"),), "Sour flour"),
        (Flaw.KINDS, (("A sack of flour", "A sack of flour."),), "A sack of flour."),
        (Flaw.KINDS, (("A sack of flour", '"12"'),), "A basket of pears"),
        (Flaw.DANGLING, ((ASKED, "stem: What does she carry?"),), "What does she carry?"),
        (Flaw.DANGLING, ((ASKED, "stem: What do these people want?"),), "What do these people"),
        (
            Flaw.DANGLING,
            ((ASKED, 'stem: "According to the article, what does Ada carry?"'),),
            '"According to the article',
        ),
        (
            Flaw.TOO_LONG,
            ((ASKED, f"stem: What does Ada carry to the market {'and further on ' * 9}at noon?"),),
            "What does Ada carry",
        ),
        (
            Flaw.TOO_LONG,
            ((ASKED, "stem: Ada is up early. It rains. What does she carry?"),),
            "Ada is up early.",
        ),
        (Flaw.NO_NOTE, (("It was blue once.", "His suicide shook them all."),), "His suicide"),
        (Flaw.NO_NOTE, (("A judge", "A man who beats his wife"),), "A man who beats"),
    ],
)  # fmt: skip
def test_a_flaw_is_found_at_its_place(
    flaw: Flaw, changes: tuple[tuple[str, str], ...], place: str
) -> None:
    (issue,) = found(*changes)
    assert (issue.code, issue.severity) == (flaw.code, flaw.value.severity)
    assert place_of(changed(*changes), issue).startswith(place)


@pytest.mark.parametrize(
    "changes",
    [
        ((ASKED, "stem: What does Ada carry at least once a week?"),),
        ((ASKED, "stem: Which book is called “Never Again”?"),),
        ((ASKED, "stem: It is not raining. What does Ada carry?"),),
        ((ASKED, "stem: Is it honey or pears that Ada carries?"), *honey("Honey"),
         ("A basket of pears", "Pears"), ("A sack of flour", "Flour")),
        ((ASKED, "stem: Which of these does Ada carry?"),),
        ((ASKED, "stem: Ada is tired. Who helps her?"),),
        ((ASKED, "stem: Who forgets his hat?"), ("A basket of pears", "A king"),
         ("A sack of flour", "A monk"), *honey("A page")),
        ((ASKED, "stem: Who is the Beekeeper?"), ("A basket of pears", "The smith"),
         ("A sack of flour", "Bruno"), *honey("Ada")),
        ((ASKED, "stem: Who rows the boat?"), ("A basket of pears", "Ada's brother"),
         ("A sack of flour", "Bruno"), *honey("Ada")),
        (("A basket of pears", "In town"), ("A sack of flour", "At Old Mill"), *honey("By night")),
        (("A basket of pears", '"7:12"'), ("A sack of flour", '"7:120"'), *honey('"7:30"')),
        (("A basket of pears", "10"), ("A sack of flour", '"10,000"'), *honey('"1,000"')),
        (("It was blue once.", "He drowned himself in work."),),
        (("It was blue once.", "His suicide shook them.\n    notes: [loss]"),),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_flaw_is_left_alone(changes: tuple[tuple[str, str], ...]) -> None:
    assert found(*changes) == []


def test_one_stem_in_capitals_may_ask_for_what_is_not_so_and_a_second_may_not() -> None:
    once = (ASKED, "stem: Which of these does Ada NOT carry?")
    assert found(once) == []
    (issue,) = found(once, ("What has Bruno kept from", "What has Bruno NEVER shown to"))
    assert issue.code == Flaw.NEGATIVE.code
    assert "2 of 6 stems" in issue.message


@pytest.mark.parametrize("stem", ["Which is V?", "Is it V? Not so.", "?", "Why NOT?"])
def test_a_stem_of_any_shape_is_looked_at_for_negative_words(stem: str) -> None:
    assert negatives(stem) <= {"small", "CAPITAL"}


def test_english_rules_are_kept_from_other_languages() -> None:
    stem = (ASKED, "stem: Was trägt Ada? Auch except und not, he und this.")
    choice = ("A sack of flour", "All of the above")
    german = ("language: en", "language: de")
    assert {i.code for i in found(stem, choice)} >= {Flaw.NEGATIVE.code, Flaw.ALL_OF_THE_ABOVE.code}
    assert found(stem, choice, german) == []


def test_a_stem_without_spaces_is_measured_by_its_letters() -> None:
    words = "果樹園で彼女が毎朝持って行くものは何ですか" * 4
    (issue,) = found((ASKED, f"stem: {words}"), ("language: en", "language: ja"))
    assert issue.code == Flaw.TOO_LONG.code


TWIN = """\
  - id: twin
    tier: {tier}
    kind: choice
    category: Things
    stem: {stem}
    choices: [A jar of honey, A comb, A cheese]
    answer: {answer}
    why: It sells well.
    difficulty: 1
{more}  - id: gate
"""


def twin(stem: str, answer: str = "A jar of honey", tier: str = "start", more: str = "") -> str:
    card = TWIN.format(stem=stem, answer=answer, tier=tier, more=more)
    return changed(("  - id: gate\n", card))


@pytest.mark.parametrize(
    "stem",
    ["What does Ada carry to that market?", "To the market, what does Ada carry?"],
)
def test_a_question_asked_twice_is_found_at_the_later_card(stem: str) -> None:
    text = twin(stem)
    (issue,) = found_in(text)
    assert issue.code == Flaw.TWICE.code
    assert place_of(text, issue) == stem


def test_another_name_or_number_makes_another_question() -> None:
    assert found_in(twin("What does Bruno carry to the market?", "A comb")) == []
    assert found_in(twin("What does Bruno carry to the market?")) == []


def test_a_question_asked_again_when_its_answer_has_changed_is_no_repetition() -> None:
    text = twin("What does Ada carry to the market?", "A comb", "end")
    until = ("    stem: What does Ada", "    until: end\n    stem: What does Ada")
    assert [i.code for i in found_in(text)] == [Flaw.TWICE.code]
    assert found_in(text.replace(*until, 1)) == []


GIVEN = "Ada's jar of honey is the heaviest thing she can carry to market."


def test_an_answer_that_another_card_tells_is_found() -> None:
    text = changed(("It was blue once.", GIVEN))
    (issue,) = found_in(text)
    assert issue.code == Flaw.GIVEN_AWAY.code
    assert place_of(text, issue) == ASKED.removeprefix("stem: ")
    assert "the why of the card on line" in issue.message


def test_a_later_card_or_a_false_statement_gives_nothing_away() -> None:
    assert found(("It is a long day.", GIVEN)) == []
    statement = ("stem: The orchard gate is painted green.", f"stem: {GIVEN}")
    assert [i.code for i in found(statement)] == [Flaw.GIVEN_AWAY.code]
    assert found(statement, ("answer: true", "answer: false")) == []


def test_a_hangul_name_is_known_with_its_particles() -> None:
    text = twin("미자가 숨긴 것은 무엇인가?", "A comb").replace("language: en", "language: ko")
    told = text.replace("It was blue once.", "미자가 숨긴 빗을 찾았다.")
    told = told.replace("A comb", "빗 하나").replace("찾았다", "찾은 것은 빗 하나였다")
    assert Flaw.GIVEN_AWAY.code in [i.code for i in found_in(told)]


EXPLAINER = "How it grew\n\nAda sells honey at the market.\nBruno climbs a tree.\n"
SOURCE = """\
source:
  title: How it grew
  fingerprint: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
  sections:
    - {id: all, title: How it grew, tier: start}
tiers:
"""


def cited(paragraph: int, passage: str) -> str:
    cite = f"    source: {{section: all, paragraph: {paragraph}, passage: {passage}}}\n"
    return changed(("tiers:\n", SOURCE), (f"    {ASKED}\n", f"{cite}    {ASKED}\n"))


def test_a_passage_is_looked_for_in_the_source() -> None:
    _, ada, bruno = [fingerprint(line) for line in EXPLAINER.splitlines() if line]
    assert found_in(cited(1, ada), (EXPLAINER,)) == []
    for text, words in (
        (cited(1, "0" * 16), "is not in the source"),
        (cited(2, ada), "now stands at all, 1"),
        (cited(2, bruno), "no word of the right answer stands in all, 2"),
    ):
        (issue,) = found_in(text, (EXPLAINER,))
        assert issue.code == Flaw.EVIDENCE.code
        assert words in issue.message
        assert place_of(text, issue) == "id: basket"
        assert found_in(text) == []


def test_a_card_waives_its_own_flaw_and_no_flaw_of_the_pack() -> None:
    waiver = "    waive: [{{code: {}, reason: It is meant.}}]\n    stem: What does Ada"
    flaw = honey("A market stall")
    own = ("    stem: What does Ada", waiver.format(Flaw.CLANG.code))
    assert [i.severity for i in found(*flaw, own)] == ["waived"]
    pack = ("    stem: What does Ada", waiver.format(Flaw.EMPTY_TIER.code))
    (issue,) = found(pack)
    assert issue.code == Finding.IDLE_WAIVER.code
    assert "whole pack" in issue.message
