"""Short sounds by name, and the sound of a card. Without a sound device everything is silent."""

from io import BytesIO
from pathlib import Path

import pygame

SILENCE = 8.0
"""Seconds without a sound after which the device is let go."""


class Sounds:
    """Sounds from a folder and out of cards; the device is opened at the first to be heard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._mute = False
        self._last = 0.0
        self._opened = False
        self._playing: bytes | None = None

    @property
    def mute(self) -> bool:
        """Whether there is nothing to hear sounds with."""
        return self._mute

    def play(self, name: str, volume: int, now: float) -> None:
        """Play a sound at a volume of 0-100; an unknown name or no device is silence."""
        if self._mute or volume <= 0:
            return
        try:
            self._open()
            if name not in self._loaded:
                self._loaded[name] = pygame.mixer.Sound(self._folder / f"{name}.wav")
            sound = self._loaded[name]
            sound.set_volume(volume / 100)
            sound.play()
            self._last = now
        except (pygame.error, OSError):
            self._mute = True

    def play_card(self, data: bytes | None, volume: int, now: float) -> bool:
        """Play the sound of a card from its beginning, or go on playing it, or with None stop.

        Tell whether it is still to be heard; one that is broken, or over, is not.
        """
        if self._mute or data is not self._playing:
            self._stop()
        if self._mute or not data or volume <= 0:
            self._stop()
            return False
        try:
            if self._playing is None:
                self._open()
                # It is unpacked while it plays: a long one neither waits nor fills the memory.
                pygame.mixer.music.load(BytesIO(data), "ogg")
                pygame.mixer.music.play()
                self._playing = data
            pygame.mixer.music.set_volume(volume / 100)
            self._last = now
            if pygame.mixer.music.get_busy():
                return True
        except pygame.error:
            self._mute = not pygame.mixer.get_init()
        self._stop()
        return False

    def _stop(self) -> None:
        """End the sound of a card and let go of its bytes."""
        if self._playing is not None:
            self._playing = None
            pygame.mixer.music.stop()
            pygame.mixer.music.unload()

    def _open(self) -> None:
        if not pygame.mixer.get_init():
            pygame.mixer.init(frequency=44100, size=-16, channels=1, buffer=512)
        self._opened = True

    def rest(self, now: float) -> None:
        """Let go of the device after a while of silence: held open it never lets a core sleep."""
        if self._opened and now - self._last > SILENCE:
            self._opened = False
            self._loaded.clear()
            pygame.mixer.quit()
