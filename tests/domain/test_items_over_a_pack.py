"""The rules over a whole pack, and the players who have not read the story."""

from math import isclose, sqrt

import pytest

from quizgame.domain import itemrules
from quizgame.domain.drafts import PackDraft
from quizgame.domain.flaws import Flaw
from quizgame.domain.guessing import PLAYERS, Outcome, outcomes
from quizgame.domain.issues import Issue
from quizgame.domain.items import items_of
from quizgame.domain.waivers import judged
from quizgame.storage.packfile import read_pack
from tests.domain.test_items import ORCHARD, changed, draft, place_of

NOTES = "notes:\n  - {id: loss, label: Loss}\n"
HEAD = ORCHARD[: ORCHARD.index("  - id: basket\n")].replace(NOTES, "")
WORDS = (
    "anchor", "barrel", "candle", "dagger", "feather", "garland", "hammer", "jacket", "kettle",
    "ladder", "mirror", "needle", "pillow", "ribbon", "saddle", "teapot", "violin", "wallet",
    "blanket", "compass", "lantern", "trumpet", "whistle", "thimble",
)  # fmt: skip
PLACES = (
    "chapel", "bakery", "harbour", "meadow", "cellar", "attic", "stable", "bridge", "forest",
    "market", "garden", "tavern", "school", "quarry", "island", "kitchen", "library", "tower",
)  # fmt: skip


def card(number: int, choices: list[str], answer: str, stem: str = "") -> str:
    stem = stem or f"What is found in the {PLACES[number % len(PLACES)]}?"
    tier = "end" if number % 2 else "start"
    return (
        f"  - id: c{number}\n    tier: {tier}\n    kind: choice\n    category: Things\n"
        f"    stem: {stem}\n    choices: [{', '.join(choices)}]\n    answer: {answer}\n"
        "    why: So it is.\n    difficulty: 1\n"
    )


def choices(number: int) -> list[str]:
    """Return three choices of equal length."""
    of = [word for word in WORDS if len(word) == 6]
    return [f"A {of[(3 * number + place) % len(of)]}" for place in range(3)]


def pack(cards: list[str]) -> PackDraft:
    loaded = read_pack((HEAD + "".join(cards)).encode(), "orchard.yaml")
    assert loaded.draft is not None
    assert not loaded.issues, loaded.issues
    return loaded.draft


def even(count: int = 15) -> list[str]:
    """Return cards whose right choices stand evenly and tell nothing."""
    return [card(n, choices(n), choices(n)[n % 3]) for n in range(count)]


def found(draft: PackDraft) -> list[Issue]:
    return list(judged(draft, itemrules.found(draft)))


def codes(draft: PackDraft) -> set[str]:
    return {issue.code for issue in found(draft)}


def outcome(draft: PackDraft, player: str) -> Outcome:
    return next(o for o in outcomes(items_of(draft)) if o.player == player)


def test_an_even_pack_has_no_finding_and_nobody_beats_chance() -> None:
    draft = pack(even())
    assert found(draft) == []
    assert not any(o.beats_chance for o in outcomes(items_of(draft)))


def test_a_right_choice_that_is_often_the_longest_is_told_at_the_card_that_tips_it() -> None:
    cards = even(9)
    for n in range(9, 15):
        options = choices(n)
        options[n % 3] += " of wood"
        cards.append(card(n, options, options[n % 3]))
    draft = pack(cards)
    told = next(i for i in found(draft) if i.code == Flaw.OFTEN_LONGEST.code)
    # Of 15 cards, five may have it; the sixth tips the pack.
    tips = draft.cards[14]
    assert tips.line < told.line
    assert "on 6 of 15 cards" in told.message
    assert Flaw.OFTEN_LONGEST.code not in codes(pack([*cards[:-1], even()[-1]]))


def test_a_place_that_holds_the_right_choice_too_often_is_told() -> None:
    draft = pack([card(n, choices(n), choices(n)[n % 3 if n < 8 else 0]) for n in range(15)])
    told = next(i for i in found(draft) if i.code == Flaw.SAME_PLACE.code)
    assert "place 1 on 10 of 15 cards" in told.message


def test_places_that_are_far_from_even_are_told_though_none_holds_too_many() -> None:
    places = [0] * 20 + [1] * 20 + [2] * 9 + [3] * 3
    cards = []
    for n, place in enumerate(places):
        four = [*choices(n), "A basket"]
        cards.append(card(n, four, four[place], f"What lies in box {n + 1}?"))
    told = next(i for i in found(pack(cards)) if i.code == Flaw.SAME_PLACE.code)
    assert (told.line, told.column) == (1, 1)
    assert "20, 20, 9, 3 right choices" in told.message


