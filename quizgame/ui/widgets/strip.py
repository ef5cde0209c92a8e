"""The film strip: a frame a tier, lit up to the playhead, velvet beyond it."""

from quizgame.domain.intents import Intent, MovePlayhead
from quizgame.domain.tags import TierTag
from quizgame.domain.views import FrameView, WatchPointView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.scene import Slider, Target
from quizgame.ui.theme import Colour, Style, mix, tier_colour
from quizgame.ui.widgets.basic import MOST_PIPS, icon_button, pips

MOST_FRAMES = 6
LABEL_SIZES = range(21, 13, -1)
HERE, THEN = "You are here", "You were here"


def flag_height(page: Page) -> int:
    """Return how high the playhead's flag stands, with the air below it."""
    return max(page.u(40), page.measure.line_height(_flag_style(page)) + page.u(14)) + page.u(14)


def strip(page: Page, view: WatchPointView, rect: ops.Rect, pressed: Intent) -> None:
    """Draw the strip, its playhead's flag above and its tail below; `pressed` is what Enter asks.

    Where the playhead stands below what was said before, a hollow flag shows where that was.
    """
    x, y, w, h = rect
    page.add(ops.Film(rect, page.u(12)))
    first, count = _window_on(page, view)
    before, after = first > 0, first + count < len(view.frames)
    left = x + page.u(60 if before else 16)
    wide = x + w - page.u(60 if after else 16) - left
    gap, band = page.u(6), min(page.u(42), h // 5)
    edges = [left + (wide + gap) * place // count for place in range(count + 1)]
    label = _label_style(page, view.frames[first : first + count], wide // count - gap)
    for place in range(count):
        box = (edges[place], y + band, edges[place + 1] - gap - edges[place], h - 2 * band)
        _frame(page, view, first + place, box, label)
    lower, higher = MovePlayhead(view.playhead - 1), MovePlayhead(view.playhead + 1)
    focused = page.target(Target("strip", rect, pressed, left=lower, right=higher))
    if before:
        _more(page, "lower", "left", x + page.u(8), rect, lower)
    if after:
        _more(page, "higher", "right", x + w - page.u(52), rect, higher)
    if focused:
        page.ring(rect, page.u(12))
    here, before_this = view.playhead - first, view.said - first
    ends = [edge - gap - page.u(8) for edge in edges[1:]]
    grip = _flag(page, ends[here], rect)
    if here < before_this < count:
        _earlier(page, ends[before_this], rect, grip)
    _playhead(page, ends[here], rect, grip)
    stops = tuple(MovePlayhead(first + place) for place in range(count))
    page.slider = Slider("strip", (left, y, wide, h), stops, grip, here, first)


def _window_on(page: Page, view: WatchPointView) -> tuple[int, int]:
    """Return the first frame and how many are shown: a long ladder scrolls with its playhead.

    While the playhead is held the frames stand still: otherwise they would run from the hand.
    """
    count = min(len(view.frames), MOST_FRAMES)
    held = page.setting.held_at
    if held is not None and held <= view.playhead < held + count <= len(view.frames):
        return held, count
    return max(0, min(view.playhead - count // 2, len(view.frames) - count)), count


def _more(
    page: Page, key: str, sign: str, left: int, strip: ops.Rect, intent: MovePlayhead
) -> None:
    """Draw an arrow where the strip goes on; the ladder's length is no secret, its cards are."""
    size = page.u(44)
    box = (left, strip[1] + (strip[3] - size) // 2, size, size)
    icon_button(page, key, box, sign, intent)


def _frame(page: Page, view: WatchPointView, place: int, box: ops.Rect, label: Style) -> None:
    x, y, w, h = box
    count, frame = len(view.frames), view.frames[place]
    lit, radius = place <= view.playhead, page.u(8)
    ink = page.theme.ink.on_amber if lit else page.theme.ink.text
    if lit:
        page.add(ops.Panel(box, radius, fill=tier_colour(page.theme.tiers, place, count)))
    else:
        page.add(ops.Curtain(box, "frame", radius))
    inset = _inset(page, w)
    left, room = x + inset, w - 2 * inset
    below = y + page.u(16)
    page.words(left, below, page.shortened(frame.label, label, room), label, ink)
    below += page.measure.line_height(label)
    size = _pip_size(page, count, room)
    pip_y = y + h - page.u(18) - size
    if not page.large:
        # Otherwise the hint of the frame in question stands below the strip.
        hint = ink if lit else mix(page.theme.room.velvet[0], ink, 0.82)
        _hint(page, frame.hint, (left, below, room), pip_y - page.u(6), hint)
    if pip_y >= below + page.u(6):
        quiet = ink if lit else mix(page.theme.room.velvet[0], ink, 0.75)
        pips(page, left, pip_y, TierTag("", place, count), quiet, size)


def _inset(page: Page, width: int) -> int:
    return min(page.u(18), width // 10)


def _label_style(page: Page, frames: tuple[FrameView, ...], width: int) -> Style:
    """Return the largest style in which every label fits its frame, or else the smallest."""
    room = width - 2 * _inset(page, width)
    styles = [page.style("extrabold", size) for size in LABEL_SIZES]

    def fits(style: Style) -> bool:
        return all(page.measure.width(frame.label, style) <= room for frame in frames)

    return next(filter(fits, styles), styles[-1])


def _pip_size(page: Page, count: int, room: int) -> int:
    size = min(page.sign(10), page.u(12))
    return size if count > MOST_PIPS else max(4, min(size, room * 5 // (7 * count)))


def _hint(page: Page, hint: str, box: tuple[int, int, int], floor: int, colour: Colour) -> None:
    """Set a frame's hint at the largest size that fits above `floor`; leave it out otherwise."""
    x, y, room = box
    for size in (15.0, 13.0, 12.0, 11.0):
        style = page.style("regular", size)
        lines = page.measure.wrap(hint, style, room)
        whole = all(page.measure.width(word, style) <= room for word in hint.split())
        if whole and y + len(lines) * page.measure.line_height(style) <= floor:
            page.paragraph((x, y, room), hint, style, colour)
            return


def _flag_style(page: Page) -> Style:
    return page.style("extrabold", 16)


def _flag(page: Page, x: int, strip: ops.Rect) -> ops.Rect:
    """Return where the playhead's flag stands over x, by which it is taken hold of."""
    wide = _flag_width(page, HERE)
    left = max(page.margin, min(x - wide // 2, page.width - page.margin - wide))
    return left, strip[1] - flag_height(page), wide, flag_height(page) - page.u(14)


def _flag_width(page: Page, text: str) -> int:
    return page.measure.width(text, _flag_style(page)) + page.u(52)


def _playhead(page: Page, x: int, strip: ops.Rect, flag: ops.Rect) -> None:
    """Draw the playhead over the strip, with its flag."""
    _, y, _, h = strip
    wide, above = max(4, page.u(6)), page.u(28)
    page.add(ops.Playhead((x - wide // 2, y - above, wide, h + above + page.u(18))))
    page.add(ops.Panel(flag, flag[3] // 2, fill=page.theme.room.amber))
    _on_flag(page, flag, HERE, page.theme.ink.on_amber)


def _on_flag(page: Page, flag: ops.Rect, text: str, colour: Colour) -> None:
    style = _flag_style(page)
    top = flag[1] + (flag[3] - page.measure.line_height(style)) // 2
    page.words(flag[0] + flag[2] // 2, top, text, style, colour, align=0.5)


def _earlier(page: Page, x: int, strip: ops.Rect, flag: ops.Rect) -> None:
    """Draw where the playhead stood before as a hollow flag; its line alone where room lacks."""
    _, y, _, h = strip
    amber, thin = page.theme.room.amber, max(2, page.u(2))
    wide, tall = _flag_width(page, THEN), flag[3]
    right = page.width - page.margin
    left = min(max(x - wide // 2, flag[0] + flag[2] + page.u(10)), right - wide)
    room = left >= flag[0] + flag[2] + page.u(10)
    top = flag[1] + tall if room else y - page.u(10)
    page.add(ops.Panel((x - thin // 2, top, thin, y + h + page.u(10) - top), 0, fill=amber))
    if room:
        page.add(ops.Panel((left, flag[1], wide, tall), tall // 2, edge=amber, edge_width=thin))
        _on_flag(page, (left, flag[1], wide, tall), THEN, page.theme.ink.amber)
