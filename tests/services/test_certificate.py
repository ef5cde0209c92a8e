"""The certificate holds every text a player can be shown, and each just once it may be shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.__main__ import main
from quizgame.domain.drafts import PackDraft
from quizgame.domain.gate import Deck, cut
from quizgame.services.certificate import certificate, texts_of
from quizgame.storage.packfile import load
from tests.conftest import ROOT

BANK = ROOT / "questions" / "ballerina.yaml"


@pytest.fixture(scope="module")
def draft() -> PackDraft:
    loaded = load(BANK).draft
    assert loaded is not None
    return loaded


def shown(deck: Deck) -> Iterator[str]:
    """Yield every text that is in a deck, found without the help of the certificate."""
    face = deck.face
    yield from (face.title, face.tagline, face.kind, face.language, face.licence, *face.authors)
    yield from (text for tier in face.ladder.tiers for text in (tier.label, tier.hint))
    yield from face.notes.values()
    yield from deck.headings.values()
    for card in deck.cards:
        yield from (card.stem, card.why, card.category, *card.kind.options)
        yield from card.kind.right_words()


def test_all_that_a_deck_holds_stands_above_the_next_heading(draft: PackDraft) -> None:
    page = certificate(draft, "0" * 64)
    ladder = draft.pack.face.ladder
    for tier in range(len(ladder)):
        last = tier == ladder.top
        end = "## What you believed then" if last else f"## From “{ladder[tier + 1].label}” on"
        above = page[: page.index(end)]
        for text in shown(cut(draft.pack, tier)):
            if text not in {"True", "False"}:
                assert text in above


def test_nothing_of_a_later_tier_stands_above_its_heading(draft: PackDraft) -> None:
    page = certificate(draft, "0" * 64)
    for card in draft.pack.cards:
        heading = f"## From “{draft.pack.face.ladder[card.tier].label}” on"
        above = page[: page.index(heading)]
        # Cards of several tiers may ask the same of other choices.
        asked = {other.stem for other in draft.pack.cards if other.tier < card.tier}
        assert card.stem not in above or card.stem in asked
        assert card.why not in above


def test_every_named_term_stands_with_a_tier_no_later_than_the_card(draft: PackDraft) -> None:
    for row in draft.cards:
        for role, text in texts_of(row.card):
            opens = row.card.opens if role == "why" else None
            known = row.card.tier if opens is None else opens
            assert draft.pack.glossary.tier_of([text]) <= known


def test_of_a_prediction_the_answer_stands_only_where_it_opens(draft: PackDraft) -> None:
    page = certificate(draft, "0" * 64)
    ladder = draft.pack.face.ladder
    bets = [card for card in draft.pack.cards if card.opens is not None]
    assert bets
    for card in bets:
        assert card.opens is not None
        opening = page.index(f"## From “{ladder[card.opens].label}” on")
        assert page.index(card.stem) < opening < page.index(card.why)
        asked = page[page.index(f"### {card.id} ") :].partition("###")[2].partition("### ")[0]
        assert "* right" not in asked


def test_what_became_of_beliefs_stands_last(draft: PackDraft) -> None:
    page = certificate(draft, "0" * 64)
    end = page[page.index("## What you believed then") :]
    laters = [card.later for card in draft.pack.cards if card.later]
    assert len(laters) >= 6
    assert all(later in end for later in laters)


def test_the_same_pack_gives_the_same_page(draft: PackDraft) -> None:
    assert certificate(draft, "a") == certificate(draft, "a")


def test_the_command_writes_the_page_to_a_file(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert main(["packs", "certify", str(BANK), "--output", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("# What “Ballerina” shows")


def test_a_file_that_is_no_pack_has_no_certificate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.yaml"
    path.write_text("just a text\n", encoding="utf-8")
    assert main(["packs", "certify", str(path)]) == 1
    assert "cannot be played" in capsys.readouterr().err
