"""Short sounds by name. Without a sound device everything is simply silent."""

from pathlib import Path

import pygame

SILENCE = 8.0
"""Seconds without a sound after which the device is let go."""


class Sounds:
    """Sounds from a folder, opened at the first one that is to be heard."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._mute = False
        self._last = 0.0

    def play(self, name: str, volume: int, now: float) -> None:
        """Play a sound at a volume of 0-100; an unknown name or no device is silence."""
        if self._mute or volume <= 0:
            return
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(frequency=44100, size=-16, channels=1, buffer=512)
            if name not in self._loaded:
                self._loaded[name] = pygame.mixer.Sound(self._folder / f"{name}.wav")
            sound = self._loaded[name]
            sound.set_volume(volume / 100)
            sound.play()
            self._last = now
        except (pygame.error, OSError):
            self._mute = True

    def rest(self, now: float) -> None:
        """Let go of the device after a while of silence: held open it never lets a core sleep."""
        if self._loaded and now - self._last > SILENCE:
            self._loaded.clear()
            pygame.mixer.quit()
