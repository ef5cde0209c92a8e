"""The leak checker, rule by rule, on a small story; how well it does on many stands in figures."""

import pytest

from quizgame.domain import leaks
from quizgame.domain.drafts import PackDraft
from quizgame.domain.findings import Finding
from quizgame.domain.issues import Issue
from quizgame.domain.packs import SealedPack
from quizgame.domain.waivers import judged
from quizgame.storage.packfile import read_pack
from tests.samples import lantern


def findings(draft: PackDraft, before: SealedPack | None = None) -> tuple[Issue, ...]:
    return judged(draft, leaks.found(draft, before))


def draft(text: str) -> PackDraft:
    loaded = read_pack(text.encode(), "lantern.yaml")
    assert loaded.draft is not None, loaded.issues
    return loaded.draft


def changed(*pairs: tuple[str, str]) -> str:
    text = lantern()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def found(*pairs: tuple[str, str]) -> list[Issue]:
    return list(findings(draft(changed(*pairs))))


def codes(*pairs: tuple[str, str]) -> list[str]:
    return [issue.code for issue in found(*pairs)]


FACT = "  - {id: silas-is-father, fact: Silas is the father of Mara., tier: end}\n"


def with_fact(words: str, tier: str = "end") -> tuple[str, str]:
    return FACT, f"{FACT}  - {{id: more, fact: {words}, tier: {tier}}}\n"


def test_a_sound_pack_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stem: The oil runs out before dawn.", "stem: Silas takes the oil."),
        ("why: There was a cask in the cellar.", "why: The Ferryman's cask was full."),
        ("category: The storm\n    stem: The oil", "category: Silas\n    stem: The oil"),
        ("[Tobias, A dog, Mara, A priest]", "[Tobias, A dog, Mara, Silas]"),
        ("[The wind turns, The", "[Silas sails, The"),
        ("    stem: The oil", "    image: {file: a.png, alt: Silas}\n    stem: The oil"),
        ("    stem: The oil", "    image: {file: silas.png, alt: A man}\n    stem: The oil"),
    ],
)
def test_a_later_name_anywhere_on_a_card_is_an_error_at_its_place(old: str, new: str) -> None:
    (issue,) = found((old, new))
    assert (issue.code, issue.severity) == (Finding.NAMES_LATER.code, "error")
    text = changed((old, new))
    column = text.splitlines()[issue.line - 1][issue.column - 1 :]
    assert column
    assert "'silas'" in issue.message


def test_a_later_fact_in_mentions_is_an_error() -> None:
    assert codes(("    stem: The oil", "    mentions: [silas-is-father]\n    stem: The oil")) == [
        Finding.MENTIONS_LATER.code
    ]


def test_a_part_of_a_later_name_is_a_warning_unless_somebody_known_shares_it() -> None:
    named = ("name: Silas, aliases", "name: Silas Orde, aliases")
    asked = ("stem: The oil runs", "stem: Old Orde says the oil runs")
    assert Finding.NAME_PART.code in codes(named, asked)
    shared = ("name: Mara, aliases: [Mara Quill]", "name: Mara, aliases: [Mara Orde]")
    assert Finding.NAME_PART.code not in codes(
        named, asked, shared, ("answers: [Mara, Mara Quill]", "answers: [Mara]")
    )


def test_a_telling_word_that_only_a_later_fact_makes_true_is_a_warning() -> None:
    asked = ("stem: The oil runs out before dawn.", "stem: Before Mara dies, the oil runs out.")
    assert codes(asked, with_fact("Mara dies at sea.")) == [Finding.PRESUPPOSES.code]
    assert codes(asked, with_fact("Mara dies at sea.", "start")) == []
    mentioned = ("    stem: Before", "    mentions: [mara]\n    stem: Before")
    assert codes(asked, with_fact("Mara dies at sea."), mentioned) == []


def test_words_near_a_later_fact_are_a_warning() -> None:
    asked = ("stem: The oil runs out before dawn.", "stem: A lever opens the harbour bridge.")
    fact = with_fact("Tobias pulls the lever of the harbour bridge.")
    assert codes(asked, fact) == [Finding.NEARER_LATER.code]


TWINS = """\
  - id: owner-{n}
    tier: {tier}
    kind: choice
    category: Boats
    stem: Who owns the red boat in the harbour?
    choices: [A priest, A widow, A baker]
    answer: {answer}
    why: It says so on the hull.
    difficulty: 1
{more}"""


def owners(until: str) -> tuple[str, str]:
    cards = TWINS.format(n=1, tier="start", answer="A priest", more=until)
    cards += TWINS.format(n=2, tier="middle", answer="A baker", more="")
    return "  - id: trade\n", cards + "  - id: trade\n"


