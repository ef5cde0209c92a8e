"""A ladder out of a file that has `tiers`: a pack, a draft, or nothing but the tiers."""

from dataclasses import replace

from quizgame.domain.issues import Issue
from quizgame.domain.tiers import Ladder
from quizgame.storage.faults import Fault, Report, Spot
from quizgame.storage.fields import Fields
from quizgame.storage.packformat import PACK
from quizgame.storage.packhead import read_ladder
from quizgame.storage.yamlnodes import Mapping, read_nodes


def read_ladder_file(data: bytes, name: str) -> tuple[Ladder | None, tuple[Issue, ...]]:
    """Return the ladder in these bytes, or None and the faults under the file name `name`."""
    node, issues = read_nodes(data)
    report = Report(list(issues))
    ladder = None
    if isinstance(node, Mapping):
        ladder = read_ladder(Fields(node, PACK, report))
    elif not issues:
        report.fault(Fault.LADDER, node or Spot(), "this file has no 'tiers'", "list them there")
    return ladder, tuple(replace(issue, file=name) for issue in sorted(set(report.issues)))
