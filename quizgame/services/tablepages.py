"""The pages where several sit down to play, as views: built from faces and the lowest deck."""

from quizgame.domain import players as people
from quizgame.domain import tableviews
from quizgame.domain.packs import PackFace
from quizgame.domain.players import FEWEST, GUEST, MOST, TEAMS, Player
from quizgame.domain.settings import Settings
from quizgame.domain.table import reach
from quizgame.domain.tags import PlayerTag, tier_tag
from quizgame.services.party import Party, left_out, names
from quizgame.services.shelf import Shelf
from quizgame.services.tableshowing import listed
from quizgame.storage.kept import NOBODY
from quizgame.storage.progress import Progress
from quizgame.storage.runsummary import summary

WAYS = (("pass", "Pass the screen"), ("share", "Share the screen"))


def players_page(
    packs: Shelf, progress: Progress, face: PackFace, party: Party, settings: Settings
) -> tableviews.PlayersView:
    """Return who is playing and how."""
    under_way = bool(party.seated)
    way = settings.choice("table_way").value
    trouble = why_not(packs, progress, face, party)
    told = (trouble,) if trouble else _told(packs, progress, face, party, settings)
    return tableviews.PlayersView(
        pack_title=face.title,
        rows=tuple(_row(face, player, kept=not progress.as_guest) for player in party.players),
        ways=() if under_way else _ways(face, party),
        way=way,
        choices=() if under_way else settings.evening[1:],
        known=_known(progress, party),
        told=tuple(sentence for sentence in told if sentence),
        can_add=len(party.players) < MOST,
        can_start=not trouble,
        under_way=under_way,
        unfinished="" if under_way else _unfinished(progress, face),
    )


def player_page(
    progress: Progress, face: PackFace, party: Party, player: Player
) -> tableviews.PlayerView:
    """Return the page of one player; while a guest plays here, nobody's progress can be kept."""
    tier = face.ladder[player.watch_point]
    choices = party.choices(player.id, face)
    return tableviews.PlayerView(
        player=player.id,
        name=player.name,
        usual=people.usual_name(player),
        badge=player.badge,
        choices=tuple(c for c in choices if not (progress.as_guest and c.name == "player_kept")),
        hint=f"{tier.label}: {tier.hint}." if tier.hint else "",
        can_remove=len(party.players) > 1,
    )


def why_not(packs: Shelf, progress: Progress, face: PackFace, party: Party) -> str:
    """Return why these cannot begin, or nothing where they can."""
    if party.seated:
        return "" if people.sides(party.players) else "Somebody has to play."
    if len(party.players) < FEWEST:
        return "It takes two. Add another player."
    if not people.sides(party.players):
        return "Somebody has to play: all of you look on."
    point = people.lowest(party.players)
    if _supply(packs, progress, face, party.players, point) == 0:
        return f"There is no card yet for: {face.ladder[point].label}."
    return ""


def playing(party: Party) -> bool:
    """Tell whether somebody of these plays."""
    return bool(people.sides(party.players))


def changes(
    face: PackFace, before: tuple[Player, ...], after: tuple[Player, ...], host: int
) -> str:
    """Return in sentences what is to be confirmed of a change in mid-game; empty if nothing is.

    Of the `host`, the person who plays here now, nothing is forgotten at a table.
    """
    then, now = {p.id: p for p in before}, {p.id: p for p in after}
    gone = [f"{p.called} leaves the game." for p in before if p.id not in now]
    named = [
        f"{then[p.id].called} is now called {p.called}."
        for p in after
        if p.id in then and p.called != then[p.id].called
    ]
    moved = [
        f"{p.called} is at: {face.ladder[p.watch_point].label}.{_kept(p, then[p.id], host)}"
        for p in after
        if p.id in then and p.watch_point != then[p.id].watch_point
    ]
    less = [
        f"What {p.called} answered to later cards is forgotten."
        for p in after
        if p.id in then and p.person not in {GUEST, host} and p.watch_point < then[p.id].watch_point
    ]
    return " ".join((*gone, *named, *moved, *less))


