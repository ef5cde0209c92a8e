"""Every page at every size: nothing outside, on top of another, too small or out of reach."""

import pytest

from quizgame.domain import views
from quizgame.services import showing
from quizgame.ui.typeface import Typeface
from tests.ui import envelopefuls, ownfuls, peoplefuls, progressfuls, screenfuls
from tests.ui.hands import on_the_way, reached_by_arrows, reached_by_tab, wanted
from tests.ui.laying import faults, laid_out, stage

WHO = views.TitleView("Ballerina · card 7 of 10", "", 2, peoplefuls.NAMES[3], 3)
GIVERS = (screenfuls, ownfuls, envelopefuls, peoplefuls, progressfuls)
PAGES = {name: view for giver in GIVERS for name, view in giver.every_page()} | {"title-who": WHO}


@pytest.mark.parametrize("text", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [*screenfuls.SIZES, (3840, 2160), (960, 1200)])
def test_every_page_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    for name, view in PAGES.items():
        found = faults(laid_out(view, typeface, size, text), typeface, size)
        assert not found, f"{name} at {size}, {text} %: {found}"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_every_card_of_the_bank_fits(typeface: Typeface, size: tuple[int, int], text: int) -> None:
    deck = screenfuls.bank()
    for card in deck.cards:
        session = screenfuls.round_of(deck, card)
        pages = (showing.ask(session), showing.reveal(screenfuls.answered(session), 0))
        for view in pages:
            found = faults(laid_out(view, typeface, size, text), typeface, size)
            assert not found, f"{card.id} at {size}, {text} %: {found}"


@pytest.mark.parametrize("size", screenfuls.SIZES)
def test_targets_are_large_enough_to_hit(typeface: Typeface, size: tuple[int, int]) -> None:
    least = 44 * min(size[0] / 1280, size[1] / 800) - 1
    for name, view in PAGES.items():
        for target in laid_out(view, typeface, size, 100).targets:
            if not target.owner:
                assert min(target.rect[2:]) >= least, f"{name}: {target}"


@pytest.mark.parametrize(("size", "text"), list(screenfuls.settings_of_page()))
def test_every_hand_reaches_everything(
    typeface: Typeface, size: tuple[int, int], text: int
) -> None:
    for name, view in PAGES.items():
        by_arrows, by_tab = (stage(typeface, view, size, text) for _ in range(2))
        scene = by_arrows.scene(0.0)
        assert reached_by_tab(by_tab) == wanted(scene), name
        assert on_the_way(scene) <= reached_by_arrows(by_arrows) <= wanted(scene), name
