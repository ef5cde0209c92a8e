"""What `quizgame packs check` tells an author: faults, leaks, flaws, and why a card has its tier.

For authors only: it speaks of every tier of a pack.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from quizgame.domain import itemrules, leaks
from quizgame.domain.drafts import CardDraft, PackDraft
from quizgame.domain.evidence import Explainer
from quizgame.domain.findings import Finding
from quizgame.domain.flaws import WHOLE_PACK, Flaw
from quizgame.domain.issues import Issue
from quizgame.domain.packs import SealedPack
from quizgame.domain.terms import Term
from quizgame.domain.waivers import judged
from quizgame.services.excerpts import lines_of, under_line
from quizgame.services.mediachecking import media_issues
from quizgame.storage.examples import EXAMPLES, FURTHER
from quizgame.storage.faults import MEANINGS, WARNINGS, Fault
from quizgame.storage.packfile import load
from quizgame.storage.packfolders import spots_in
from quizgame.storage.paths import questions_folder
from quizgame.storage.progress import Progress

FORMATS = ("text", "json", "github")
_NOT_BUILT = "it cannot be built until the errors are mended"
_GITHUB = {"error": "error", "warning": "warning", "waived": "notice"}


@dataclass(frozen=True, slots=True)
class Checked:
    """One file after its check: all that was found by place, and how many cards can be played."""

    path: Path
    draft: PackDraft | None
    issues: tuple[Issue, ...]
    total_cards: int

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(issue.severity == "error" for issue in self.issues)

    @property
    def missing(self) -> bool:
        """Whether the file could not be opened at all."""
        return any(issue.code == Fault.UNREADABLE.code for issue in self.issues)

    def summary(self) -> str:
        """Return the line that ends the report on this file."""
        told = [
            f"{count} {word}{'' if count == 1 or word == 'waived' else 's'}"
            for word in ("error", "warning", "waived")
            if (count := sum(issue.severity == word for issue in self.issues))
        ]
        if self.draft is None:
            return f"{self.path.name}: cannot be played; {', '.join(told)}"
        cards = f"{len(self.draft.cards)} of {self.total_cards} cards can be played"
        unbuilt = f"; {_NOT_BUILT}" if self.errors else ""
        return f"{self.path.name}: {cards}; {', '.join(told) or 'nothing found'}{unbuilt}"


def check(
    paths: Sequence[Path],
    progress: Progress | None = None,
    *,
    packs: Path | None = None,
    explainer: Explainer | None = None,
) -> list[Checked]:
    """Return each file after its check; a sequel is held against the pack it follows.

    That pack is looked for among the files themselves, the packs that ship and the folder `packs`.
    Of `progress` it is told which cards have been reported by those who play here; evidence is
    looked for in the text of the `explainer`.
    """
    loaded = [(path, load(path)) for path in paths]
    known = {one.pack.face.id: one.pack for _, one in loaded if one.pack}
    checked = []
    for path, one in loaded:
        issues = list(one.issues)
        if one.draft:
            before = _followed(one.draft.pack.face.follows, known, packs)
            found = _judged(one.draft, before, explainer)
            lost = len(one.draft.cards) < one.total_cards
            # What is said of all cards together says nothing while some of them are missing.
            issues += (i for i in found if not (lost and i.code in WHOLE_PACK))
            issues += media_issues(path)
            issues += _reported(one.draft, progress) if progress else ()
        # Under the path it was asked for by, which two packs of one file name do not share.
        placed = sorted(replace(issue, file=str(path)) for issue in issues)
        checked.append(Checked(path, one.draft, tuple(placed), one.total_cards))
    return checked


def _judged(
    draft: PackDraft, before: SealedPack | None, explainer: Explainer | None
) -> tuple[Issue, ...]:
    found = [*leaks.found(draft, before), *itemrules.found(draft, explainer)]
    return judged(draft, found, {Flaw.EVIDENCE.code} if explainer is None else ())


def _reported(draft: PackDraft, progress: Progress) -> Iterator[Issue]:
    reports = progress.reports(draft.pack.face.id)
    told = Finding.REPORTED.value
    for card in draft.cards:
        count = reports.get(card.card.id, 0)
        if count:
            by = "1 player" if count == 1 else f"{count} players"
            message = f"'{card.card.id}' was reported by {by}"
            yield Issue(
                card.line, card.column, told.code, message, told.mend, severity=told.severity
            )


def _followed(
    pack_id: str, known: Mapping[str, SealedPack], packs: Path | None
) -> SealedPack | None:
    """Return the pack of this id, of those known, those that ship and those in a folder."""
    if not pack_id or pack_id in known:
        return known.get(pack_id)
    spots, _ = spots_in([questions_folder(), *([packs] if packs else ())])
    read = (load(Path(spot.path)).pack for spot in spots)
    return next((pack for pack in read if pack and pack.face.id == pack_id), None)


def told(checked: Iterable[Checked], form: str) -> Iterator[str]:
    """Yield the lines of the report: `text`, `json` or `github` (workflow commands)."""
    if form == "json":
        issues = [asdict(issue) for one in checked for issue in one.issues]
        yield json.dumps(issues, ensure_ascii=False, indent=2)
        return
    for one in checked:
        if form == "github":
            yield from map(_for_github, one.issues)
            continue
        lines = lines_of(one.path) if one.issues else ()
        for issue in one.issues:
            yield _in_words(issue)
            yield from under_line(lines, issue.line, issue.column)
        yield one.summary()


def _in_words(issue: Issue) -> str:
    mend = f"; {issue.hint}" if issue.hint else ""
    place = f"{issue.file}:{issue.line}:{issue.column}"
    return f"{place}: {issue.severity} {issue.code} {issue.message}{mend}"


def _for_github(issue: Issue) -> str:
    words = f"{issue.message}; {issue.hint}" if issue.hint else issue.message
    for sign, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        words = words.replace(sign, escaped)
    place = f"file={issue.file},line={issue.line},col={issue.column},title={issue.code}"
    return f"::{_GITHUB[issue.severity]} {place}::{words}"


def explained(code: str) -> list[str]:
    """Return what a code means, with an example and the mend; nothing for an unknown code."""
    finding = next((f.value for f in (*Finding, *Flaw) if f.code == code.upper()), None)
    if finding:
        return [
            f"{finding.code} ({finding.severity}): {finding.meaning}.",
            f"  example: {finding.example}",
            f"  mend:    {finding.mend}",
        ]
    if code.upper() in MEANINGS:
        severity = "warning" if code.upper() in WARNINGS else "error"
        lines = [f"{code.upper()} ({severity}): {MEANINGS[code.upper()]}."]
        for example, mend in (EXAMPLES[code.upper()], *FURTHER.get(code.upper(), ())):
            lines += [f"  example: {example}", f"  mend:    {mend}"]
        return lines
    return []


def why(draft: PackDraft, card_id: str) -> list[str]:
    """Return the chain of terms that puts a card at its tier; nothing when there is no such card.

    Every term that the card names or mentions is listed, the highest first, and below it what
    that term mentions in turn.
    """
    card = next((card for card in draft.cards if card.card.id == card_id), None)
    return list(_reasons(draft, card)) if card else []


def _reasons(draft: PackDraft, card: CardDraft) -> Iterator[str]:
    ladder, glossary = draft.pack.face.ladder, draft.pack.glossary
    yield f"{card.card.id} stands at '{ladder[card.card.tier].id}'"
    yield f"  line {card.line}: its author wrote '{ladder[card.written].id}'"
    if card.card.until is not None:
        yield f"  it is asked until '{ladder[card.card.until].id}', and not from there on"
    if card.card.opens is not None:
        yield f"  it is a prediction, and opens at '{ladder[card.card.opens].id}'"
    by_id = {term.id: term for term in glossary.terms}
    said = [(by_id[m.text], f"line {m.line}: it mentions") for m in card.mentions]
    for text in card.said:
        named = sorted(glossary.mentioned(text.text), key=lambda term: term.id)
        said += [(term, f"line {text.line}: its {text.role} names") for term in named]
    for term, how in sorted(dict.fromkeys(said), key=lambda pair: -pair[0].tier):
        yield f"  {how} '{term.id}', first known at '{ladder[term.tier].id}'"
        yield from _chain(draft, term)


def _chain(draft: PackDraft, term: Term) -> Iterator[str]:
    """Yield what a term mentions in turn, each once, deeper the further it is from the term."""
    ladder, glossary = draft.pack.face.ladder, draft.pack.glossary
    by_id = {other.id: other for other in glossary.terms}
    seen, waiting = {term.id}, [(term, 2)]
    while waiting:
        here, depth = waiting.pop()
        if here is not term:
            first = ladder[here.tier].id
            yield f"{'  ' * depth}which mentions '{here.id}', first known at '{first}'"
        leads = [by_id[i] for i in here.mentions if i in by_id]
        leads += sorted(glossary.mentioned(here.fact), key=lambda other: other.id)
        fresh = [other for other in dict.fromkeys(leads) if other.id not in seen]
        seen.update(other.id for other in fresh)
        waiting += [(other, depth + (here is not term)) for other in reversed(fresh)]
