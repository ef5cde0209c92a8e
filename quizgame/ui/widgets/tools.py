"""What stands at the foot of a card being asked: quiet buttons, handing in, how sure one is."""

from quizgame.domain.intents import Halve, Intent, Skip, Submit
from quizgame.domain.views import AskView, PickOne
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.stakes import stakes, stakes_height, stakes_width

HAND_IN = "Hand in"


def tool_height(page: Page) -> int:
    """Return how high a quiet button on the ticket stands."""
    return max(page.u(44), page.measure.line_height(_style(page)) + page.u(12))


def tool_width(page: Page, label: str) -> int:
    """Return how wide a quiet button on the ticket is."""
    return page.measure.width(label, _style(page)) + page.u(36)


def tool(page: Page, target: Target, label: str, *, loud: bool = False) -> None:
    """Draw a quiet button on the ticket, or a `loud` one, which is what comes next."""
    paper, style = page.theme.ticket, _style(page)
    focused = page.target(target)
    x, y, w, h = target.rect
    y += page.u(2) if page.setting.pressed == target.key else 0
    if loud:
        page.add(ops.Panel((x, y, w, h), page.u(12), fill=page.theme.room.amber))
    else:
        edge = max(1, page.u(2))
        page.add(ops.Panel((x, y, w, h), page.u(12), edge=paper.edge, edge_width=edge))
    ink = page.theme.ink.on_amber if loud else paper.ink_2
    top = y + (h - page.measure.line_height(style)) // 2
    page.words(x + w // 2, top, label, style, ink, align=0.5)
    if focused:
        page.ring(target.rect, page.u(12), paper.focus)


def tools_height(page: Page, view: AskView, width: int) -> int:
    """Return how high the foot of a card stands in a width."""
    tall = tool_height(page)
    if _in_line(page, view, width):
        return max(tall, stakes_height(page, view.stakes))
    return tall + page.u(10) + stakes_height(page, view.stakes, width)


def tools(page: Page, view: AskView, box: tuple[int, int, int]) -> None:
    """Draw the foot of a card in (x, y, width): handing in at its right, skipping at its left.

    How sure one is stands between them, or above them where there is no room.
    """
    x, y, w = box
    low, tall, gap = y + tools_height(page, view, w), tool_height(page), page.u(12)
    beside = _in_line(page, view, w)
    line = (y + low - tall) // 2 if beside else low - tall
    end = x + w
    if not isinstance(view.body, PickOne):
        wide = tool_width(page, HAND_IN)
        submit = Target("submit", (end - wide, line, wide, tall), Submit())
        tool(page, submit, HAND_IN, loud=view.can_submit)
        end -= wide + gap
    if view.stakes and beside:
        wide = stakes_width(page, view.stakes)
        stakes(page, view, (end - wide, y, wide))
    elif view.stakes:
        stakes(page, view, box)
    for key, label, intent in _further(view):
        wide = tool_width(page, label)
        # Nobody comes upon skipping on the way from one answer to the next.
        apart = key == "skip"
        tool(page, Target(key, (x, line, wide, tall), intent, apart=apart), label)
        x += wide + gap


def _in_line(page: Page, view: AskView, width: int) -> bool:
    """Tell whether the foot is a single line."""
    if not view.stakes:
        return True
    labels = [label for _, label, _ in _further(view)]
    if not isinstance(view.body, PickOne):
        labels.append(HAND_IN)
    taken = sum(tool_width(page, label) + page.u(12) for label in labels)
    return taken + page.u(12) + stakes_width(page, view.stakes) <= width


def _further(view: AskView) -> list[tuple[str, str, Intent]]:
    """Return the quiet buttons but handing in: from the answers the focus goes on to that."""
    halve: list[tuple[str, str, Intent]] = [("halve", "50:50", Halve())] if view.can_halve else []
    return [*halve, ("skip", "Skip", Skip())]


def _style(page: Page) -> Style:
    return page.style("semibold", 17)