def _kept(now: Player, before: Player, host: int) -> str:
    """Return what becomes of how far somebody who is known has watched; of a guest nothing."""
    if now.person <= 0:
        return ""
    if now.watch_point > before.watch_point:
        return " That is kept, also for playing alone."
    return " That holds for this game." if now.person == host else ""


def raised(progress: Progress, face: PackFace, players: tuple[Player, ...]) -> str:
    """Return in sentences who is known and has now watched further; empty where nobody has."""
    if progress.as_guest:
        # Nothing of it is kept.
        return ""
    told = [
        f"{player.called} is now at: {face.ladder[player.watch_point].label}."
        for player in players
        if player.person > 0
        and player.watch_point
        > face.ladder.watch_point(progress.watch_point(face.id, person=player.person))
    ]
    kept = "That is kept, also for playing alone." if told else ""
    return " ".join((*told, kept)) if told else ""


def _row(face: PackFace, player: Player, *, kept: bool) -> tableviews.PlayerRow:
    return tableviews.PlayerRow(
        player=player.id,
        who=PlayerTag(player.called, player.badge),
        seen=tier_tag(face.ladder, player.watch_point),
        team=TEAMS[player.team - 1] if player.team and player.plays else "",
        plays=player.plays,
        kept=kept and bool(player.person),
    )


def _ways(face: PackFace, party: Party) -> tuple[tableviews.Way, ...]:
    means = {"pass": _passing(face, party.players), "share": _sharing(face, party.players)}
    return tuple(tableviews.Way(value, label, means[value]) for value, label in WAYS)


def _passing(face: PackFace, players: tuple[Player, ...]) -> str:
    """Return what passing the screen means for these: who goes how far."""
    told = "Each side sees only its own cards, behind a curtain. "
    reached = {side: reach(players, side, private=True) for side in people.sides(players)}
    points = sorted(set(reached.values()))
    labels = [face.ladder[point].label for point in points]
    match labels:
        case []:
            return told.strip()
        case [only]:
            return f"{told}All play to the same point: {only}."
        case _:
            low = _names(players, [side for side, at in reached.items() if at == points[0]])
            high = _names(players, [side for side, at in reached.items() if at == points[-1]])
            return f"{told}From {labels[0]} ({low}) to {labels[-1]} ({high})."


def _sharing(face: PackFace, players: tuple[Player, ...]) -> str:
    """Return what sharing the screen means for these: where the cards stop, and because of whom."""
    low = people.lowest(players)
    label = face.ladder[low].label
    least = [player.called for player in players if player.watch_point == low]
    if len(least) == len(players):
        return f"Everyone looks. All are equally far: {label}."
    return f"Everyone looks. Cards stop where {listed(least)} stopped: {label}."


def _names(players: tuple[Player, ...], sides: list[int]) -> str:
    return listed([p.called for side in sides for p in people.members(players, side)])


def _told(
    packs: Shelf, progress: Progress, face: PackFace, party: Party, settings: Settings
) -> tuple[str, ...]:
    """Return what is to be known before beginning. Of supply only the lowest deck's is told."""
    if party.seated:
        return ()
    private = settings.choice("table_way").value == "pass"
    rounds, point = settings.number("table_rounds"), people.lowest(party.players)
    needed = rounds if private else rounds * len(people.sides(party.players))
    cards = _supply(packs, progress, face, party.players, point)
    label = face.ladder[point].label
    count = "1 card" if cards == 1 else f"{cards} cards"
    short = f"Only {count} for {label}: some will come again." if cards < needed else ""
    stands = _unfinished(progress, face)
    return short, f"Beginning ends the game at {stands}." if stands else ""


def _unfinished(progress: Progress, face: PackFace) -> str:
    run = progress.open_run(face.id, person=NOBODY)
    saved = summary(run.state) if run else None
    return saved[1] if saved else ""


def _supply(
    packs: Shelf, progress: Progress, face: PackFace, players: tuple[Player, ...], point: int
) -> int:
    return len(packs.deck(face.id, point).without(left_out(players, face, progress)).cards)


def _known(progress: Progress, party: Party) -> tuple[tuple[int, str], ...]:
    seated = {player.person for player in party.players}
    return tuple((one, name) for one, name in names(progress).items() if one not in seated)