def test_two_cards_that_disagree_need_until() -> None:
    (issue,) = found(owners(""))
    assert issue.code == Finding.DISAGREE.code
    assert found(owners("    until: middle\n")) == []


def test_a_belief_may_not_be_hedged() -> None:
    assert codes(("stem: Mara lives alone.", "stem: Mara apparently lives alone.")) == [
        Finding.HEDGED.code
    ]


def test_a_title_of_the_source_that_names_a_later_term_is_told() -> None:
    assert codes(("title: What the storm brought", "title: Silas and the storm")) == [
        Finding.HEADING_LATER.code
    ]


def test_a_waiver_with_a_reason_takes_a_finding_back_but_not_the_gate() -> None:
    asked = ("stem: The oil runs out before dawn.", "stem: Silas takes the oil.")
    waived = (
        "    stem: Silas takes",
        "    waive: [{code: Q201, reason: It is another Silas.}]\n    stem: Silas takes",
    )
    (issue,) = found(asked, waived)
    assert (issue.severity, issue.hint) == ("waived", "waived: It is another Silas.")
    card = next(c for c in draft(changed(asked, waived)).pack.cards if c.id == "oil")
    assert card.tier == 2


def test_a_waiver_that_waives_nothing_is_told() -> None:
    idle = ("    stem: The oil", "    waive: [{code: Q204, reason: So.}]\n    stem: The oil")
    assert codes(idle) == [Finding.IDLE_WAIVER.code]


def test_a_waiver_without_a_reason_is_a_fault() -> None:
    text = changed(("    stem: The oil", "    waive: [{code: Q204}]\n    stem: The oil"))
    assert [i.code for i in read_pack(text.encode(), "x").issues] == ["Q121"]


def test_terms_that_share_a_name_or_have_one_letter_are_told() -> None:
    assert codes(("name: Tobias, sort", "name: Tobias, aliases: [Mara], sort")) == [
        Finding.SHARED_NAME.code,
        *[Finding.NAMES_LATER.code] * 3,
    ]
    assert codes(("name: Tobias, sort", "name: Tobias, aliases: [V], sort")) == [
        Finding.SHORT_NAME.code
    ]


def test_terms_in_a_ring_count_at_the_latest_tier_among_them() -> None:
    ring = (
        FACT,
        "  - {id: silas-is-father, fact: He is the father., mentions: [pair], tier: end}\n"
        "  - {id: pair, fact: They are a pair., mentions: [silas-is-father], tier: start}\n",
    )
    assert codes(ring) == [Finding.RING.code, Finding.TERM_RAISED.code]
    tiers = {term.id: term.tier for term in draft(changed(ring)).pack.glossary.terms}
    assert tiers["pair"] == 2


def test_a_fact_stands_no_lower_than_the_names_in_its_words() -> None:
    assert codes(with_fact("Tobias is an only child.", "start")) == [Finding.TERM_RAISED.code]


def test_a_term_that_mentions_a_missing_one_is_a_fault() -> None:
    text = changed(with_fact("Nothing., mentions: [silass]"))
    issue = read_pack(text.encode(), "x").issues[0]
    assert (issue.code, issue.hint) == ("Q141", "did you mean 'silas'?")


def test_the_title_of_a_sequel_may_not_name_what_the_story_before_it_reveals() -> None:
    before = draft(lantern()).pack
    sequel = changed(
        ("id: lantern\n", "id: lantern-two\nfollows: lantern\n"),
        ("title: The Lantern\n", "title: The Return of Silas\n"),
        ("{id: silas, name: Silas,", "{id: silas, name: Silas,"),
        ("sort: person, tier: end}", "sort: person, tier: start}"),
    )
    issues = findings(draft(sequel), before)
    assert [i.code for i in issues if i.severity == "error"] == [Finding.SEQUEL.code]


def test_a_sequel_without_the_pack_it_follows_is_told() -> None:
    text = changed(("id: lantern\n", "id: lantern-two\nfollows: lantern\n"))
    assert [issue.code for issue in findings(draft(text))] == [Finding.SEQUEL_ALONE.code]
    assert findings(draft(text), draft(lantern()).pack) == ()


def test_two_typed_cards_that_share_no_answer_disagree() -> None:
    card = (
        "  - {{id: {id}, tier: start, kind: typed, category: Boats, why: So it is.,\n"
        "     difficulty: 1, stem: Who owns the red boat?, answers: [{answer}]}}\n"
    )
    two = card.format(id="a", answer="A priest") + card.format(id="b", answer="A baker")
    assert codes(("  - id: trade\n", f"{two}  - id: trade\n")) == [Finding.DISAGREE.code]


def test_far_is_no_hedge() -> None:
    assert codes(("stem: Mara lives alone.", "stem: Mara lives far away.")) == []
