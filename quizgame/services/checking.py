"""What `quizgame packs check` tells an author: faults, leaks, and why a card stands at its tier.

For authors only: it speaks of every tier of a pack.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from quizgame.domain.drafts import CardDraft, PackDraft
from quizgame.domain.findings import Finding
from quizgame.domain.issues import Issue
from quizgame.domain.leaks import findings
from quizgame.domain.packs import SealedPack
from quizgame.domain.terms import Term
from quizgame.storage.examples import EXAMPLES
from quizgame.storage.faults import MEANINGS
from quizgame.storage.packfile import LoadedPack, load
from quizgame.storage.paths import questions_folder
from quizgame.storage.progress import Progress

FORMATS = ("text", "json", "github")
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
        return f"{self.path.name}: {cards}; {', '.join(told) or 'nothing found'}"


def check(paths: Sequence[Path], progress: Progress | None = None) -> list[Checked]:
    """Return each file after its check; a sequel is held against the pack it follows.

    That pack is looked for among the files themselves and the packs that ship. Of `progress` it is
    told which cards have been reported by those who play here.
    """
    loaded = [(path, load(path)) for path in paths]
    known = {one.pack.face.id: one.pack for _, one in loaded if one.pack}
    return [_checked(path, one, known, progress) for path, one in loaded]


def _checked(
    path: Path, loaded: LoadedPack, known: dict[str, SealedPack], progress: Progress | None
) -> Checked:
    issues = list(loaded.issues)
    if loaded.draft:
        issues += findings(loaded.draft, _followed(loaded.draft.pack.face.follows, known))
        issues += _reported(loaded.draft, progress) if progress else ()
    # Under the path it was asked for by, which two packs of one file name do not share.
    placed = sorted(replace(issue, file=str(path)) for issue in issues)
    return Checked(path, loaded.draft, tuple(placed), loaded.total_cards)


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


def _followed(pack_id: str, known: dict[str, SealedPack]) -> SealedPack | None:
    if not pack_id or pack_id in known:
        return known.get(pack_id)
    packs = (load(path).pack for path in sorted(questions_folder().glob("*.yaml")))
    return next((pack for pack in packs if pack and pack.face.id == pack_id), None)


def told(checked: Iterable[Checked], form: str) -> Iterator[str]:
    """Yield the lines of the report: `text`, `json` or `github` (workflow commands)."""
    if form == "json":
        issues = [asdict(issue) for one in checked for issue in one.issues]
        yield json.dumps(issues, ensure_ascii=False, indent=2)
        return
    for one in checked:
        yield from (_for_github(i) if form == "github" else _in_words(i) for i in one.issues)
        if form == "text":
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
    finding = next((f.value for f in Finding if f.code == code.upper()), None)
    if finding:
        return [
            f"{finding.code} ({finding.severity}): {finding.meaning}.",
            f"  example: {finding.example}",
            f"  mend:    {finding.mend}",
        ]
    if code.upper() in MEANINGS:
        example, mend = EXAMPLES[code.upper()]
        return [
            f"{code.upper()} (error): {MEANINGS[code.upper()]}.",
            f"  example: {example}",
            f"  mend:    {mend}",
        ]
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
