"""Behind the curtain there is no card: that is no fault, and costs nothing."""

from quizgame.domain.intents import Next, Pause
from quizgame.domain.tableviews import NothingView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import foot, hints
from quizgame.ui.widgets.placard import Placard, Press, placard
from quizgame.ui.widgets.proscenium import proscenium
from quizgame.ui.widgets.standings import standings, standings_height

TOLD = {
    "answer": "No card for you this time: nothing is lost.",
    "steal": "No card for a steal here: nothing is lost.",
}


def compose(page: Page, view: NothingView) -> None:
    """Lay out the page."""
    board = view.board
    top = proscenium(page, "", shut=False)
    width = page.width - 2 * page.margin if page.large else page.width * 2 // 3
    low = foot(page) - page.u(14) - standings_height(page, board.standings, width)
    card = Placard(
        head=f"Round {board.round} of {board.rounds}",
        who=board.who,
        errand="",
        told=TOLD.get(board.purpose, TOLD["answer"]),
        press=Press("next", "Go on", Next()),
    )
    placard(page, card, top + page.u(14), low - page.u(16))
    standings(page, board.standings, ((page.width - width) // 2, low, width), pale=page.large)
    page.back = page.shortcuts["P"] = Pause()
    hints(page, ("open", "go on"), ("back", "pause"), centred=True)
