"""The seeded leaks of people and the day's cards: what a hurried hand might let through."""

from tests.noninterference.mutant import Mutant, leak

DEAL = "services.rounds:Rounds.deal_day"
ROW = "services.days:Days._stands"
PEOPLE = "services.whoplays:people"
PROGRESS = "storage.progress:Progress."


def _people(name: str, channel: str, *patches: tuple[str, str, str]) -> Mutant:
    return leak(name, f"people: {channel}", *patches, near="people")


PEOPLE_MUTANTS: tuple[Mutant, ...] = (
    _people(
        "the day's cards are dealt from all there is",
        "cards",
        (DEAL, "self._shelf.deck(face.id, point)", "self._shelf.deck(face.id, face.ladder.top)"),
    ),
    _people(
        "the day's dice know how long the pack is",
        "order",
        (
            DEAL,
            "daily.begin(deck, day.split(maxsplit=1)[0], left_out)",
            "daily.begin(deck, day[:9] + str(len(self._shelf._sealed(face.id).cards) % 10),"
            " left_out)",
        ),
    ),
    _people(
        "a card's place in the day comes of where it stands in the whole file",
        "order",
        (
            DEAL,
            "daily.begin(deck, day.split(maxsplit=1)[0], left_out)",
            "daily.begin(replace(deck, cards=tuple(replace(c, category=c.category"
            " + str([p.id for p in self._shelf._sealed(face.id).cards].index(c.id)))"
            " for c in deck.cards)), day.split(maxsplit=1)[0], left_out)",
        ),
    ),
    _people(
        "the row of the day counts the cards of the whole pack",
        "counts",
        (
            ROW,
            'return "1 card" if count == 1 else f"{count} cards"',
            'return f"{count} of {len(self._shelf._sealed(face.id).cards)} cards"',
        ),
    ),
    _people(
        "what is copied tells how many cards the pack holds",
        "clipboard",
        (
            "services.days:Days._copy",
            "self.to_copy = self._copied = shown.text",
            "self.to_copy = self._copied = shown.text + str(len(self._shelf._sealed("
            "session.deck.face.id if session else here.pack_id).cards))",
        ),
    ),
    _people(
        "a day played further up stays in the save when less was watched",
        "save",
        (
            "storage.answers:_end_above",
            "UPDATE runs SET day = ''",
            "UPDATE runs SET day = day",
        ),
    ),
    _people(
        "the games of somebody else stand among one's own",
        "resume",
        (PROGRESS + "open_runs", "(person = ? OR person IS NULL)", "(? > 0)"),
    ),
    _people(
        "two sets of a day are told apart by how many cards the pack holds",
        "unfinished",
        (
            "services.unfinished:Unfinished._apart",
            "(one.label for one",
            "(one.label + str(len(self._shelf._sealed(run.pack_id).cards)) for one",
        ),
    ),
    _people(
        "the games of somebody else go along in one's own file",
        "file",
        (
            "storage.personrows:taken_out",
            "list(select(_GAMES, person))",
            "list(select(_GAMES.replace('person = ?', '? > 0'), person))",
        ),
    ),
    _people(
        "a file tells under which number the save keeps a game",
        "file",
        (
            "storage.personrows:taken_out",
            "enumerate(sorted(runs - {None}), 1)",
            "((run, run) for run in runs - {None})",
        ),
    ),
    _people(
        "everybody looks through the eyes of who came first",
        "watch points",
        ("storage.people:People._one", "self._who if person is None", "1 if person is None"),
    ),
    _people(
        "what somebody leaves out of a pack is left out for all",
        "themes",
        (
            "storage.people:People.left_out",
            "WHERE person = ? AND pack",
            "WHERE person >= 0 * ? AND pack",
        ),
    ),
    _people(
        "a name tells how far its owner has watched",
        "names",
        (
            PEOPLE,
            "called(person, place),",
            "called(person, place) + str(len(progress.watch_points(person=person.id).get("
            "'lighthouse', ''))),",
        ),
    ),
    _people(
        "one person is drawn with the letters of another's size",
        "settings",
        ("storage.people:People.settings", "person IN (?, ?)", "person + 0 * ? + 0 * ? >= 0"),
    ),
    _people(
        "a guest goes on where the last one stopped",
        "guests",
        (
            "storage.people:People.play_as_guest",
            "self._connection = self._connection, open_memory()",
            "self._connection = self._connection, __import__('quizgame.storage.database',"
            " fromlist=['copied']).copied(self._connection)",
        ),
    ),
)
