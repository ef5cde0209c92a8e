"""The seeded leaks of a change of player: what a hurried hand might carry over to the next."""

from tests.noninterference.mutant import Mutant, leak

GAME = "services.game:Game."
FORGET = "services.forgetting:forget_beyond"
PAGES = "services.pages:"


def _change(name: str, channel: str, *patches: tuple[str, str, str]) -> Mutant:
    # What a friend does to a sequel comes last in that walk, and is looked for by itself.
    near = "friend" if channel == "sequels" else "change"
    return leak(name, f"players: {channel}", *patches, near=near)


def _carried(part: str) -> tuple[str, str, str]:
    """Return the patch by which a part of the game goes on with the next player."""
    made = f"self._{part} = {part.capitalize()}("
    return (
        GAME + "_welcome",
        made,
        f"self._{part} = getattr(self, '_{part}', None) or {made[len(part) + 9 :]}",
    )


CHANGE_MUTANTS: tuple[Mutant, ...] = (
    _change("who sat together stays for the next player", "tables", _carried("gathering")),
    _change(
        "a game at a table is put away by the next player",
        "tables",
        _carried("gathering"),
        (GAME + "_be_at", "if TABLE not in trail:", "if self._progress.turn > 9:"),
    ),
    _change(
        "a round is put away by the next player",
        "rounds",
        _carried("rounds"),
        (GAME + "_be_at", "if ROUND not in trail:", "if self._progress.turn > 9:"),
    ),
    _change(
        "what was told to one is told to the next",
        "notices",
        ("services.profiles:Profiles._play_as", "self._notices.take_down()", "None"),
    ),
    _change(
        "the next player sees as the one before",
        "settings",
        (
            GAME + "_welcome",
            "self.settings = Settings.from_saved(progress.settings())",
            "self.settings = getattr(self, 'settings', None)"
            " or Settings.from_saved(progress.settings())",
        ),
    ),
    _change(
        "one guest sits down where another stood up",
        "guests",
        ("storage.people:People.play_as_guest", "self.turn += 1", "None"),
    ),
    _change(
        "a friend who knows less keeps the sequel",
        "sequels",
        (FORGET, "progress.forget_beyond(sequel.id, (), at, person=person)", "None"),
        (FORGET, "progress.forget_watch_point(sequel.id, person=person)", "None"),
        (PAGES + "games", "any(", "any(False and "),
        (PAGES + "games", "if packs is None or", "if True or packs is None or"),
    ),
    _change(
        "it is the host who forgets the sequel, not the friend",
        "sequels",
        (
            FORGET,
            "progress.forget_beyond(sequel.id, (), at, person=person)",
            "progress.forget_beyond(sequel.id, (), at)",
        ),
        (PAGES + "games", "any(", "any(False and "),
        (PAGES + "games", "if packs is None or", "if True or packs is None or"),
    ),
    _change(
        "before it is said who plays, a pack is offered to whoever played last",
        "people",
        ("services.trail:before_all", "or any(", "and any("),
    ),
    _change(
        "a pack that is written opens before it is said who plays",
        "people",
        (GAME + "watch", "if not self.profiles.fresh:", "if True:"),
    ),
)
