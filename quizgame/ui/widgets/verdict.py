"""How an answer went, in words: the headline, what it earned, why, and where it is told."""

from quizgame.domain.views import RevealView
from quizgame.ui import ops
from quizgame.ui.page import Page
from quizgame.ui.widgets.ticket import Sheet

HEADLINES = {
    "right": "That’s right",
    "half": "Nearly",
    "wrong": "Not this time",
    "skipped": "Skipped",
    "timeout": "Out of time",
}
JUDGING = "Does it count?"


def verdict_height(page: Page, view: RevealView, width: int) -> int:
    """Return how high the verdict stands in a width."""
    inner = width - page.u(52)
    head = page.measure.line_height(page.heading_style(40))
    small = page.measure.line_height(page.style("regular", 18))
    tall = max(head, small) if _fits_beside(page, view, inner) else head + small
    tall += page.gap(6) + page.paragraph_height(view.why, page.style("regular", 20), inner)
    if view.cited:
        tall += page.gap(8) + page.paragraph_height(view.cited, page.style("regular", 15), inner)
    return tall + 2 * page.gap(18)


def verdict(page: Page, view: RevealView, sheet: Sheet, y: int, ease: int = 0) -> int:
    """Draw how it went and why, with `ease` more pixels above and below; give the y below."""
    paper = page.theme.ticket
    tall = verdict_height(page, view, sheet.w) + 2 * ease
    page.add(ops.Panel((sheet.x, y, sheet.w, tall), page.u(18), fill=paper.choice))
    below = y + tall
    left, inner = sheet.x + page.u(26), sheet.w - page.u(52)
    y = _headline(page, view, left, y + page.gap(18) + ease, inner) + page.gap(6)
    y = page.paragraph((left, y, inner), view.why, page.style("regular", 20), paper.ink)
    if view.cited:
        cited = page.style("regular", 15)
        page.paragraph((left, y + page.gap(8), inner), view.cited, cited, paper.ink_2)
    return below


def _headline(page: Page, view: RevealView, left: int, y: int, inner: int) -> int:
    paper = page.theme.ticket
    colours = {
        "right": paper.right,
        "half": paper.half,
        "wrong": paper.wrong,
        "timeout": paper.wrong,
    }
    colour = paper.ink if view.judging else colours.get(view.ending, paper.ink_2)
    head, small = page.heading_style(40), page.style("regular", 18)
    taken = page.words(left, y, _said(view), head, colour)
    tall, line = page.measure.line_height(head), page.measure.line_height(small)
    if not _fits_beside(page, view, inner):
        page.words(left, y + tall, _earned(view), small, paper.ink_2)
        return y + tall + line
    beside = y + (tall - line) // 2 + page.u(2)
    page.words(left + taken + page.u(16), beside, _earned(view), small, paper.ink_2)
    return y + max(tall, line)


def _fits_beside(page: Page, view: RevealView, inner: int) -> bool:
    head = page.measure.width(_said(view), page.heading_style(40))
    return head + page.u(16) + page.measure.width(_earned(view), page.style("regular", 18)) <= inner


def _said(view: RevealView) -> str:
    return (JUDGING if view.judging else HEADLINES[view.ending]).upper()


def _earned(view: RevealView) -> str:
    """Return what the answer earned; to a judge, that it is not the last word."""
    if view.judging:
        return "counted as wrong so far"
    if view.rehearsed:
        return view.row
    points = f"−{-view.points:,}" if view.points < 0 else f"+{view.points:,}"
    return " · ".join(part for part in (points, view.row) if part)
