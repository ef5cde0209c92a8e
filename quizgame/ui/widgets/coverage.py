"""How far the facts of a draft are decided: a strip of paragraphs, and what is kept by tier."""

from quizgame.domain.reviewviews import Block, Coverage, Kept
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.basic import tier_ink

LEAST = 4
"""Real pixels from one paragraph to the next; closer ones are not drawn."""
LEGEND = (("none", "none"), ("open", "to decide"), ("kept", "kept"))


def coverage(page: Page, view: Coverage, y: int) -> int:
    """Draw the strip over the page's width and what is kept below it; give the y below."""
    x, wide = page.margin, page.width - 2 * page.margin
    y = _strip(page, view.blocks, (x, y, wide))
    return _kept(page, view, (x, y, wide))


def _strip(page: Page, blocks: tuple[Block, ...], box: tuple[int, int, int]) -> int:
    x, y, wide = box
    breaks = sum(block.begins for block in blocks)
    pause = page.u(8)
    room = wide - breaks * pause
    pitch = room // max(1, len(blocks))
    if pitch < LEAST:
        return y
    tall, gap = page.sign(12), max(2, min(page.u(4), pitch // 3))
    for place, block in enumerate(blocks):
        x += pause if block.begins else 0
        left, after = (x + n * (room + gap) // len(blocks) for n in (place, place + 1))
        _block(page, block, (left, y, after - gap - left, tall))
    return y + tall + page.u(12)


def _block(page: Page, block: Block, rect: ops.Rect) -> None:
    x, y, wide, tall = rect
    room = page.theme.room
    if block.here:
        high = max(2, page.u(3))
        page.add(ops.Panel((x, y + tall + page.u(4), wide, high), high // 2, fill=room.amber))
    radius = min(page.u(3), wide // 2)
    if block.state == "none":
        thin = max(2, page.u(3))
        page.add(ops.Panel((x, y + (tall - thin) // 2, wide, thin), thin // 2, fill=room.track))
    elif block.state == "open":
        edge = max(1, page.u(2))
        page.add(ops.Panel(rect, radius, edge=page.theme.ink.dim, edge_width=edge))
    else:
        fill = tier_ink(page, block.tag) if block.tag else page.theme.ink.text
        page.add(ops.Panel(rect, radius, fill=fill))


def _kept(page: Page, view: Coverage, box: tuple[int, int, int]) -> int:
    """Set how many facts are kept, and of which tiers; what there is no room for goes."""
    x, y, wide = box
    strong, plain = page.style("semibold", 16), page.style("regular", 16)
    total = sum(one.count for one in view.kept)
    right, gap = x + wide, page.u(22)
    x += page.words(x, y, f"{total} kept", strong, page.theme.ink.text) + gap
    for one in (kept for kept in view.kept if kept.count):
        if x + _one_width(page, one) > right:
            break
        number, colour = str(one.count), tier_ink(page, one.tag)
        x += page.words(x, y, number, strong, colour) + page.u(6)
        x += page.words(x, y, one.tag.label, plain, colour) + gap
    tall = page.measure.line_height(plain)
    _legend(page, (x, y, right), tall)
    return y + tall


def _one_width(page: Page, one: Kept) -> int:
    label = page.measure.width(one.tag.label, page.style("regular", 16))
    return page.measure.width(str(one.count), page.style("semibold", 16)) + page.u(6) + label


def _legend(page: Page, box: tuple[int, int, int], tall: int) -> None:
    """Say at the right what the paragraphs look like, if there is room."""
    x, y, right = box
    style, side, gap = page.style("regular", 15), page.sign(12), page.u(18)
    widths = [side + page.u(8) + page.measure.width(words, style) for _, words in LEGEND]
    left = right - sum(widths) - gap * (len(widths) - 1)
    if left < x + gap:
        return
    top = y + (tall - side) // 2
    for (state, words), wide in zip(LEGEND, widths, strict=True):
        _block(page, Block(state), (left, top, side, side))
        page.words(left + side + page.u(8), y, words, style, page.theme.ink.dim)
        left += wide + gap
