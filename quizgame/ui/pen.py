"""What a hand writes on a typed card: letters, and what an input method is still composing."""

from quizgame.domain.intents import Edit
from quizgame.ui import actions

Writing = actions.Text | actions.Compose | actions.Erase | actions.Press
"""What bears on the words; a press does, as it ends what is being composed."""


class Pen:
    """Turns writing into edits; `composed` is what the input method has not handed over yet."""

    def __init__(self) -> None:
        self.composed = ""
        self._taken = ""

    def lift(self) -> None:
        """Forget what is being composed: the page is another."""
        self.composed = self._taken = ""

    def write(self, action: Writing, typed: str) -> Edit | None:
        """Return what becomes of the words `typed` so far, if they change."""
        match action:
            case actions.Compose(text):
                self.composed = text
                if text:
                    self._taken = ""
            case actions.Text(text):
                known = text == self._taken
                self.lift()
                return None if known else Edit(typed + text)
            case actions.Erase(word):
                left = _without_word(typed) if word else typed[:-1]
                return Edit(left) if typed else None
            case actions.Press():
                return self._take(typed)
        return None

    def _take(self, typed: str) -> Edit | None:
        """Write down what is being composed: whoever presses "Hand in" means that, too.

        Some input methods hand it over now as well; it is not written twice.
        """
        if not self.composed:
            return None
        self._taken, self.composed = self.composed, ""
        return Edit(typed + self._taken)


def _without_word(typed: str) -> str:
    """Return the words typed so far without the last of them."""
    before, space, _ = typed.rstrip().rpartition(" ")
    return before + space
