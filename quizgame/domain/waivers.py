"""An author's word that a finding is meant: the one place where waivers are heeded."""

from collections.abc import Container, Iterable
from dataclasses import replace

from quizgame.domain.drafts import CardDraft, PackDraft, Said
from quizgame.domain.findings import Finding, issue
from quizgame.domain.flaws import WHOLE_PACK
from quizgame.domain.issues import Issue

Found = tuple[CardDraft | None, Issue]
"""A finding, and the card that may waive it; None for what is said of the whole pack."""


def judged(
    draft: PackDraft, found: Iterable[Found], unsought: Container[str] = ()
) -> tuple[Issue, ...]:
    """Return all that was found by place, what is waived marked so, and waivers that are idle.

    A waiver of a code that was not looked for is not called idle.
    """
    waivers = {
        (card.card.id, waiver.code): waiver for card in draft.cards for waiver in card.waivers
    }
    used = set()
    issues = []
    for card, one in found:
        key = (card.card.id if card else "", one.code)
        if card is None or key not in waivers:
            issues.append(one)
            continue
        used.add(key)
        hint = f"waived: {waivers[key].reason}"
        issues.append(replace(one, severity="waived", hint=hint))
    for key, waiver in waivers.items():
        if key not in used and waiver.code not in unsought:
            at = Said("waiver", waiver.code, waiver.line, waiver.column)
            issues.append(issue(Finding.IDLE_WAIVER, at, _idle(waiver.code)))
    return tuple(sorted(issues))


def _idle(code: str) -> str:
    if code in WHOLE_PACK:
        return f"{code} is said of the whole pack, so no card can waive it"
    return f"nothing here has the code {code}"
