"""How far have you watched: the playhead on the strip, lit frames behind it, velvet ahead."""

from quizgame.domain.intents import Go, Intent, ShowDetails, Start
from quizgame.domain.views import WatchPointView
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_row,
    button_width,
    foot,
    heading,
    hints,
    row_height,
)
from quizgame.ui.widgets.choices import chips, chips_width, choice_target
from quizgame.ui.widgets.strip import flag_height, strip

DOES = {
    "set-round_length": "next value",
    "notes": "content notes",
    "beliefs": "look back",
    "predictions": "predictions",
    "safe": "play it safe",
    "less": "forget later answers, start",
    "back": "back",
}
"""What the hints say that Enter does on each target but those that start the usual way."""
LEAD = (
    "Move the playhead to where you are. Everything behind the curtain stays behind it: "
    "questions, wrong answers, counts and scores."
)
NOTES = "Content notes"
FORETELL = ("predictions", "Predictions", Go("predictions"))
LOOK_BACK = ("beliefs", "What you believed then", Go("beliefs"))
ONLY_SO_FAR = "I have only come this far"
WARNING = [(f"“{ONLY_SO_FAR}”", True), (" forgets your answers to later cards.", False)]
"""What saying that one has watched less does, as (words, whether strong) runs."""
BUTTONS: list[tuple[str, str, Intent]] = [
    ("safe", "Not sure? Play it safe", Start(safe=True)),
    ("start", "Start", Start()),
]
MOVED_BACK: list[tuple[str, str, Intent]] = [
    ("less", ONLY_SO_FAR, Start()),
    ("start", "Only this round", Start(once=True)),
]
"""What is asked where the playhead stands below what was said before."""


def compose(page: Page, view: WatchPointView) -> None:
    """Lay out the strip and its playhead."""
    backdrop(page)
    y = heading(page, f"How far have you {view.done}?", aside=view.pack_title)
    wide = page.width - 2 * page.margin
    bottom = foot(page) - page.u(16)
    actions, told_tall = _actions_height(page, view), _told_height(page, view, wide)
    flag, tail = flag_height(page), page.u(26)
    spare = bottom - actions - told_tall - flag - tail - page.u(24) - y
    style = page.style("regular", 19)
    lead_w = min(wide, page.u(880 * page.roomy))
    lead = page.paragraph_height(LEAD, style, lead_w)
    if spare - lead >= page.u(180):
        y = page.paragraph((page.margin, y, lead_w), LEAD, style, page.theme.ink.dim)
        spare -= lead
    strip_h = max(page.u(130), min(spare, page.u(252 + 60 * (page.roomy - 1))))
    spare = max(0, spare - strip_h)
    below = min(page.u(20), spare)
    air = (spare - below) // 3
    y += page.u(8) + air + flag
    strip(page, view, (page.margin, y, wide, strip_h), _buttons(view)[-1][2])
    _told(page, view, (page.margin, y + strip_h + tail + air, wide))
    _actions(page, view, bottom - below - actions)
    _hints(page, view)
    page.shortcuts["I"] = ShowDetails(view.pack_id)
    page.first = "strip"


def _hints(page: Page, view: WatchPointView) -> None:
    match page.setting.focus:
        case "set-round_length":
            way = ("change", "change")
        case "" | "strip":
            way = ("drag", "move the playhead")
        case _:
            way = ("choose", "choose")
    starts = "play only this round" if _moved_back(view) else "start"
    pressed = DOES.get(page.setting.focus, starts)
    hints(page, way, ("open", pressed), ("I", "content notes"), ("back", "back"))


def _moved_back(view: WatchPointView) -> bool:
    return view.playhead < view.said


def _sentence(view: WatchPointView) -> list[tuple[str, bool]]:
    """Return what the playhead's place means, as (words, whether strong) runs."""
    reach = _span([frame.label for frame in view.frames[: view.playhead + 1]])
    if view.cards is None:
        last = view.playhead + 1 == len(view.frames)
        end = "." if last else ". Nothing after it."
        return [("You will be asked about ", False), *reach, (end, False)]
    if view.cards == 0 and view.left_out:
        return [("No card is left here with those themes left out.", False)]
    if view.cards == 0:
        return [("This pack has no cards for this point yet.", False)]
    cards = "1 card" if view.cards == 1 else f"{view.cards:,} cards"
    return [("You can be asked ", False), (cards, True), (" from ", False), *reach, (".", False)]


def _span(labels: list[str]) -> list[tuple[str, bool]]:
    match labels:
        case [only]:
            return [(only, True)]
        case [first, second]:
            return [(first, True), (" and ", False), (second, True)]
        case _:
            return [(labels[0], True), (" to ", False), (labels[-1], True)]


def _further(page: Page, view: WatchPointView) -> str:
    """Return what else is to be known before starting."""
    here = view.frames[view.playhead]
    parts = []
    if page.large and here.hint and not (_moved_back(view) or view.asked_again):
        parts.append(f"{here.label}: {here.hint}.")
    if page.large and len(view.left_out) > 1:
        parts.append(f"{len(view.left_out)} themes are left out.")
    elif view.left_out:
        parts.append(f"Left out: {', '.join(view.left_out)}.")
    if view.asked_again:
        parts.append(f"Say again how far you have {view.done}; what you had left then goes on.")
    if view.unfinished:
        parts.append(f"A new round ends your game at {view.unfinished}.")
    return " ".join(parts)