def test_one_answer_that_is_right_too_often_is_told_whatever_name_it_goes_by() -> None:
    cards = even(9)
    names = ["Ada", "The Beekeeper"] * 3
    cards += [
        card(n, ["Bruno", name, "Old Ned"], name, f"Who owns the {PLACES[n]}?")
        for n, name in enumerate(names, start=9)
    ]
    told = next(i for i in found(pack(cards)) if i.code == Flaw.ONE_KEY.code)
    assert "on 6 of 15 cards" in told.message


def test_of_few_cards_no_share_is_told() -> None:
    draft = pack([card(n, choices(n), choices(n)[0]) for n in range(11)])
    assert found(draft) == []


def test_a_tier_without_a_card_is_told_at_its_row() -> None:
    draft = pack(even()[1::2])
    (told,) = (i for i in found(draft) if i.code == Flaw.EMPTY_TIER.code)
    assert "'start': nothing can be asked there" in told.message
    assert HEAD.split("\n")[told.line - 1][told.column - 1 :].startswith("{id: start")


def beaten(player: str) -> PackDraft:
    """Return a pack that this player, of all, plays well."""
    cards = []
    for n in range(15):
        options, right, stem = choices(n), n % 3, ""
        match player:
            case "always the longest":
                options[right] += " of oak"
            case "always the first":
                right = 0
            case "what was right most often":
                options[right] = "Bruno"
                stem = f"Who goes to the {PLACES[n]}?"
                options = [o if o == "Bruno" else f"Old {o[2:].title()}" for o in options]
            case "most words of the stem":
                stem = f"What is found in the {PLACES[n]} box?"
                options[right] = f"A {PLACES[n]}"
            case "what agrees by grammar":
                stem = f"Who leaves her hat in the {PLACES[n]}?"
                options = ["A king", "A duke", "A monk"]
                options[right] = "A nun"
            case "not the odd one out":
                odd = (right + 1) % 3
                options[odd] = options[odd].lower()
                options[(right + 2) % 3] += "."
            case _:
                pytest.fail(f"nobody is called {player}")
        cards.append(card(n, options, options[right], stem))
    return pack(cards)


@pytest.mark.parametrize("player", list(PLAYERS))
def test_a_pack_that_a_player_beats_is_told_with_the_cards_that_gave_it_away(player: str) -> None:
    draft = beaten(player)
    result = outcome(draft, player)
    assert result.beats_chance
    assert result.hits > result.chance + 2 * result.error
    told = [i for i in found(draft) if i.code == Flaw.GUESSED.code]
    (issue,) = (i for i in told if f"'{player}'" in i.message)
    assert f"{result.hits:.1f} of 15 cards" in issue.message
    assert all(str(item.draft.line) in issue.message for item in result.gains[:5])


def test_chance_and_error_are_those_of_a_throw_of_dice() -> None:
    result = outcome(pack(even(12)), "always the first")
    assert isclose(result.chance, 12 / 3)
    assert isclose(result.error, sqrt(12 * (1 / 3) * (2 / 3)))
    assert isclose(result.hits, 4)


def test_a_player_who_cannot_tell_choices_apart_wins_just_what_chance_gives() -> None:
    result = outcome(pack(even(12)), "always the longest")
    assert isclose(result.hits, result.chance)
    assert result.error < 1e-6


def test_statements_and_cards_with_several_right_are_played_and_typed_ones_are_not() -> None:
    loaded = read_pack(ORCHARD.encode(), "orchard.yaml")
    assert loaded.draft is not None
    result = outcome(loaded.draft, "always the first")
    assert result.cards == 4
    # Three choices, True or False, two of four, three choices.
    assert isclose(result.chance, 1 / 3 + 1 / 2 + 1 / 6 + 1 / 3)
    assert isclose(result.hits, 0 + 1 + 0 + 1)


def test_a_content_note_that_no_card_has_is_told_at_its_label() -> None:
    assert Flaw.IDLE_NOTE.code not in {i.code for i in found(draft(ORCHARD))}
    (told,) = (i for i in found(draft(changed(("    notes: [loss]\n", "")))) if i.code == "Q331")
    assert told.severity == "warning"
    assert "'loss'" in told.message
    assert place_of(ORCHARD, told).startswith("Loss}")
