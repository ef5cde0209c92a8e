"""The window in which the facts of a draft are confirmed."""

import time

from quizgame.app import open_window
from quizgame.domain import intents as want
from quizgame.domain.settings import Settings
from quizgame.reviewroom import Room


def keep_open(room: Room, settings: Settings) -> None:
    """Show a review in the game's window until it is left; NoScreenError without a screen."""
    window = open_window(settings)
    try:
        while not room.leaving and not window.closed:
            now = time.monotonic()
            room.look()
            window.show(room.view(), settings, now, room.notice)
            for intent in window.intents(now):
                if isinstance(intent, want.Change):
                    settings = settings.changed(intent.name, intent.value)
                else:
                    room.send(intent)
                window.show(room.view(), settings, now, room.notice)
            window.hear((), settings.number("sound"), now)
            window.draw(now)
            window.wait(now)
    finally:
        window.close()
