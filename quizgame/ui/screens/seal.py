"""A prediction on its ticket: what one thinks will happen, how sure one is, and the seal."""

from dataclasses import dataclass, replace

from quizgame.domain.envelopeviews import SealView
from quizgame.domain.intents import Back, Pick, Stake, Submit
from quizgame.domain.tags import LETTERS
from quizgame.domain.views import AskView, PickOne, Scoreboard, Stub
from quizgame.ui import ops
from quizgame.ui.page import EVEN, Page
from quizgame.ui.scene import Target
from quizgame.ui.theme import Style
from quizgame.ui.widgets.answers import columns
from quizgame.ui.widgets.basic import backdrop, button_height, button_width, heading, hints
from quizgame.ui.widgets.rows import Grid, abreast, column_width, grid, plain, row, words_height
from quizgame.ui.widgets.stakes import FIGURES, stakes, stakes_height, stakes_width
from quizgame.ui.widgets.ticket import Sheet, ticket
from quizgame.ui.widgets.tools import tool

SIZES = ((31, 21, 14), (27, 20, 12), (23, 18, 12), (22, 18, 8))
"""Stem, choices and the gap between them: large before small."""
BEFORE = "Nobody sees your choice. Once sealed it cannot be changed."
SEAL_IT, BACK = "Seal it", "Shut it again"


@dataclass(frozen=True, slots=True)
class _Plan:
    """One way to set the question: its styles, the rows of choices, and how high all stands."""

    stem: Style
    choice: Style
    grid: Grid
    begins: int

    @property
    def height(self) -> int:
        return self.begins + self.grid.height()


def compose(page: Page, view: SealView) -> None:
    """Lay out the ticket."""
    backdrop(page)
    heads = "Your prediction" if view.sealed else "What will happen?"
    top = heading(page, heads, aside=view.pack_title)
    sheet = ticket(page, Stub(view.pack_title, 0, view.tier, view.category, view.worth), top)
    tall = _foot_height(page, view, sheet.w)
    body_h = sheet.h - tall - page.u(14)
    plan = _chosen(page, view, sheet, body_h)
    body = (sheet.x, sheet.y, sheet.w, body_h)
    with page.scrolled(body, plan.height, page.theme.ticket.cream) as y:
        _print(page, view, plan, sheet, y, body_h - plan.height)
    low = (sheet.x, sheet.y + sheet.h - tall, sheet.w)
    if view.sealed:
        _looking(page, view, low)
    else:
        _sealing(page, view, low)
    _hints(page, view, plan.grid.picked)


def _hints(page: Page, view: SealView, pick: str) -> None:
    more = [("scroll", "scroll")] if page.view_port else []
    if view.sealed:
        hints(page, ("open", "shut it again"), *more, ("back", "back"))
        return
    for place, (value, _) in enumerate(view.stakes):
        page.shortcuts[str(place + 1)] = Stake(value)
    page.shortcuts["submit"] = Submit()
    letters = f"A–{LETTERS[len(view.options) - 1]}"
    sure = (f"1–{len(view.stakes)}", "how sure")
    seals = [("submit", "seal it")] if _ready(view) else []
    hints(page, (letters, "choose"), sure, *seals, (pick, "choose"), *more, ("back", "back"))


def _ready(view: SealView) -> bool:
    return view.chosen is not None and bool(view.stake)


def _chosen(page: Page, view: SealView, sheet: Sheet, room: int) -> _Plan:
    count = len(view.options)
    tries = [(size, each) for size in range(len(SIZES)) for each in columns(count)]
    plans = [_plan(page, view, sheet, *each) for each in (*tries, (len(SIZES) - 1, 1))]
    return next((plan for plan in plans if plan.height <= room), plans[-1])


def _plan(page: Page, view: SealView, sheet: Sheet, size: int, across: int) -> _Plan:
    stem_size, choice_size, between = SIZES[size]
    stem, choice = page.style("extrabold", stem_size), page.style("semibold", choice_size)
    gap = page.u(between)
    wide = column_width(sheet.w, across, gap) - _kept(page)
    words = [words_height(page, "A", text, choice, wide) for text in view.options]
    begins = page.paragraph_height(view.stem, stem, sheet.w) + page.u(6)
    begins += page.paragraph_height(_told(view), _small(page), sheet.w) + page.u(16)
    return _Plan(stem, choice, grid(page, words, across, gap), begins)


def _small(page: Page) -> Style:
    return page.style("regular", 16)


def _told(view: SealView) -> str:
    return f"Sealed on {view.sealed}. It cannot be changed." if view.sealed else BEFORE


