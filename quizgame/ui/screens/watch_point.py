"""How far have you watched: the playhead on the strip, lit frames behind it, velvet ahead."""

from quizgame.domain.intents import Intent, MovePlayhead, ShowDetails, Start
from quizgame.domain.views import TierTag, WatchPointView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Slider, Target
from quizgame.ui.theme import Style, mix, tier_colour
from quizgame.ui.widgets.basic import (
    backdrop,
    button,
    button_height,
    button_row,
    button_width,
    foot,
    heading,
    hints,
    icon_button,
    pips,
    row_height,
    shortened,
)
from quizgame.ui.widgets.choices import chips, chips_width, choice_target

DOES: dict[str, tuple[tuple[str, str], str]] = {
    "set-round_length": (("change", "change"), "next value"),
    "notes": (("choose", "choose"), "content notes"),
    "safe": (("choose", "choose"), "play it safe"),
    "start": (("choose", "choose"), "start"),
    "back": (("choose", "choose"), "back"),
}
"""What the hints say for each target but the strip."""
LEAD = (
    "Move the playhead to the last thing you saw. Everything behind the curtain stays behind it: "
    "questions, wrong answers, counts and scores."
)
MOST_FRAMES = 6
NOTES = "Content notes"
ROOMY = 1.3
BUTTONS: list[tuple[str, str, Intent]] = [
    ("safe", "Not sure? Play it safe", Start(safe=True)),
    ("start", "Start", Start()),
]


