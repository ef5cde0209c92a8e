"""Reading `facts.yaml` back, strictly: any fault, and all of them are told with their places."""

from dataclasses import replace
from typing import cast

from quizgame.domain.evidence import Section
from quizgame.domain.issues import Issue
from quizgame.domain.tiers import Ladder
from quizgame.generate.factformat import FACT, FACTS, NAME
from quizgame.generate.facts import Doubt, Evidence, Fact, FactBook, Name, State
from quizgame.storage.faults import Fault, Report, Spot
from quizgame.storage.fields import Fields
from quizgame.storage.packhead import fresh, read_ladder, read_tier
from quizgame.storage.yamlnodes import Mapping, read_nodes


def read_facts(data: bytes, name: str) -> tuple[FactBook | None, tuple[Issue, ...]]:
    """Return the facts in these bytes, or None and every fault under the file name `name`."""
    node, issues = read_nodes(data)
    report = Report(list(issues))
    book = None
    if isinstance(node, Mapping) and not issues:
        root = Fields(node, FACTS, report)
        root.whole("format")
        ladder = read_ladder(root)
        if ladder is not None:
            book = _book(root, ladder)
        root.finish()
    elif not issues:
        message, hint = "this file holds no facts", "draft them with 'quizgame generate'"
        report.fault(Fault.NOT_A_PACK, node or Spot(), message, hint)
    told = tuple(sorted({replace(issue, file=name) for issue in report.issues}))
    return (None if told else book), told


def _book(root: Fields, ladder: Ladder) -> FactBook | None:
    source = root.inner("source")
    names = _names(root, ladder)
    facts = _facts(root, ladder, {one.id for one in names})
    ledger = _ledger(root, {one.id for one in facts})
    if source is None:
        return None
    sections: dict[str, Section] = {}
    for row in source.parts("sections"):
        ident = row.text("id")
        fresh(sections, row, ident)
        sections[ident] = Section(ident, row.text("title"), read_tier(row, ladder))
        row.finish()
    title, file = source.text("title"), source.text("file")
    sha256 = source.text("fingerprint").removeprefix("sha256:")
    source.finish()
    return FactBook(
        title=title,
        file=file,
        sha256=sha256,
        sections=tuple(sections.values()),
        ladder=ladder,
        names=tuple(names),
        facts=tuple(facts),
        ledger=tuple(ledger),
    )


_IN_WORDS = frozenset({"befalls", "dies_of", "fate", "genre", "occupation"})


def _names(root: Fields, ladder: Ladder) -> list[Name]:
    names: dict[str, Name] = {}
    for node in root.rows("names"):
        row = Fields(node, NAME, root.report)
        ident = row.text("id")
        fresh(names, row, ident)
        names[ident] = Name(
            id=ident,
            name=row.text("name"),
            aliases=tuple(alias.text for alias in row.texts("aliases")),
            sort=row.word("sort") or "",
            tier=read_tier(row, ladder),
            state=cast("State", row.word("state") or "proposed"),
            drafted=row.text("drafted"),
            note=row.text("note"),
        )
        row.finish()
    return list(names.values())


def _facts(root: Fields, ladder: Ladder, names: set[str]) -> list[Fact]:
    rows = [Fields(node, FACT, root.report) for node in root.rows("facts")]
    idents = [row.text("id") for row in rows]
    facts: dict[str, Fact] = {}
    for ident, row in zip(idents, rows, strict=True):
        fresh(facts.keys() | names, row, ident)
        relation = row.word("relation") or ""
        known = set(idents) if relation == "happens_before" else names
        if "object" in row and "words" in row:
            message = "the fact has both 'object' and 'words'"
            row.report.fault(Fault.SHAPE, row.at("words"), message, "keep one of the two")
        if relation in _IN_WORDS and "object" in row:
            message = f"'{relation}' is told in words, not by a name"
            row.report.fault(Fault.SHAPE, row.at("object"), message, "write 'words' instead")
        if row.usable and "object" not in row and "words" not in row:
            message = "the fact has neither 'object' nor 'words'"
            row.report.fault(Fault.MISSING, row.node, message, "say what it is about")
        facts[ident] = Fact(
            id=ident,
            subject=row.named("subject", known) or "",
            relation=relation,
            object=row.named("object", known) or "",
            words=row.text("words"),
            how=row.text("how"),
            tier=read_tier(row, ladder),
            state=cast("State", row.word("state") or "proposed"),
            drafted=row.text("drafted"),
            note=row.text("note"),
            evidence=_evidence(row),
        )
        row.finish()
    return list(facts.values())


def _evidence(row: Fields) -> tuple[Evidence, ...]:
    read: list[Evidence] = []
    for one in row.parts("evidence"):
        read.append(
            Evidence(
                section=one.text("section"),
                paragraph=one.whole("paragraph") or 0,
                start=one.whole("from") or 0,
                end=one.whole("to") or 0,
                passage=one.text("passage"),
                sentence=one.text("sentence"),
            )
        )
        one.finish()
    return tuple(read)


def _ledger(root: Fields, facts: set[str]) -> list[Doubt]:
    read: list[Doubt] = []
    for row in root.parts("ledger"):
        ids = tuple(one.text for one in row.ids("facts", facts))
        read.append(Doubt(ids, row.text("why"), row.text("drafted")))
        row.finish()
    return read
