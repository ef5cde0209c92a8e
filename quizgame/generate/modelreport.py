"""The report on a model's answers: what was taken, what was refused and why; in our words only."""

from collections.abc import Iterator

from quizgame.generate.modelchecking import REASONS
from quizgame.generate.modeljoining import Joined
from quizgame.generate.modelkept import Answer, counted

FILE = "model-report.txt"


def summed_up(answers: tuple[Answer, ...], now: Joined) -> str:
    """Return the report in one line."""
    refused = sum(counted(answers).values())
    return (
        f"{len(now.added)} facts by the model beside the draft's own, {now.known} that the draft "
        f"had, {refused} proposals refused"
    )


def reported(answers: tuple[Answer, ...], now: Joined) -> str:
    """Return the report, the same for the same answers."""
    return "".join(f"{line}\n" for line in _lines(answers, now))


def _lines(answers: tuple[Answer, ...], now: Joined) -> Iterator[str]:
    yield "What a language model proposed for this draft. Beware: it tells of the story."
    yield ""
    yield f"Asked: {', '.join(sorted({one.model for one in answers}))}; {len(answers)} parts"
    yield f"New facts: {len(now.added)}"
    yield f"Facts the draft had already: {now.known}"
    yield f"Facts rejected before, which stay so: {now.rejected}"
    yield f"Facts whose tier was raised to that of their place: {now.raised}"
    yield ""
    yield "Proposals refused:"
    refused = counted(answers)
    yield from (f"  {refused[key]:>5}  {REASONS[key]}" for key in REASONS if refused[key])
    if not refused:
        yield "  none"
    yield ""
    yield "By parts:"
    for one in answers:
        facts = sum(not kept.claim.name for kept in one.kept)
        yield f"  {one.section} ({one.model}): {facts} held, {sum(dict(one.refused).values())} not"
    yield ""
    yield "The new facts, by their ids in facts.yaml:"
    yield from (f"  {ident}" for ident in now.added or ("none",))
