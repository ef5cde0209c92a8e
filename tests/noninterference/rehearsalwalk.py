"""Rehearsal side by side: what was answered past a watch point is not due and not counted."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quizgame.domain import intents as want
from quizgame.domain import views
from quizgame.domain.intents import Intent
from quizgame.domain.rehearsalviews import RehearsedView
from quizgame.storage.kept import SavedAnswer
from tests.noninterference.player import BEGINNING, BrokenError, Player, differing, small_windows
from tests.noninterference.walk import SEQUEL, pair
from tests.support import KINDS

DAY = 86_400.0
STORY, ALMANAC, NEXT = "lighthouse", "almanac", "lighthouse-two"


def rehearsal_walk() -> None:
    """Rehearse at both watch points that are alike; AssertionError where anything can be told."""
    twins = pair()
    with TemporaryDirectory() as folder, small_windows():
        for ratings in ("off", "on"):
            homes = Path(folder) / f"one-{ratings}", Path(folder) / f"two-{ratings}"
            for home in homes:
                (home / "packs").mkdir(parents=True)
                (home / "packs" / "sequel.yaml").write_text(SEQUEL, encoding="utf-8")
            one = Player(homes[0], twins.one.yaml(), 7)
            two = Player(homes[1], twins.two.yaml(), 7, beside=1)
            for player, knows in ((one, True), (two, False)):
                _answered(player, knows=knows)
            _rehearsed(one, two, ratings)
            one.close()
            two.close()


def _answered(player: Player, *, knows: bool) -> None:
    """Write answers into a save, those to higher cards only where they are known of."""
    progress = player.game._progress  # noqa: SLF001 (a save as it may have come to be)
    low = [(STORY, f"{tier}-{kind}", "right") for tier in ("dusk", "night") for kind in KINDS]
    low.append((ALMANAC, "moon", "half"))
    high = [(STORY, card, "wrong") for card in ("late-held", "late-choice", "late-order")]
    high.append((NEXT, "echo-after", "wrong"))
    kept = [*high, *low, *high] if knows else low
    for pack, card, verdict in kept:
        at = BEGINNING - (20 - len(card) % 7) * DAY
        progress.save_answer(1, pack, SavedAnswer(card, verdict, 0, 1.0, at), "")
    if knows:
        # Rehearsed just now, further up.
        for kind in ("held", *KINDS):
            late = SavedAnswer(f"late-{kind}", "right", 0, 1.0, BEGINNING - 60)
            progress.rehearse(STORY, late)
    for player_pack, tier in ((STORY, "dusk"), (ALMANAC, "first")):
        progress.set_watch_point(player_pack, tier)


def _rehearsed(one: Player, two: Player, ratings: str) -> None:
    settings = want.Change("rehearsal_ratings", ratings), want.Change("rehearsal_cards", "10")
    _same(one, two, want.Go("progress"), want.Back(), *settings)
    for tier in (0, 1):
        said = (want.ChoosePack(STORY), want.MovePlayhead(tier), want.Start(), want.Go("title"))
        _same(one, two, *said, want.Go("progress"), want.Go("rehearsal"))
        for turn in range(40):
            view = one.game.view()
            if isinstance(view, RehearsedView):
                break
            if isinstance(view, views.AskView):
                _same(one, two, want.Pause(), want.Resume(), want.Toggle(0), want.Pick(turn % 3))
                _same(one, two, want.Submit(), want.Skip() if turn % 2 else want.Edit("amber"))
                _same(one, two, want.Skip())
            else:
                _same(one, two, want.Rate(1 + turn % 4), want.Next())
        _same(one, two, want.Back(), want.Back())
        for player in (one, two):
            player.now += 3 * DAY


def _same(one: Player, two: Player, *intents: Intent) -> None:
    """Carry intents out at both and compare all that can be seen, which the saves cannot."""
    for intent in intents:
        one.send(intent)
        two.send(intent)
        told = set(differing(one.observe(), two.observe())) - {"saved"}
        if one.error or two.error:
            raise BrokenError(one.error or two.error)
        assert told == set(), told