def compose(page: Page, view: WatchPointView) -> None:
    """Lay out the strip and its playhead."""
    backdrop(page)
    y = heading(page, "How far have you watched?", aside=view.pack_title)
    wide = page.width - 2 * page.margin
    bottom = foot(page) - page.u(12)
    actions = _actions_height(page, view)
    room = bottom - actions - y
    style = page.style("regular", 19)
    lead_tall = page.paragraph_height(LEAD, style, min(wide, page.u(900) * 2))
    told_tall = _told_height(page, view, wide)
    strip = max(page.u(150), page.measure.line_height(style) * 2 + page.u(120))
    flag = max(page.u(40), page.measure.line_height(page.style("extrabold", 16)) + page.u(14))
    needed = lead_tall + told_tall + strip + flag + page.u(64)
    if needed <= room:
        lead_w = min(wide, round(page.u(880) * page.roomy))
        y = page.paragraph((page.margin, y, lead_w), LEAD, style, page.theme.ink.dim)
        strip = min(page.u(220) + round((page.roomy - 1) * page.u(60)), strip + room - needed)
        free = bottom - actions - y - flag - strip - told_tall
        y += min(page.u(56), free // 3)
    strip = max(page.u(130), min(strip, bottom - actions - told_tall - flag - y - page.u(44)))
    _strip(page, view, (page.margin, y + flag + page.u(14), wide, strip), flag)
    y += flag + page.u(14) + strip
    y += min(page.u(52), max(page.u(8), (bottom - actions - y - told_tall) // 2))
    _told(page, view, (page.margin, y, wide))
    _actions(page, view, bottom - actions)
    way, pressed = DOES.get(page.setting.focus, (("drag", "move the playhead"), "start"))
    hints(page, way, ("open", pressed), ("I", "content notes"), ("back", "back"))
    page.shortcuts["I"] = ShowDetails(view.pack_id)
    page.first = "strip"


def _window_on(view: WatchPointView) -> tuple[int, int]:
    """Return the first frame and how many are shown: a long ladder scrolls with its playhead."""
    count = min(len(view.frames), MOST_FRAMES)
    first = max(0, min(view.playhead - count // 2, len(view.frames) - count))
    return first, count


def _strip(page: Page, view: WatchPointView, rect: ops.Rect, flag: int) -> None:
    x, y, w, h = rect
    page.add(ops.Film(rect, page.u(12)))
    first, count = _window_on(view)
    inset, gap, band = page.u(16), page.u(6), min(page.u(42), h // 5)
    frame_w = (w - 2 * inset - gap * (count - 1)) // count
    frames = []
    for place in range(first, first + count):
        left = x + inset + (place - first) * (frame_w + gap)
        box = (left, y + band, frame_w, h - 2 * band)
        frames.append(box)
        _frame(page, view, place, box)
    stops = tuple(MovePlayhead(place) for place in range(first, first + count))
    page.slider = Slider("strip", (x + inset, y, w - 2 * inset, h), stops)
    lower, higher = MovePlayhead(view.playhead - 1), MovePlayhead(view.playhead + 1)
    grip = (x, y, w, h)
    focused = page.target(Target("strip", grip, Start(), left=lower, right=higher))
    if focused:
        page.ring(grip, page.u(12))
    here = frames[view.playhead - first]
    _playhead(page, here[0] + here[2] - page.u(8), rect, flag)
    if len(view.frames) > count:
        _more(page, view, rect, first, count)


def _frame(page: Page, view: WatchPointView, place: int, box: ops.Rect) -> None:
    x, y, w, h = box
    count = len(view.frames)
    lit = place <= view.playhead
    colour = tier_colour(page.theme.tiers, place, count)
    radius = page.u(8)
    ink = page.theme.ink.on_amber if lit else page.theme.ink.text
    if lit:
        page.add(ops.Panel(box, radius, fill=colour))
    else:
        page.add(ops.Curtain(box, "frame", radius))
    frame, inset = view.frames[place], min(page.u(18), w // 10)
    room = w - 2 * inset
    label, size = page.style("extrabold", 21), 21.0
    while size > 12 and page.measure.width(frame.label, label) > room:  # noqa: PLR2004
        size -= 1
        label = page.style("extrabold", size)
    words = shortened(page, frame.label, "extrabold", size, room)
    page.words(x + inset, y + page.u(16), words, label, ink)
    below = y + page.u(16) + page.measure.line_height(label)
    pip_y = y + h - page.u(30)
    if page.roomy <= ROOMY:
        # Where letters are large it stands below the strip, for the frame in question.
        _hint(page, frame.hint, (x + inset, below, room), pip_y - page.u(6), ink if lit else None)
    size_pip = max(4, min(page.u(10), room * 5 // (7 * max(count, 1))))
    dim = ink if lit else mix(page.theme.room.velvet[0], ink, 0.75)
    pips(page, x + inset, pip_y, TierTag("", place, count), dim, size_pip)


def _hint(
    page: Page, hint: str, box: tuple[int, int, int], floor: int, ink: tuple[int, int, int] | None
) -> None:
    """Set a frame's hint at the largest size that fits above `floor`; leave it out otherwise."""
    x, y, room = box
    colour = ink or mix(page.theme.room.velvet[0], page.theme.ink.text, 0.82)
    for size in (15.0, 13.0, 12.0, 11.0):
        style = page.style("regular", size)
        lines = page.measure.wrap(hint, style, room)
        whole = all(page.measure.width(word, style) <= room for word in hint.split())
        if whole and y + len(lines) * page.measure.line_height(style) <= floor:
            page.paragraph((x, y, room), hint, style, colour)
            return


def _playhead(page: Page, x: int, strip: ops.Rect, flag: int) -> None:
    _, y, _, h = strip
    wide = max(4, page.u(6))
    top = y - page.u(28)
    page.add(ops.Playhead((x - wide // 2, top, wide, h + page.u(28) + page.u(18))))
    style: Style = page.style("extrabold", 16)
    text = "You are here"
    flag_w = page.measure.width(text, style) + page.u(52)
    left = max(page.margin, min(x - flag_w // 2, page.width - page.margin - flag_w))
    box = (left, y - flag - page.u(14), flag_w, flag)
    page.add(ops.Panel(box, flag // 2, fill=page.theme.room.amber))
    line = page.measure.line_height(style)
    ink = page.theme.ink.on_amber
    page.words(left + flag_w // 2, box[1] + (flag - line) // 2, text, style, ink, align=0.5)


def _more(page: Page, view: WatchPointView, rect: ops.Rect, first: int, count: int) -> None:
    """Draw arrows where the strip goes on; the ladder's length is no secret, its cards are."""
    x, y, w, h = rect
    size = page.u(36)
    middle = y + h // 2 - size // 2
    if first > 0:
        box = (x - size // 2, middle, size, size)
        icon_button(page, "lower", box, "left", MovePlayhead(view.playhead - 1))
    if first + count < len(view.frames):
        box = (x + w - size // 2, middle, size, size)
        icon_button(page, "higher", box, "right", MovePlayhead(view.playhead + 1))


def _sentence(view: WatchPointView) -> list[tuple[str, bool]]:
    """Return what the playhead's place means, as (words, whether strong) runs."""
    labels = [frame.label for frame in view.frames[: view.playhead + 1]]
    reach = [(labels[0], True)] if len(labels) == 1 else _span(labels)
    if view.cards is None:
        return [("You will be asked about ", False), *reach, (". Nothing after it.", False)]
    if view.cards == 0:
        return [("No card is left here with those themes left out.", False)]
    cards = f"{view.cards} card" if view.cards == 1 else f"{view.cards} cards"
    return [("You can be asked ", False), (cards, True), (" from ", False), *reach, (".", False)]


def _span(labels: list[str]) -> list[tuple[str, bool]]:
    if len(labels) == 2:  # noqa: PLR2004 (two are joined by and, more by a span)
        return [(labels[0], True), (" and ", False), (labels[1], True)]
    return [(labels[0], True), (" to ", False), (labels[-1], True)]


def _further(page: Page, view: WatchPointView) -> str:
    """Return what else is to be known before starting."""
    here = view.frames[view.playhead]
    parts = []
    if page.roomy > ROOMY and here.hint:
        parts.append(f"{here.label}: {here.hint.lower()}.")
    if view.left_out:
        parts.append(f"Left out: {', '.join(view.left_out)}.")
    if view.unfinished:
        parts.append(f"A new round ends your game at {view.unfinished}.")
    return " ".join(parts)


def _notes_button(page: Page, view: WatchPointView) -> tuple[int, int]:
    """Return the width and height of the button to the content notes; nothing where none are."""
    if not view.has_notes:
        return 0, 0
    tall = page.measure.line_height(page.style("semibold", 16)) + page.u(14)
    return button_width(page, NOTES, 16), max(page.u(44), tall)


def _told_height(page: Page, view: WatchPointView, wide: int) -> int:
    style = page.style("extrabold", 19)
    notes_w, notes_h = _notes_button(page, view)
    text = "".join(words for words, _ in _sentence(view))
    tall = page.paragraph_height(text, style, wide - notes_w - page.u(24))
    further = _further(page, view)
    if further:
        small = page.style("regular", 16)
        tall += page.paragraph_height(further, small, wide - notes_w - page.u(24))
    return max(tall, notes_h)


def _told(page: Page, view: WatchPointView, box: tuple[int, int, int]) -> None:
    x, y, wide = box
    notes_w, notes_h = _notes_button(page, view)
    if notes_w:
        rect = (x + wide - notes_w, y, notes_w, notes_h)
        button(page, "notes", rect, NOTES, ShowDetails(view.pack_id), size=16)
    plain, strong = page.style("regular", 19), page.style("extrabold", 19)
    ink = page.theme.ink.text
    runs = [(words, strong if bold else plain, ink) for words, bold in _sentence(view)]
    line = page.measure.line_height(strong)
    tall = _told_height(page, view, wide)
    further = _further(page, view)
    lift = max(0, (notes_h - line) // 2) if tall == notes_h and not further else 0
    y = page.rich((x, y + lift, wide - notes_w - page.u(24)), runs)
    if further:
        small, dim = page.style("regular", 16), page.theme.ink.dim
        page.paragraph((x, y, wide - notes_w - page.u(24)), further, small, dim)


def _one_line(page: Page, view: WatchPointView) -> bool:
    label = page.measure.width("Cards in a round", page.style("regular", 17))
    buttons = sum(button_width(page, label) for _, label, _ in BUTTONS) + page.u(16)
    left = label + page.u(20) + chips_width(page, view.round_length)
    return left + page.u(40) + buttons <= page.width - 2 * page.margin


def _actions_height(page: Page, view: WatchPointView) -> int:
    buttons = row_height(page, [label for _, label, _ in BUTTONS])
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
    button_row(page, right, below, BUTTONS, left=left)