def _notes_button(page: Page, view: WatchPointView) -> tuple[int, int]:
    """Return the width and height of the button to the content notes; nothing where none are."""
    if not view.has_notes:
        return 0, 0
    tall = page.measure.line_height(page.style("semibold", 16)) + page.u(14)
    return button_width(page, NOTES, 16), max(page.u(44), tall)


def _runs_height(page: Page, runs: list[tuple[str, bool]], wide: int) -> int:
    text = "".join(words for words, _ in runs)
    return page.paragraph_height(text, page.style("extrabold", 19), wide) if text else 0


def _set_runs(page: Page, box: tuple[int, int, int], runs: list[tuple[str, bool]]) -> int:
    """Set runs, the strong ones bold; give the y below."""
    plain, strong = page.style("regular", 19), page.style("extrabold", 19)
    ink = page.theme.ink.text
    return page.rich(box, [(words, strong if bold else plain, ink) for words, bold in runs])


def _widths(page: Page, view: WatchPointView, wide: int) -> tuple[int, int]:
    """Return how wide the sentence is set and what follows it: in full below the button."""
    notes_w, notes_h = _notes_button(page, view)
    beside = wide - notes_w - page.u(24)
    tall = _runs_height(page, _sentence(view), beside)
    return beside, wide if tall >= notes_h or page.large else beside


def _told_height(page: Page, view: WatchPointView, wide: int) -> int:
    beside, below = _widths(page, view, wide)
    further = _further(page, view)
    small = page.style("regular", 16)
    head, notes_h = _runs_height(page, _sentence(view), beside), _notes_button(page, view)[1]
    tall = max(head, notes_h) if below > beside else head
    # Its line is kept free where there is room, so that nothing jumps as the playhead goes back.
    if _moved_back(view) or (view.said and not page.large):
        tall += _runs_height(page, WARNING, below)
    tall += page.paragraph_height(further, small, below) if further else 0
    return max(tall, notes_h)


def _told(page: Page, view: WatchPointView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    notes_w, notes_h = _notes_button(page, view)
    if notes_w:
        rect = (x + wide - notes_w, y, notes_w, notes_h)
        button(page, "notes", rect, NOTES, ShowDetails(view.pack_id), size=16)
    beside, below = _widths(page, view, wide)
    sentence, further = _sentence(view), _further(page, view)
    # One line stands in the middle beside the button.
    tall = _runs_height(page, sentence, beside)
    lift = (notes_h - tall) // 2 if tall < notes_h and not further and not _moved_back(view) else 0
    top, y = y, _set_runs(page, (x, y + lift, beside), sentence)
    if below > beside:
        y = max(y, top + notes_h)
    if _moved_back(view):
        y = _set_runs(page, (x, y, below), WARNING)
    page.paragraph((x, y, below), further, page.style("regular", 16), page.theme.ink.dim)


def _buttons(view: WatchPointView) -> list[tuple[str, str, Intent]]:
    if _moved_back(view):
        return MOVED_BACK
    if not view.predictions:
        return [LOOK_BACK, *BUTTONS] if view.beliefs else BUTTONS
    # With four of them each word counts.
    back = [(LOOK_BACK[0], "Look back", LOOK_BACK[2])] if view.beliefs else []
    return [*back, FORETELL, *BUTTONS]


def _one_line(page: Page, view: WatchPointView) -> bool:
    label = page.measure.width("Cards in a round", page.style("regular", 17))
    widths = [button_width(page, label) for _, label, _ in _buttons(view)]
    buttons = sum(widths) + page.u(16) * (len(widths) - 1)
    left = label + page.u(20) + chips_width(page, view.round_length)
    return left + page.u(40) + buttons <= page.width - 2 * page.margin


def _actions_height(page: Page, view: WatchPointView) -> int:
    buttons = row_height(page, [label for _, label, _ in _buttons(view)])
    return buttons if _one_line(page, view) else buttons + button_height(page) + page.u(8)


def _actions(page: Page, view: WatchPointView, y: int) -> None:
    one_line, tall = _one_line(page, view), button_height(page)
    style = page.style("regular", 17)
    choice = view.round_length
    label_w = page.measure.width("Cards in a round", style)
    fits = label_w + page.u(20) + chips_width(page, choice) <= page.width - 2 * page.margin
    label = "Cards in a round" if fits else ""
    x, middle = page.margin, y + tall // 2
    chips_x = x + (label_w + page.u(20) if fits else 0)
    rect = (x - page.u(8), y, chips_x - x + chips_width(page, choice) + page.u(16), tall)
    focused = page.target(choice_target(choice, rect))
    page.words(x, middle - page.measure.line_height(style) // 2, label, style, page.theme.ink.dim)
    chips(page, chips_x, middle, choice)
    if focused:
        page.ring(rect, page.u(14))
    below = y if one_line else y + tall + page.u(8)
    right = page.width - page.margin
    left = page.margin if not one_line else rect[0] + rect[2]
    button_row(page, right, below, _buttons(view), left=left)
