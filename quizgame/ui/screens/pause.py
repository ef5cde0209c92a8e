"""The pause: the card is not there at all, only a shut curtain."""

from quizgame.domain.intents import Go, Resume
from quizgame.domain.views import PauseView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import backdrop, button, button_height, hints


def _leave(view: PauseView) -> str:
    if not view.board.scored:
        return "Leave the rehearsal"
    return "Leave, keep the game" if view.kept else "Leave the game"


def compose(page: Page, view: PauseView) -> None:
    """Lay out the pause."""
    backdrop(page)
    page.add(ops.Curtain((0, 0, page.width, page.height), "shut"))
    entries = (
        ("resume", "Keep playing", Resume()),
        ("help", "How scoring works" if view.board.scored else "How to play", Go("help")),
        ("settings", "Settings", Go("settings")),
        ("title", _leave(view), Go("title")),
    )
    tall, gap = button_height(page), page.u(12)
    head, small = page.heading_style(64), page.style("regular", 18)
    card = f"{view.board.of}: card" if view.board.of else "Card"
    told = f"{card} {view.board.number} of {len(view.board.marks)} waits behind the curtain."
    wide = min(page.width - 2 * page.margin, round(page.u(420) * (1 + (page.roomy - 1) * 0.7)))
    words_h = page.measure.line_height(head) + page.paragraph_height(told, small, wide)
    menu = len(entries) * (tall + gap) - gap
    pad = page.u(32)
    total = words_h + menu + page.u(28) + 2 * pad
    y = (page.height - page.u(40) - total) // 2
    x = (page.width - wide) // 2
    frame = (x - pad, y, wide + 2 * pad, total)
    page.add(ops.Panel(frame, page.u(22), fill=page.theme.room.night_2))
    y += pad
    ink = page.theme.ink
    page.words(page.width // 2, y, "PAUSED", head, ink.text, align=0.5)
    y += page.measure.line_height(head) + page.u(6)
    y = page.paragraph((x, y, wide), told, small, ink.dim, align=0.5) + page.u(22)
    for key, label, intent in entries:
        button(page, key, (x, y, wide, tall), label, intent, primary=key == "resume")
        y += tall + gap
    page.back = Resume()
    page.shortcuts["P"] = Resume()
    hints(page, ("choose", "choose"), ("open", "open"), ("back", "keep playing"), centred=True)
