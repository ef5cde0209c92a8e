"""What a card shows and plays besides its words: read once the card is shown, and kept no longer.

Nothing is read ahead: not for the next card, and not behind a curtain that is still shut.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from quizgame.domain.cards import Card, Picture, Sound
from quizgame.domain.views import PictureView, SoundView
from quizgame.storage.media import inspected


class Shelved(Protocol):
    """What holds the packs' files."""

    def media(self, pack_id: str, name: str) -> bytes | None:
        """Return a picture or sound, found to be one and not too large; None when there is none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown and played of a card."""

    picture: PictureView | None = None
    sound: SoundView | None = None


Projecting = Callable[[str, Card], Shown]
"""Gives what is shown of a card of a pack (its id)."""


def unlit(_pack_id: str, _card: Card) -> Shown:
    """Show nothing but words."""
    return Shown()


class Projector:
    """Holds the picture and the sound of the card on the screen, and of no other."""

    def __init__(self, shelf: Shelved) -> None:
        self._shelf = shelf
        self._card: Card | None = None
        self._shown = Shown()

    def shown(self, pack_id: str, card: Card) -> Shown:
        """Return what is shown of the card that now comes to the screen, or stands on it."""
        # A pack read again gives other cards, so that what its author has changed is seen.
        if card is not self._card:
            self._card = card
            self._shown = Shown(
                self._picture(pack_id, card.picture), self._sound(pack_id, card.sound)
            )
        return self._shown

    def dark(self) -> None:
        """Let go of everything: no card is on the screen."""
        self._card, self._shown = None, Shown()

    def _picture(self, pack_id: str, picture: Picture | None) -> PictureView | None:
        if picture is None:
            return None
        data = self._shelf.media(pack_id, picture.file)
        if data is None:
            return PictureView(picture.alt)
        found = inspected(data, picture.file)
        return PictureView(picture.alt, found.width, found.height, data)

    def _sound(self, pack_id: str, sound: Sound | None) -> SoundView | None:
        if sound is None:
            return None
        return SoundView(sound.alt, self._shelf.media(pack_id, sound.file) or b"")
