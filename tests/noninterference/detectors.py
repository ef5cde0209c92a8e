"""Everything that watches over the gate, each as one call that raises when something leaks."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.conftest import ROOT
from tests.noninterference.changewalk import change_walk, friend_walk
from tests.noninterference.envelopewalk import envelope_walk
from tests.noninterference.locks import (
    no_answer_can_be_told,
    no_answer_is_within_reach,
    no_card_is_within_reach,
    no_higher_mark_is_found,
)
from tests.noninterference.machine import Watching
from tests.noninterference.mutant import Mutant
from tests.noninterference.packwalk import pack_walk
from tests.noninterference.peoplewalk import people_walk
from tests.noninterference.picturelocks import (
    nothing_is_kept_behind_the_curtain,
    nothing_is_read_ahead,
    tried,
)
from tests.noninterference.player import close_players
from tests.noninterference.program import run_program
from tests.noninterference.progresswalk import progress_walk
from tests.noninterference.rehearsalwalk import rehearsal_walk
from tests.noninterference.shelfwalk import shelf_walk
from tests.noninterference.tablelocks import table_locks
from tests.noninterference.tablemachine import Company
from tests.noninterference.tablewalk import beside_walk, less_walk, passing_walk, sharing_walk
from tests.noninterference.terminalwalk import terminal_walk
from tests.noninterference.walk import Evenings, lowered_walk, pair, sequel_walk, walk
from tests.support import close_games

HAND = tuple(Random(3).randrange(400) for _ in range(25))


def program() -> None:
    """Run the whole program over both packs, and into a fault that knows what is hidden."""
    twins = pair()
    for told, untold in ((None, None), (_fault("delta"), _fault("amber")), _disk_faults()):
        with TemporaryDirectory() as left, TemporaryDirectory() as right:
            one = run_program(Path(left), twins.one.yaml(), HAND, fault=told)
            two = run_program(Path(right), twins.two.yaml(), HAND, fault=untold)
            assert one == two


def _fault(word: str) -> Exception:
    """Return a fault of ours that knows a word, as does what it came from."""
    fault = KeyError(f"{word} did it")
    fault.__cause__ = ValueError(word)
    return fault


def _disk_faults() -> tuple[Exception, Exception]:
    """Return two faults of the disk, one of which knows more than its number."""
    said = OSError(28, "No space left on device")
    knows = OSError(28, "No space left on device")
    knows.args = (28, "No space left on device", "delta did it")
    return knows, said


def locks() -> None:
    """Look for answers and for marks of higher tiers on a canary pack."""
    try:
        with TemporaryDirectory() as folder:
            no_answer_is_within_reach(Path(folder) / "reach", ROOT / "assets")
            no_card_is_within_reach(Path(folder) / "cards", ROOT / "assets")
            no_answer_can_be_told(Path(folder) / "answers")
            no_higher_mark_is_found(Path(folder) / "marks", ROOT / "assets", tier=1, seed=0)
    finally:
        close_games()


def curtain() -> None:
    """Look behind the curtain, and at what a shared screen shows, on a canary pack."""
    try:
        with TemporaryDirectory() as folder:
            table_locks(Path(folder), ROOT / "assets")
    finally:
        close_games()


def machine(examples: int = 30) -> None:
    """Let Hypothesis play, without making what it finds small."""
    _generate(Watching, examples)


def company(examples: int = 20) -> None:
    """Let Hypothesis play with several people at two tables."""
    _generate(Company, examples)


def _generate(machine: type[RuleBasedStateMachine], examples: int) -> None:
    quick = settings(
        max_examples=examples,
        stateful_step_count=25,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    run_state_machine_as_test(machine, settings=quick)


ALONE: Mapping[str, Callable[[], None]] = {
    "walk": walk,
    "sequel": sequel_walk,
    "lowered": lowered_walk,
    "shelf": shelf_walk,
    "locks": locks,
    "pictures": partial(tried, nothing_is_read_ahead),
    "program": program,
    "progress": progress_walk,
    "envelopes": envelope_walk,
    "people": people_walk,
    "change": change_walk,
    "friend": friend_walk,
    "rehearsal": rehearsal_walk,
    "machine": machine,
}
"""By name: those first that find most for their time, those of single pages later."""
TABLE: Mapping[str, Callable[[], None]] = {
    "passing": passing_walk,
    "sharing": sharing_walk,
    "beside": beside_walk,
    "less": less_walk,
    "curtain": curtain,
    "projector": partial(tried, nothing_is_kept_behind_the_curtain),
    "company": company,
}
"""What watches over a table."""
OWN: Mapping[str, Callable[[], None]] = {"packs": pack_walk, "terminal": terminal_walk}
"""What watches over the player's own packs."""
DETECTORS = {**ALONE, **TABLE, **OWN}
NEAR: Mapping[str, str] = {
    "views: answers": "locks",
    "pack: sequels": "sequel",
    "players: watch point lowered": "lowered",
    "progress": "progress",
    "people": "people",
    "rehearsal": "rehearsal",
    "sounds": "pictures",
    "__main__": "program",
    "app": "program",
    "services.shelf": "shelf",
    "services.shelfpages": "shelf",
    "services.envelopes": "envelopes",
    "services.envelopeshowing": "envelopes",
    "domain.predictions": "envelopes",
}
"""What is to look first, by the channel of a leak, its first word, or the module it is in."""


def nearest(mutant: Mutant) -> list[str]:
    """Return the detectors that are to look first; in the end each has its turn."""
    modules = [patch.where.partition(":")[0] for patch in mutant.patches]
    places = [mutant.channel, mutant.channel.partition(":")[0], *modules]
    found = [mutant.near, *(NEAR[place] for place in places if place in NEAR)]
    return list(dict.fromkeys(found))


def caught_by(mutant: Mutant) -> str:
    """Return the name of the first detector that catches a leak, empty when none does.

    Only a difference that can be observed counts: a game that breaks is an error of the mutant.
    """
    for patch in mutant.patches:
        # One that no longer fits the code must not pass for one that was caught.
        patch.code()
    first = {"table": TABLE, "own packs": OWN}.get(mutant.channel.partition(":")[0], ALONE)
    detectors = {**first, **DETECTORS}
    near = nearest(mutant)
    for name in sorted(detectors, key=lambda name: near.index(name) if name in near else len(near)):
        detect = detectors[name]
        try:
            with mutant.loose():
                detect()
        except AssertionError:
            return name
        finally:
            close_players()
    return ""


def smallest() -> list[str]:
    """Return the steps of the smallest list of intents in which the machine finds a leak."""
    thorough = settings(
        max_examples=200,
        stateful_step_count=15,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    try:
        run_state_machine_as_test(Evenings, settings=thorough)
    except AssertionError as error:
        told = "\n".join(getattr(error, "__notes__", ()))
        steps = re.findall(
            r"^state\.(?!nothing_can_be_told|teardown|begin)(.+)$", told, re.MULTILINE
        )
        return steps or ["(nothing but opening the game)"]
    return []
