"""The seeded leaks: at least one for each channel of GATE.md that exists in the game.

Each is what a hurried hand might write: a side door past the gate, a number of the whole pack, a
word too many. A new surface brings its own.
"""

from tests.noninterference.changemutants import CHANGE_MUTANTS
from tests.noninterference.envelopemutants import ENVELOPE_MUTANTS
from tests.noninterference.mutant import GATE, Mutant, leak, smuggled
from tests.noninterference.packmutants import PACK_MUTANTS
from tests.noninterference.peoplemutants import PEOPLE_MUTANTS
from tests.noninterference.picturemutants import PICTURE_MUTANTS
from tests.noninterference.progressmutants import PROGRESS_MUTANTS
from tests.noninterference.rehearsalmutants import REHEARSAL_MUTANTS
from tests.noninterference.tablemutants import TABLE_MUTANTS

OPEN = "for c in pack.cards if c.open_to(at)"
CUT_CARD = "cards = tuple(_timeless(c)"
PAGES = "services.pages:"
SHOWING = "services.showing:"
CARDS = "services.cardviews:"
ROUNDS = "services.rounds:Rounds."
GAME = "services.game:Game."
BY_ONESELF = "services.alone:Alone."
FORGET = "services.forgetting:forget_beyond"
PACK_PAGES = "services.packpages:PackPages."
SHELF = "services.shelf:Shelf."
BROWSING = "services.shelfpages:Browsing."
SHELF_PAGE = BROWSING + "_view"
SEARCHING = "domain.searching:"
INDEX = "storage.packindex:"
FILE = "storage.packfile:_read_root"
SEALED = "packs._sealed(face.id)"
OURS = "self._shelf._sealed(face.id)"


COUNT = "str(len(pack.cards))"
READ = "pack = loaded.pack"
DEALT = "state = self._record(self.session)"

