"""The shelf as a player looks at it: what is searched for, and the posters of what is found."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizgame.domain import intents as want
from quizgame.domain import searching, views
from quizgame.domain.packs import PackFace
from quizgame.domain.searching import Search, Shelved
from quizgame.domain.settings import Choice
from quizgame.services import pages
from quizgame.services.adding import Adding
from quizgame.services.shelf import Shelf
from quizgame.storage.progress import Progress

ALONE, TOGETHER = "shelf", "together"
"""The pages on which there are packs to choose from."""
LONGEST = 80
"""Characters of what is searched for."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is looked for on a page, and which of its choices is open."""

    search: Search = field(default_factory=Search)
    unfolded: str = ""


class Browsing:
    """Holds what is searched for on each page; a page is made once and kept until that changes."""

    def __init__(self, packs: Shelf, progress: Progress, adding: Adding) -> None:
        self._packs = packs
        self._progress = progress
        self._adding = adding
        self._looked = {ALONE: _Looked(), TOGETHER: _Looked()}
        self._made: tuple[str, int, views.ShelfView] | None = None

    def begin(self) -> None:
        """Look at all packs again, in the order last asked for."""
        self._packs.look_again()
        self._looked = {
            page: _Looked(Search(order=looked.search.order))
            for page, looked in self._looked.items()
        }

    def forget(self) -> None:
        """Make the page anew when it is next looked at: anything may have changed."""
        self._made = None

    def send(self, intent: want.Intent, page: str) -> bool:
        """Carry out an intent on one of these pages; tell whether it is for this."""
        if page not in self._looked:
            return False
        before = self._looked[page]
        search = before.search
        match intent:
            case want.Edit(text):
                after = replace(before, search=replace(search, words=text[:LONGEST]))
            case want.SortBy(order) if order in dict(searching.ORDERS):
                after = replace(before, search=replace(search, order=order))
            case want.Narrow("kind", value):
                after = replace(before, search=replace(search, kind=value))
            case want.Narrow("language", value):
                after = replace(before, search=replace(search, language=value))
            case want.Unfold(name):
                after = replace(before, unfolded="" if name == before.unfolded else name)
            case want.ClearSearch():
                after = _Looked(Search(order=search.order))
            case _:
                return False
        self._looked[page] = after
        return True

    def view(self, page: str) -> views.ShelfView:
        """Return one of these pages."""
        # What is read by and by changes the edition.
        self._packs.faces()
        if self._made is None or self._made[:2] != (page, self._packs.edition):
            self._made = page, self._packs.edition, self._view(page)
        return self._made[2]

    def _view(self, page: str) -> views.ShelfView:
        looked = self._looked[page]
        points = self._progress.watch_points()
        among = self._among(page, points, looked.search.order)
        search = searching.held_to(looked.search, among)
        found = searching.found(search, among)
        return views.ShelfView(
            posters=tuple(_poster(one, points) for one in found),
            troubles=self._packs.troubles(),
            bar=_bar(search, looked.unfolded, among) if len(among) >= searching.MANY else None,
            reading=self._packs.reading,
            can_add=page == ALONE and self._adding.possible,
            added=self._adding.fresh if page == ALONE else "",
        )

    def _among(self, page: str, points: dict[str, str], order: str) -> tuple[Shelved, ...]:
        """Return the packs that may be seen on a page, with what this person has done with each."""
        packs, progress = self._packs, self._progress
        faces = pages.open_faces(packs) if page == TOGETHER else pages.faces(packs, progress)
        last = progress.last_played() if order == "played" else {}
        return tuple(
            Shelved(face, _share(face, points), packs.added(face.id), last.get(face.id, 0.0))
            for face in faces
        )


def _bar(search: Search, unfolded: str, among: Sequence[Shelved]) -> views.SearchBar:
    choices = [Choice("order", "Sort", searching.ORDERS, search.order)]
    for name, every, values, value in (
        ("kind", "All kinds", searching.kinds(among), search.kind),
        ("language", "All languages", searching.spoken(among), search.language),
    ):
        # What there is only one of leaves nothing to choose.
        if len(values) > 1:
            choices.append(Choice(name, name.capitalize(), (("", every), *values), value))
    there = {choice.name for choice in choices}
    return views.SearchBar(
        words=search.words,
        choices=tuple(choices),
        unfolded=unfolded if unfolded in there else "",
        narrowed=search.narrows,
    )


def _share(face: PackFace, points: dict[str, str]) -> float:
    return face.ladder.watch_point(points.get(face.id)) / face.ladder.top


def _poster(one: Shelved, points: dict[str, str]) -> views.PosterView:
    face = one.face
    point = face.ladder.watch_point(points.get(face.id))
    reached = face.ladder[point].label
    return views.PosterView(
        pack_id=face.id,
        title=face.title,
        byline=pages.byline(face),
        colours=face.poster,
        seen=f"{face.seen.capitalize()} to: {reached}" if point else reached,
        share=one.share,
    )
