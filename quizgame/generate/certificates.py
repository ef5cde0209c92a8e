"""`certificates.yaml`: what the generator wrote into a pack, and why each wrong answer is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quizgame.domain.issues import Issue
from quizgame.generate.factwriting import text
from quizgame.storage.faults import Fault, Report, Spot
from quizgame.storage.fields import Fields
from quizgame.storage.forms import ID
from quizgame.storage.shapes import Field, Rows, Text, Texts, Whole, part
from quizgame.storage.yamlnodes import Mapping, read_nodes

FILE = "certificates.yaml"
FORMAT = 1
_HEAD = """\
# Why each wrong answer of the generated cards is wrong, and by what the generator knows its own
# work again ('digest'). Beware: reading on means reading spoilers. Nothing here needs mending: it
# is written anew with the pack. A card whose digest does not fit any more has been changed by a
# person and is left alone; so is every card and term that is not listed here. 'dropped' are cards
# that a person took out of the pack; take an id out of that list to have the card back.
"""

_DIGEST = Field("digest", Text(20), "By what the generator knows its own work again.")
_WRONG = part(
    "the wrong answer",
    "A wrong answer with its certificate.",
    Field("says", Text(300), "The wrong answer, or what makes a statement false."),
    Field("why", Text(800), "Why it is wrong."),
    Field("fact", Text(80), "The fact that says so.", optional=True),
)
_CARD = part(
    "the card",
    "A card of the pack.",
    Field("id", Text(form=ID), "Its id in the pack."),
    _DIGEST,
    Field("facts", Texts(1, 20, form=ID), "The facts it rests on."),
    Field("wrong", Rows(0, 20, _WRONG), "Its wrong answers.", optional=True),
)
_TERM = part(
    "the entry", "A term or a field of the pack.",
    Field("id", Text(60), "Its id or its name in the pack."), _DIGEST,
)  # fmt: skip
_FILE = part(
    "the file",
    "What the generator wrote into a pack.",
    Field("format", Whole(FORMAT, FORMAT), "The version of this format."),
    Field("head", Rows(0, 40, _TERM), "The fields of the pack that it wrote."),
    Field("terms", Rows(0, 20_000, _TERM), "The terms that it wrote."),
    Field("cards", Rows(0, 20_000, _CARD), "The cards that it wrote."),
    Field("dropped", Texts(0, 20_000, form=ID), "Cards that a person took out.", optional=True),
)


@dataclass(frozen=True, slots=True)
class Proof:
    """A wrong answer, why it is wrong and by which fact."""

    says: str = field(repr=False)
    why: str = field(repr=False)
    fact: str


@dataclass(frozen=True, slots=True)
class Row:
    """A generated card: its digest, its facts and the certificates of its wrong answers."""

    id: str
    digest: str
    facts: tuple[str, ...]
    wrong: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Digests of the fields, terms and cards of a pack that the generator wrote."""

    head: dict[str, str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)
    cards: tuple[Row, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def of_cards(self) -> dict[str, str]:
        """The digests of the cards by their ids."""
        return {row.id: row.digest for row in self.cards}


def written(one: Certificates) -> bytes:
    """Return the file's bytes."""
    return "".join(f"{line}\n" for line in _lines(one)).encode()


def _lines(one: Certificates) -> Iterator[str]:
    yield from _HEAD.splitlines()
    yield from ("", "format: 1")
    for name, rows in (("head", one.head), ("terms", one.terms)):
        yield f"{name}:" if rows else f"{name}: []"
        for ident, digest in rows.items():
            yield f'  - {{id: {ident}, digest: "{digest}"}}'
    yield "cards:" if one.cards else "cards: []"
    for row in one.cards:
        yield f"  - id: {row.id}"
        yield f'    digest: "{row.digest}"'
        yield f"    facts: [{', '.join(row.facts)}]"
        if row.wrong:
            yield "    wrong:"
        for proof in row.wrong:
            yield f"      - says: {text(proof.says)}"
            yield f"        why: {text(proof.why)}"
            if proof.fact:
                yield f"        fact: {proof.fact}"
    yield f"dropped: [{', '.join(one.dropped)}]"


def read_certificates(data: bytes, name: str) -> tuple[Certificates | None, tuple[Issue, ...]]:
    """Return what is in these bytes, or None and every fault under the file name `name`."""
    node, issues = read_nodes(data)
    report = Report(list(issues))
    found = None
    if isinstance(node, Mapping) and not issues:
        root = Fields(node, _FILE, report)
        root.whole("format")
        found = Certificates(
            head=_digests(root, "head"),
            terms=_digests(root, "terms"),
            cards=tuple(_rows(root)),
            dropped=tuple(one.text for one in root.texts("dropped")),
        )
        root.finish()
    elif not issues:
        message, hint = "this file holds no certificates", "delete it and render again"
        report.fault(Fault.NOT_A_PACK, node or Spot(), message, hint)
    told = tuple(sorted({replace(issue, file=name) for issue in report.issues}))
    return (None if told else found), told


def _digests(root: Fields, name: str) -> dict[str, str]:
    found = {}
    for row in root.parts(name):
        found[row.text("id")] = row.text("digest")
        row.finish()
    return found


def _rows(root: Fields) -> Iterator[Row]:
    for row in root.parts("cards"):
        proofs = []
        for one in row.parts("wrong"):
            proofs.append(Proof(one.text("says"), one.text("why"), one.text("fact")))
            one.finish()
        facts = tuple(one.text for one in row.texts("facts"))
        yield Row(row.text("id"), row.text("digest"), facts, tuple(proofs))
        row.finish()
