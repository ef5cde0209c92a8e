"""The curtain between two players: whom it waits for, and what all may know meanwhile."""

from quizgame.domain.intents import Back, Go, OpenCurtain
from quizgame.domain.tableviews import HandoverView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import foot, hints
from quizgame.ui.widgets.placard import Placard, Press, placard
from quizgame.ui.widgets.proscenium import proscenium
from quizgame.ui.widgets.standings import standings, standings_height

HOLD, TWICE, SHOW = "Hold to open the curtain", "Press once more to open", "Show the card"
LOOK = "look"
ERRANDS = {
    "steal": "for a steal",
    "judge": "to judge an answer",
    LOOK: "to look over the answers",
}
OPEN = "open"


def compose(page: Page, view: HandoverView) -> None:
    """Lay out the handover."""
    top = proscenium(page, view.told, shut=view.private)
    # Where the standings reach over the curtains, colours would be lost on the velvet.
    pale = view.private or page.large
    width = page.width - 2 * page.margin if pale else page.width * 2 // 3
    low = foot(page) - page.u(14) - standings_height(page, view.standings, width)
    box = ((page.width - width) // 2, low, width)
    placard(page, _card(view), top + page.u(14), low - page.u(16))
    standings(page, view.standings, box, pale=pale)
    away = ("back", "back") if view.purpose == LOOK else ("back", "the table")
    # After the game there is no table to go to.
    page.back = page.shortcuts["P"] = Back() if view.purpose == LOOK else Go("table")
    further = [("choose", "choose")] if view.bets else []
    if page.setting.focus.startswith("bet-"):
        way = ("open", "bet")
    else:
        way = ("hold", "open the curtain") if view.private else ("open", "show the card")
    hints(page, way, *further, away, centred=True)


def _card(view: HandoverView) -> Placard:
    level = f"{view.level}. " if view.level else ""
    press = Press(OPEN, HOLD, OpenCurtain(), TWICE)
    return Placard(
        head=_head(view),
        who=view.who,
        errand=ERRANDS.get(view.purpose, ""),
        told=view.warning,
        press=press if view.private else Press(OPEN, SHOW, OpenCurtain()),
        level="" if view.bets else view.level,
        asked=f"{level}Will {view.who.name} get it?",
        bets=view.bets,
    )


def _head(view: HandoverView) -> str:
    if view.again:
        doing = "still waiting for"
    else:
        doing = "pass the screen to" if view.private else "next is"
    if view.purpose == LOOK:
        # The rounds are over.
        return doing[:1].upper() + doing[1:]
    return f"Round {view.round} of {view.rounds} · {doing}"