def _print(page: Page, view: SealView, plan: _Plan, sheet: Sheet, y: int, spare: int) -> None:
    paper = page.theme.ticket
    wide = page.balanced(view.stem, plan.stem, sheet.w, EVEN)
    below = page.paragraph((sheet.x, y, wide), view.stem, plan.stem, paper.ink) + page.u(6)
    page.paragraph((sheet.x, below, sheet.w), _told(view), _small(page), paper.ink_2)
    left = spare - plan.grid.height(spare) + plan.grid.height()
    start = y + plan.begins + max(0, min(page.u(36), left // 3))
    boxes = plan.grid.boxes(sheet.x, start, sheet.w, spare)
    for place in range(len(boxes)):
        _option(page, view, place, boxes, plan.choice)


def _option(page: Page, view: SealView, place: int, boxes: list[ops.Rect], style: Style) -> None:
    """Draw a choice; the one made has a pen at its end, and wax once it is sealed."""
    box = boxes[place]
    paper, key, letter = page.theme.ticket, f"option-{place}", LETTERS[place]
    look, focused = plain(paper), False
    if not view.sealed:
        page.shortcuts[letter] = Pick(place)
        focused = page.target(Target(key, box, Pick(place), abreast=abreast(boxes)))
    x, y, w, h = box
    box = (x, y + (page.u(2) if page.setting.pressed == key else 0), w, h)
    if place == view.chosen:
        look = replace(look, fill=paper.half_wash, edge=paper.focus)
    elif view.sealed:
        look = replace(look, fill=paper.faded, ink=paper.ink_2)
    row(page, box, letter, view.options[place], style, look, _kept(page))
    if place == view.chosen:
        size = page.sign(22)
        spot = (x + w - page.u(20) - size, box[1] + (h - size) // 2, size, size)
        page.add(ops.Wax(spot) if view.sealed else ops.Symbol("pen", spot, paper.focus))
    if focused:
        page.ring(box, page.u(14), paper.focus)


def _kept(page: Page) -> int:
    """Return the pixels kept free at the end of a choice."""
    return page.sign(22) + page.u(12)


def _as_card(view: SealView) -> AskView:
    """Return the prediction as a card on which one says how sure one is."""
    return AskView(
        board=Scoreboard(0, (), 0, 0),
        stub=Stub(view.pack_title, 0, view.tier, view.category, view.worth),
        stem=view.stem,
        body=PickOne(()),
        fifties=0,
        can_halve=False,
        can_submit=_ready(view),
        stake=view.stake,
        stakes=view.stakes,
    )


# -- the foot --------------------------------------------------------------------------------------


def _beside(page: Page, view: SealView, width: int) -> bool:
    """Tell whether the seal stands in one line with how sure one is."""
    taken = button_width(page, SEAL_IT) + page.u(20)
    return stakes_width(page, view.stakes) + taken <= width


def _foot_height(page: Page, view: SealView, width: int) -> int:
    tall = button_height(page)
    if view.sealed:
        return tall
    if _beside(page, view, width):
        return max(tall, stakes_height(page, view.stakes))
    return stakes_height(page, view.stakes, width) + page.u(10) + tall


def _sealing(page: Page, view: SealView, box: tuple[int, int, int]) -> None:
    """Draw how sure one is, and the button that seals; it is loud once both are said."""
    x, y, w = box
    high, wide = button_height(page), button_width(page, SEAL_IT)
    beside, low = _beside(page, view, w), y + _foot_height(page, view, w)
    room = w - wide - page.u(20) if beside else w
    chips = stakes_height(page, view.stakes, room)
    stakes(page, _as_card(view), (x, y + (low - y - chips) // 2 if beside else y, room))
    target = Target("seal", (x + w - wide, low - high, wide, high), Submit())
    tool(page, target, SEAL_IT, loud=_ready(view))


def _looking(page: Page, view: SealView, box: tuple[int, int, int]) -> None:
    """Say how sure one was, and draw the button that leads back."""
    x, y, w = box
    high, wide = button_height(page), button_width(page, BACK)
    tool(page, Target("shut", (x + w - wide, y, wide, high), Back()), BACK, loud=True)
    page.first = "shut"
    style = page.style("semibold", 18)
    said = next((words for value, words in view.stakes if value == view.stake), "")
    said = said.partition(FIGURES)[0]
    top = y + (high - page.measure.line_height(style)) // 2
    shown = page.shortened(f"How sure: {said}", style, w - wide - page.u(20))
    page.words(x, top, shown, style, page.theme.ticket.ink)