ALONE: tuple[Mutant, ...] = (
    # -- card: what came through the door -----------------------------------------------------
    leak("the gate stands open", "card", (GATE, OPEN, "for c in pack.cards")),
    leak("the gate opens one tier early", "card", (GATE, "c.open_to(at)", "c.open_to(at + 1)")),
    leak(
        "an unknown watch point means the highest tier",
        "card",
        ("domain.tiers:Ladder.watch_point", "return LOWEST", "return self.top"),
    ),
    leak(
        "the watch point is not held to the ladder's ends",
        "card",
        ("domain.tiers:Ladder.clamp", "max(LOWEST, min(tier, self.top))", "tier or self.top"),
    ),
    leak(
        "the last wrong choice is taken from a hidden card",
        "card: distractors",
        (
            GATE,
            CUT_CARD,
            "cards = tuple("
            'replace(c, until=None, later="", kind=replace(c.kind, options=(*c.kind.options[:-1], '
            "next((h.kind.options[0] for h in pack.cards if h.tier > at and h.kind.options), "
            "c.kind.options[-1])))) if type(c.kind).__name__ == 'SingleChoice' else "
            'replace(c, until=None, later="")',
        ),
    ),
    leak(
        "a choice is missing where it is the answer of a hidden card",
        "card: the later answer missing",
        (
            GATE,
            CUT_CARD,
            "cards = tuple("
            'replace(c, until=None, later="", kind=replace(c.kind, options=c.kind.options[: '
            "4 - any(h.tier > at for h in pack.cards)])) if type(c.kind).__name__ == "
            "'SingleChoice' and c.kind.right < 3 else replace(c, until=None, later=\"\")",
        ),
    ),
    leak(
        "a card that will be overturned is hedged",
        "card: false beliefs hedged",
        (
            GATE,
            CUT_CARD,
            "cards = tuple("
            'replace(c, until=None, later="", stem=c.stem + " (so far)" * (c.until is not None))',
        ),
    ),
    leak(
        "what becomes of a belief stands in the explanation",
        "card: explanation",
        (
            GATE,
            CUT_CARD,
            "cards = tuple(replace(c, until=None, why=f'{c.why} {c.later}', later='')",
        ),
    ),
    leak(
        "the explanation says that there is more to come",
        "card: explanation",
        (
            GATE,
            CUT_CARD,
            "cards = tuple(replace(c, until=None, later='', why=c.why + ' More later.' * "
            "any(h.tier > at for h in pack.cards))",
        ),
    ),
    leak(
        "titles of later sections are cited",
        "card: source title",
        (GATE, "for s in sections if s.tier <= at", "for s in sections"),
        (
            CARDS + "cited",
            "deck.headings.get(card.citation.section)",
            "' '.join(deck.headings.values())",
        ),
    ),
    smuggled(
        "the title of the source is cited early",
        "card: source title",
        "pack.source.title",
        (CARDS + "cited", 'f"From the explainer: ', "f\"{deck.headings['*']}: "),
    ),
    leak(
        "a title that names a later term keeps its written tier",
        "card: source title",
        (
            "storage.packhead:read_source",
            "first = max(written, glossary.tier_of([title]))",
            "first = LOWEST",
        ),
    ),
    leak(
        "the words of a card do not raise it",
        "card: alias reveals identity",
        (
            "storage.packcards:_computed",
            "return max(tier, book.glossary.tier_of([_BETWEEN.join(text.text for text in words)]))",
            "return tier",
        ),
    ),
    leak(
        "the facts a card gives away do not raise it",
        "card: presupposition",
        (
            "storage.packcards:_computed",
            "max([written, *(book.terms[term.text].tier for term in mentions)])",
            "written",
        ),
    ),
    leak(
        "a near miss on a hidden answer has a sound of its own",
        "card: near-miss feedback",
        (
            ROUNDS + "play",
            "after, answers = step(before, intent)",
            "after, answers = step(before, intent)\n"
            "    typed = getattr(before.desk, 'text', '')\n"
            "    sealed = self._shelf._sealed(before.deck.face.id)\n"
            "    if any(typed in h.kind.right_words() for h in sealed.cards):\n"
            "        self.sounds.append('near')",
        ),
    ),
    # -- choosing: order, dice, counts --------------------------------------------------------
    leak(
        "the dice are thrown by the size of the whole pack",
        "choosing: dice",
        (ROUNDS + "deal", "seed=self._dice()", f"seed=self._dice() + len({OURS}.cards)"),
    ),
    leak(
        "the dice are thrown once for every hidden card",
        "choosing: dice",
        (
            ROUNDS + "deal",
            "seed=self._dice()",
            f"seed=[self._dice() for c in {OURS}.cards if c.tier >= point][-1]",
        ),
    ),
    leak(
        "cards that will be overturned come first",
        "choosing: order",
        (
            GATE,
            "for c in pack.cards if c.open_to(at))",
            "for c in sorted(pack.cards, key=lambda c: c.until is None) if c.open_to(at))",
        ),
    ),
    leak(
        "the card before a hidden one comes last",
        "choosing: order",
        (
            GATE,
            "for c in pack.cards if c.open_to(at))",
            "for n, c in sorted(enumerate(pack.cards), "
            "key=lambda e: pack.cards[e[0] - 1].tier > at) if c.open_to(at))",
        ),
    ),
    leak(
        "a round is longer where the pack is larger",
        "choosing: round length",
        (
            ROUNDS + "deal",
            'length=settings.number("round_length")',
            f"length=settings.number('round_length') and len({OURS}.cards) // 3",
        ),
    ),
    leak(
        "the clock runs longer where the pack is larger",
        "choosing: timers",
        (
            ROUNDS + "deal",
            'clock=settings.number("clock")',
            f'clock=settings.number("clock") and 10 + len({OURS}.cards)',
        ),
    ),
    smuggled(
        "a card is worth more where more is hidden",
        "choosing: difficulty",
        COUNT,
        (
            SHOWING + "_stub",
            "worth=rules.worth(card.difficulty",
            "worth=int(deck.headings['*']) + rules.worth(card.difficulty",
        ),
    ),
    leak(
        "the strip counts the cards of the whole pack",
        "choosing: counts",
        (
            PAGES + "watch_point",
            "cards, beliefs = len(deck.without(left_out).cards)",
            f"cards, beliefs = len({SEALED}.cards)",
        ),
    ),
    leak(
        "the strip counts what lies past what was said",
        "choosing: counts",
        (PAGES + "watch_point", "if playhead <= said:", "if True:"),
    ),
    smuggled(
        "the ticket is numbered in the whole pack",
        "choosing: counts",
        "{c.id: n for n, c in enumerate(pack.cards)}",
        (CARDS + "stub", "number=deck.number(card.id)", "number=deck.headings['*'][card.id]"),
    ),
    smuggled(
        "the ticket says how many cards the pack has",
        "choosing: counts, 3/12",
        COUNT,
        (CARDS + "stub", "category=card.category", "category='of ' + deck.headings['*']"),
    ),
    smuggled(
        "hidden cards stand as empty slots on the board",
        "choosing: empty slots",
        COUNT,
        (
            SHOWING + "_board",
            'ahead = ("ahead",) * (len(session.dealt) - len(ended) - len(now))',
            "ahead = ('ahead',) * (int(session.deck.headings['*']) - len(ended) - len(now))",
        ),
    ),
    smuggled(
        "the results count right answers of the whole pack",
        "choosing: totals",
        COUNT,
        (SHOWING + "results", "asked=len(endings)", "asked=int(deck.headings['*'])"),
    ),
    smuggled(
        "the answers have a locked row for what is hidden",
        "choosing: locked rows",
        "any(c.tier > at for c in pack.cards)",
        (
            SHOWING + "review",
            "views.ReviewView(tuple(rows))",
            "views.ReviewView((*rows, *rows[:1] * session.deck.headings['*']))",
        ),
    ),
    smuggled(
        "the last card says whether there is more",
        "choosing: no more cards",
        "any(c.tier > at for c in pack.cards)",
        (
            SHOWING + "reveal",
            "last=number + 1 == len(session.dealt)",
            "last=number + 1 == len(session.dealt) and not session.deck.headings['*']",
        ),
    ),
    leak(
        "the shelf's bar runs over the cards of the whole pack",
        "choosing: bars",
        (
            SHELF_PAGE,
            "tuple(_poster(one, points) for one in found)",
            "tuple(replace(_poster(one, points), share=1 / "
            "len(self._packs._sealed(one.face.id).cards)) for one in found)",
        ),
    ),
    leak(
        "the choice of all cards says how many there are",
        "choosing: totals",
        (
            PACK_PAGES + "view",
            'length = settings.choice("round_length")',
            "length = settings.choice('round_length'); length = replace(length, values="
            "(*length.values[:-1], ('0', f'All {len(self._shelf._sealed(face.id).cards)}')))",
        ),
    ),
    leak(
        "only tiers that have cards stand on the strip",
        "choosing: filters",
        (
            PAGES + "watch_point",
            "for tier in face.ladder.tiers)",
            "for n, tier in enumerate(face.ladder.tiers) if n <= playhead or n in "
            f"{{c.tier for c in {SEALED}.cards}})",
        ),
    ),
    leak(
        "the page about a pack lists the categories of all its cards",
        "choosing: categories",
        (
            PACK_PAGES + "view",
            "return pages.details(face, self._progress, own=self._adding.owns(face.id))",
            "d = pages.details(face, self._progress); return replace(d, facts=(*d.facts, ('About', "
            "', '.join(sorted({c.category for c in self._shelf._sealed(face.id).cards})))))",
        ),
    ),
    # -- pack: its face -----------------------------------------------------------------------
    leak(
        "the tagline says how many cards there are",
        "pack: size",
        (FILE, "face=face, source", "face=replace(face, tagline=f'{len(cards)} cards'), source"),
    ),
    leak(
        "the poster's colour follows the number of terms",
        "pack: cover",
        (
            FILE,
            "face=face, source",
            "face=replace(face, poster=(face.poster[0], f'#0000{len(glossary.terms):02x}')), "
            "source",
        ),
    ),
    leak(
        "only themes that some card carries are noted",
        "pack: content notes",
        (
            FILE,
            "face=face, source",
            "face=replace(face, notes={n: l for n, l in face.notes.items() "
            "if any(n in d.card.notes for d in cards)}), source",
        ),
    ),
    leak(
        "the hint of a tier counts its cards",
        "pack: description",
        (
            FILE,
            "face=face, source",
            "face=replace(face, ladder=type(face.ladder)(tuple(replace(t, hint=str(sum(d.card.tier "
            "== n for d in cards))) for n, t in enumerate(face.ladder.tiers)))), source",
        ),
    ),
    leak(
        "the page about a pack names the source",
        "pack: credits",
        (
            PACK_PAGES + "view",
            "return pages.details(face, self._progress, own=self._adding.owns(face.id))",
            "d = pages.details(face, self._progress); return replace(d, facts=(*d.facts, "
            "('Source', self._shelf._sealed(face.id).source.title)))",
        ),
    ),
    leak(
        "a pack that knows more stands before the others",
        "pack: sort order",
        (
            SHELF_PAGE,
            "tuple(_poster(one, points) for one in found)",
            "tuple(_poster(one, points) for one in sorted(found, key=lambda one: "
            "len(self._packs._sealed(one.face.id).cards) % 2))",
        ),
    ),
    leak(
        "a sequel lies on the shelf from the first day",
        "pack: sequels",
        (
            PAGES + "faces",
            "face for face in found if may_be_seen(face)",
            "face for face in found",
        ),
    ),
    leak(
        "a sequel stays after the watch point was lowered",
        "pack: sequels",
        (FORGET, "shelf.sequels(face.id)", "()"),
    ),
    # -- players: what was once seen ----------------------------------------------------------
    leak(
        "lowering the watch point forgets nothing",
        "players: watch point lowered",
        (PACK_PAGES + "_keep_watch_point", "if point >= said:", "if True:"),
    ),
    leak(
        "lowering the watch point leaves the last answers in the log",
        "players: watch point lowered",
        (
            "storage.store:_emptied",
            "wal_checkpoint(TRUNCATE)",
            "wal_checkpoint(PASSIVE)",
        ),
        ("storage.answers:Answers.forget_beyond", "self._cut_log()", "None"),
    ),
    leak(
        "deleted answers can still be read in the file",
        "players: watch point lowered",
        ("storage.database:_prepare", "PRAGMA secure_delete=ON", "PRAGMA secure_delete=OFF"),
    ),
    leak(
        "moving the playhead says that so much was watched",
        "players: the picker previews",
        (
            PACK_PAGES + "_moved",
            "return replace(",
            "self._progress.set_watch_point(face.id, face.ladder[face.ladder.clamp(tier)].id)\n"
            "    return replace(",
        ),
    ),
    leak(
        "the strip tells what the next tier would ask about",
        "players: the picker previews",
        (
            PAGES + "watch_point",
            "left_out=tuple(label for",
            f"left_out=tuple(c.category for c in {SEALED}.cards if c.tier == playhead + 1)"
            " + tuple(label for",
        ),
    ),
    leak(
        "everybody may look back on beliefs",
        "players: history",
        (
            PAGES + "beliefs",
            "packs.deck(face.id, face.ladder.watch_point(progress.watch_point(face.id)))",
            "packs.deck(face.id, face.ladder.top)",
        ),
    ),
    leak(
        "the way to the beliefs is there for everybody who has some to come",
        "players: history",
        (
            PAGES + "watch_point",
            "bool(deck.beliefs)",
            f"sum(c.until is not None for c in {SEALED}.cards) > 2",
        ),
    ),
    leak(
        "beliefs are cut one tier early",
        "players: history",
        (
            GATE,
            "if c.until is not None and at == pack.face.ladder.top",
            "if c.until is not None and c.until <= at + 1",
        ),
        (PAGES + "watch_point", "bool(deck.beliefs)", "len(deck.beliefs)"),
    ),
    leak(
        "the end sounds twice where there is more",
        "players: stings that differ",
        (
            ROUNDS + "_save",
            'self.sounds.append("end")',
            "self.sounds += ['end'] * (1 + any(c.tier > after.deck.watch_point for c in "
            "self._shelf._sealed(after.deck.face.id).cards))",
        ),
    ),
    smuggled(
        "the streak's record is a share of the whole pack",
        "players: statistics",
        COUNT,
        (
            SHOWING + "results",
            "best_streak=session.best_streak",
            "best_streak=session.best_streak * 100 // int(deck.headings['*'])",
        ),
    ),
    # -- system: window, files, logs, words of error ------------------------------------------
    leak(
        "the window's title keeps the last question",
        "system: window title",
        (
            "ui.window:Window.show",
            "self._stage.show(view, now, notice)",
            "self._stage.show(view, now, notice)\n"
            "    if hasattr(view, 'stem'):\n"
            "        self._window.title = view.stem",
        ),
    ),
    smuggled(
        "the window's title counts the pack",
        "system: window title",
        COUNT,
        (
            SHOWING + "ask",
            "stem=session.card.stem",
            "stem=session.card.stem + '\\u200b' * int(session.deck.headings['*'])",
        ),
        (
            "ui.window:Window.show",
            "self._stage.show(view, now, notice)",
            "self._stage.show(view, now, notice)\n"
            "    if hasattr(view, 'stem'):\n"
            "        self._window.title = str(view.stem.count('\\u200b'))",
        ),
    ),
    leak(
        "the log says how many cards were read",
        "system: log",
        (
            SHELF + "_read",
            READ,
            f"{READ}\n    __import__('logging').info('%d cards', len(loaded.pack.cards))",
        ),
    ),
    leak(
        "faults in hidden cards are printed",
        "system: error messages",
        (
            SHELF + "_read",
            "loaded = load(Path(spot.path))",
            "loaded = load(Path(spot.path))\n    for issue in loaded.issues:\n        print(issue)",
        ),
    ),
    leak(
        "faults in hidden cards are told on the shelf",
        "system: validators",
        (
            SHELF + "_read",
            READ,
            f"{READ}\n    self._beyond += map(str, loaded.issues)",
        ),
    ),
    leak(
        "a slip in a hidden card takes the whole pack away",
        "system: validators",
        (
            "storage.yamlnodes:_card_by_card",
            "ranges = cards_in(lines)",
            "ranges = []",
        ),
    ),
    leak(
        "cards with faults are counted on the shelf",
        "system: validators",
        (
            SHELF + "_read",
            READ,
            f"{READ}\n"
            "    left = loaded.total_cards - len(loaded.pack.cards) if pack else 0\n"
            "    self._beyond += [f'{left} cards left out'] * bool(left)",
        ),
    ),
    leak(
        "what went wrong is told with the words of a card",
        "system: tracebacks",
        ("__main__:_sorry", "{type(error).__name__} at {where}", "{error} at {where}"),
    ),
    leak(
        "the save says how large the pack is",
        "system: save file",
        (
            ROUNDS + "deal",
            "state = self._record(self.session)",
            "state = self._record(self.session)\n"
            f"    self._progress.set_setting('cards', str(len({OURS}.cards)))",
        ),
    ),
    leak(
        "the save keeps the ids of all cards",
        "system: save file",
        (
            ROUNDS + "deal",
            "state = self._record(self.session)",
            'state = self._record(self.session)[:-1] + \',"all":"\' + '
            f"' '.join(c.id for c in {OURS}.cards) + '\"}}'",
        ),
    ),
    leak(
        "the settings keep the highest tier there is a card for",
        "system: settings",
        (
            GAME + "_change",
            "self._progress.set_setting(name, value)",
            "self._progress.set_setting(name, value)\n"
            "        top = max(c.tier for c in self._shelf._sealed('lighthouse').cards)\n"
            "        self._progress.set_setting('top', str(top))",
        ),
    ),
    leak(
        "a file for every hidden card is opened",
        "system: temporary files",
        (
            SHELF + "deck",
            "return self._decks[key]",
            "for c in pack.cards:\n"
            "        try:\n"
            "            open(self._folders[0] / c.id).close()\n"
            "        except OSError:\n"
            "            pass\n"
            "    return self._decks[key]",
        ),
    ),
    leak(
        "the whole pack is put into a cache beside the saves",
        "system: temporary files",
        (
            SHELF + "_read",
            READ,
            f"{READ}\n"
            "    cache = Path(spot.path).parent.parent / 'data'\n"
            "    (cache / f'cache-{len(loaded.pack.cards)}').write_bytes(b'')",
        ),
    ),
    leak(
        "the program ends with the number of cards",
        "system: exit code",
        (
            "app:play",
            "game.close()",
            "raise SystemExit(len(game._shelf._sealed('lighthouse').cards))",
        ),
    ),
    # -- the answer before the pick -----------------------------------------------------------
    leak(
        "the explanation travels with the question",
        "views: answers",
        (CARDS + "stub", "category=card.category", "category=card.why"),
    ),
    leak(
        "a typed answer travels with the question",
        "views: answers",
        (
            CARDS + "body",
            "return views.TypeIn(desk.text)",
            "return views.TypeIn(desk.text or kind.right_words()[0])",
        ),
    ),
    leak(
        "the right choice stands first",
        "views: answers",
        (
            CARDS + "body",
            "for n in desk.order",
            "for n in sorted(desk.order, key=lambda n: n not in kind.right_options())",
        ),
    ),
    leak(
        "the question counts the letters of its answer",
        "views: answers",
        (
            SHOWING + "ask",
            "stem=session.card.stem",
            "stem=f'{session.card.stem} ({len(session.card.kind.right_words()[0])})'",
        ),
    ),
    # -- outside the game's own folder --------------------------------------------------------
    leak(
        "a file in the folder for temporary files counts the pack",
        "system: temporary files",
        (
            SHELF + "_read",
            READ,
            READ + "\n    from tempfile import NamedTemporaryFile\n"
            "    NamedTemporaryFile(suffix=str(len(loaded.pack.cards))).close()",
        ),
    ),
    leak(
        "another program is told the size of the pack",
        "system: other programs",
        (
            ROUNDS + "deal",
            DEALT,
            f"{DEALT}\n    import subprocess\n"
            f"    subprocess.run(['true', str(len({OURS}.cards))], check=False)",
        ),
    ),
    leak(
        "the environment holds the size of the pack",
        "system: other programs",
        (
            SHELF + "_read",
            READ,
            READ + "\n    import os\n"
            "    os.environ['QUIZGAME_CARDS'] = str(len(loaded.pack.cards))",
        ),
    ),
    leak(
        "the save's own number is the size of the pack",
        "system: save file",
        (
            ROUNDS + "deal",
            DEALT,
            f"{DEALT}\n    self._progress._connection.execute("
            f"f'PRAGMA application_id={{len({OURS}.cards)}}')",
        ),
    ),
    smuggled(
        "the question goes to the clipboard with the size of the pack",
        "system: clipboard",
        COUNT,
        (
            SHOWING + "ask",
            "stem=session.card.stem",
            "stem=session.card.stem + '\\u200b' * int(session.deck.headings['*'])",
        ),
        (
            "ui.window:Window.show",
            "self._stage.show(view, now, notice)",
            "self._stage.show(view, now, notice)\n"
            "    pygame.scrap.put_text(str(getattr(view, 'stem', '').count('\\u200b')))",
        ),
    ),
    leak(
        "a fault of the disk is told with all it knows",
        "system: error messages",
        ("__main__:main", "{error.strerror or error}: {error.filename or ''}", "{error.args}"),
    ),
    leak(
        "what a fault came from is told",
        "system: tracebacks",
        (
            "__main__:_sorry",
            "{type(error).__name__} at {where}",
            "{type(error).__name__} {error.__cause__} at {where}",
        ),
    ),
    # -- what is remembered of further up ------------------------------------------------------
    leak(
        "one deck serves all watch points",
        "players: watch point lowered",
        (SHELF + "deck", "key = pack_id, watch_point", "key = pack_id, 0"),
    ),
    leak(
        "a round that was ended keeps its cards",
        "players: watch point lowered",
        ("storage.answers:_end_above", "SET ended = ?, state = ''", "SET ended = ?"),
    ),
    leak(
        "forgetting keeps a count of what there was",
        "players: watch point lowered",
        (
            "storage.answers:Answers.forget_beyond",
            "for forgetting in (",
            "late = db.execute('SELECT count(*) FROM answers WHERE card LIKE \"late%\"')\n"
            "        db.execute(\"INSERT OR REPLACE INTO settings VALUES (0, 'late-', ?)\", "
            "late.fetchone())\n        for forgetting in (",
        ),
    ),
    leak(
        "playing again goes as far as the playhead ever stood",
        "players: watch point lowered",
        (
            PACK_PAGES + "_moved",
            "return replace(",
            "self._far = max(getattr(self, '_far', 0), face.ladder.clamp(tier))\n"
            "    return replace(",
        ),
        (
            BY_ONESELF + "_go",
            "self._deal(session.deck.face, session.deck.watch_point, trail)",
            "self._deal(session.deck.face, max(self._pages._far, session.deck.watch_point), trail)",
        ),
    ),
    leak(
        "playing it safe begins at the playhead",
        "players: the picker previews",
        (
            PACK_PAGES + "_point",
            "LOWEST if safe else face.ladder.clamp(place.number)",
            "place.number",
        ),
    ),
    leak(
        "the window remembers the longest round",
        "players: statistics",
        (
            "ui.window:Window.show",
            "self._stage.show(view, now, notice)",
            "from dataclasses import replace\n"
            "    if hasattr(view, 'best_streak'):\n"
            "        self._most = max(view.asked, getattr(self, '_most', 0))\n"
            "        view = replace(view, asked=self._most)\n"
            "    self._stage.show(view, now, notice)",
        ),
    ),
    # -- sequels -------------------------------------------------------------------------------
    leak(
        "the title's Play sees a sequel",
        "pack: sequels",
        (
            BY_ONESELF + "_go",
            "faces = pages.faces(self._shelf, self._progress)",
            "faces = self._shelf.faces()[: 1 - bool(self._shelf.sequels('lighthouse'))]",
        ),
    ),
    leak(
        "the page about a pack names its sequel",
        "pack: sequels",
        (
            PACK_PAGES + "view",
            "return pages.details(face, self._progress, own=self._adding.owns(face.id))",
            "d = pages.details(face, self._progress); return replace(d, facts=(*d.facts, "
            "*(('Goes on in', s.title) for s in self._shelf.sequels(face.id))))",
        ),
    ),
    leak(
        "a sequel is there one tier early",
        "pack: sequels",
        (
            PAGES + "faces",
            "said == before.ladder.top and",
            "said >= before.ladder.top - 1 and",
        ),
    ),
    leak(
        "the strip says that the story goes on",
        "pack: sequels",
        (
            PAGES + "watch_point",
            "has_notes=bool(face.notes)",
            "has_notes=bool(face.notes) and not packs.sequels(face.id)",
        ),
    ),
    leak(
        "a sequel can be opened by its id",
        "pack: sequels",
        (
            PAGES + "face",
            "in faces(packs, progress)",
            "in packs.faces()",
        ),
    ),
    leak(
        "the save names the sequel",
        "pack: sequels",
        (
            ROUNDS + "deal",
            DEALT,
            f"{DEALT}\n    self._progress.set_setting("
            "'next', ' '.join(s.title for s in self._shelf.sequels(face.id)))",
        ),
    ),
    # -- what else is known of hidden cards and terms ------------------------------------------
    *(
        smuggled(
            f"the ticket tells {what}",
            "choosing: difficulty, counts",
            f"str({value})",
            (CARDS + "stub", "category=card.category", "category=deck.headings['*']"),
            # In the packs of the walks there are pictures on both sides.
            near="machine" if "picture" in what else "",
        )
        for what, value in (
            ("how hard the hardest card is", "max(c.difficulty for c in pack.cards)"),
            ("whether any card has a picture", "any(c.picture for c in pack.cards)"),
            ("how long the longest explanation is", "max(len(c.why) for c in pack.cards)"),
            ("how many people there are", "sum(t.sort == 'person' for t in pack.glossary.terms)"),
            ("how many facts there are", "sum(bool(t.fact) for t in pack.glossary.terms)"),
            ("who has two names", "sum(len(t.names) > 1 for t in pack.glossary.terms)"),
            ("how many cards cite nothing", "sum(c.citation is None for c in pack.cards)"),
            ("how many choices a card can have", "max(len(c.kind.options) for c in pack.cards)"),
        )
    ),
    leak(
        "a sequel that follows a sequel stays",
        "pack: sequels",
        (SHELF + "sequels", "waiting.append(face.id)", "pass"),
    ),
    leak(
        "a sequel's watch point stays",
        "pack: sequels",
        (FORGET, "progress.forget_watch_point(sequel.id, person=person)", "None"),
    ),
    leak(
        "the save keeps the best tier ever reached",
        "players: high scores",
        (
            ROUNDS + "deal",
            DEALT,
            f"{DEALT}\n    best = max(point, int(self._progress.settings().get('best', 0)))\n"
            "    self._progress.set_setting('best', str(best))",
        ),
    ),
    # -- the shelf: what is found, offered, counted, and how it is sorted ------------------------
    leak(
        "the search looks through hidden cards",
        "system: search",
        (
            SHELF_PAGE,
            "found = searching.found(search, among)",
            "found = searching.found(search, among) or tuple(one for one in among if search.words "
            "in repr([c.id for c in self._packs._sealed(one.face.id).cards]))",
        ),
        near="shelf",
    ),
    leak(
        "what is searched for is completed from hidden terms",
        "system: autocomplete",
        (
            BROWSING + "send",
            "words=text[:LONGEST]",
            "words=next((n for f in self._packs.faces() for t in "
            "self._packs._sealed(f.id).glossary.terms for n in t.names if text and "
            "n.startswith(text)), text)",
        ),
        near="shelf",
    ),
    leak(
        "the search finds a hidden sequel",
        "system: search",
        (
            BROWSING + "_among",
            "pages.faces(packs, progress)",
            "packs.faces() if self._looked[page].search.words else pages.faces(packs, progress)",
        ),
        near="shelf",
    ),
    leak(
        "the kinds and languages of hidden sequels are offered",
        "choosing: filters",
        (
            SHELF_PAGE,
            "_bar(search, looked.unfolded, among)",
            "_bar(search, looked.unfolded, tuple(map(Shelved, self._packs.faces())))",
        ),
        near="shelf",
    ),
    leak(
        "a hidden sequel makes the shelf long enough to be searched",
        "choosing: counts",
        (SHELF_PAGE, "len(among) >= searching.MANY", "len(self._packs.faces()) >= searching.MANY"),
        near="shelf",
    ),
    leak(
        "how far a pack is watched is a share of all its cards",
        "choosing: percentages",
        (
            BROWSING + "_among",
            "_share(face, points)",
            "len(progress.history(face.id)) / len(packs._sealed(face.id).cards)",
        ),
        near="shelf",
    ),
    leak(
        "a poster says how large its file is",
        "pack: size",
        (
            SHELF_PAGE,
            "_poster(one, points) for one",
            "replace(_poster(one, points), byline="
            "str(self._packs.path(one.face.id).stat().st_size)) for one",
        ),
        near="shelf",
    ),
    leak(
        "the index keeps how many cards a pack has",
        "system: save file",
        (SHELF + "_read", 'trouble = "" if pack', "trouble = str(len(pack.cards)) if pack"),
        near="shelf",
    ),
    leak(
        "posters come sooner where less is hidden",
        "choosing: load time",
        (
            SHELF + "_read_next",
            "self._next_shown -= 1",
            "self._next_shown -= 1 + 7 * (pack is not None and len(pack.cards) > 18)",
        ),
        near="shelf",
    ),
    leak(
        "the page of the shelf is kept after the watch point was lowered",
        "players: watch point lowered",
        (GAME + "send", "self._browsing.forget()", "None"),
        (BROWSING + "begin", "self._packs.look_again()", "None"),
        near="shelf",
    ),
)

MUTANTS = (
    *ALONE,
    *PICTURE_MUTANTS,
    *TABLE_MUTANTS,
    *PACK_MUTANTS,
    *PROGRESS_MUTANTS,
    *ENVELOPE_MUTANTS,
    *PEOPLE_MUTANTS,
    *CHANGE_MUTANTS,
    *REHEARSAL_MUTANTS,
)
