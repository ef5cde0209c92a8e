"""The seeded leaks of packs that are brought in or written: what a hurried hand might write."""

from tests.noninterference.mutant import Mutant, leak

ADDING = "services.adding:"
AUTHORING = "services.authoring:Authoring."
PROOFS = "services.proofs:Proof."
SEQUELS = "services.sequels:"
CATALOGUES = "services.catalogues:"

PACK_MUTANTS: tuple[Mutant, ...] = (
    leak(
        "the page of an offered pack tells its exact size",
        "own packs: offer",
        (ADDING + "_offer_view", "told_size(plan.size)", "str(plan.size)"),
    ),
    leak(
        "the page of an offered pack counts its files",
        "own packs: offer",
        (ADDING + "_offer_view", "told_size(plan.size)", "str(plan.staged.stat().st_size)"),
    ),
    leak(
        "where a pack is looked for, files have their sizes beside them",
        "own packs: finding",
        (
            "services.finding:found",
            '"a folder" if path.is_dir() else ""',
            "str(path.stat().st_size)",
        ),
    ),
    leak(
        "a pack that is kept is counted",
        "own packs: notice",
        (
            ADDING + "Adding._keep",
            "is on the shelf.",
            "is on the shelf, with {len(self._shelf.deck(kept.id, 3).cards)} cards.",
        ),
    ),
    leak(
        "a pack in which a picture is missing is refused",
        "own packs: offer",
        ("services.installing:_planned", "whole=False", "whole=True"),
    ),
    leak(
        "reading a pack again tells that something in it is broken",
        "own packs: notice",
        (
            AUTHORING + "_read",
            "if watched and not proof.sound",
            "if not proof.sound",
        ),
    ),
    leak(
        "what to mend is offered only where there is something",
        "own packs: notice",
        (
            AUTHORING + "_read",
            'self._tell(f"{name} was read again.")',
            'self._notices.tell(f"{name} was read again.", OFFER if proof.sound else "")',
        ),
    ),
    leak(
        "the page for authors opens to anybody",
        "own packs: trouble",
        (
            AUTHORING + "_show",
            "or not (pack_id in self._agreed or self._seen_it_all(proof))",
            "or proof is None",
        ),
    ),
    leak(
        "the page for authors opens before others once somebody has seen it all",
        "table: trouble",
        (AUTHORING + "_show", "before_all(trail) or not", "not"),
        near="curtain",
    ),
    leak(
        "words of the story are shown to authors who have not asked for them",
        "own packs: trouble",
        (AUTHORING + "view", "hidden=place.number != WORDS", "hidden=place.number == WORDS"),
    ),
    leak(
        "what is found in hidden cards is told in full",
        "own packs: trouble",
        (
            PROOFS + "_row",
            "if hidden and issue.code not in _PLAIN",
            "if hidden and issue.code in _PLAIN",
        ),
    ),
    leak(
        "lines of the file are shown as they are",
        "own packs: trouble",
        (PROOFS + "_row", "dotted(found, FIELDS) if hidden", "found if hidden"),
    ),
    leak(
        "a pack is checked whenever it is read again",
        "own packs: files",
        (PROOFS + "read", "self._found = None", "self._found = checking.check([self.path])[0]"),
    ),
    leak(
        "what cost a hidden card is told as what keeps a pack away",
        "own packs: refusal",
        (
            "storage.packfile:read_pack",
            "sorted(report.issues) if i.code in _WHOLE",
            "sorted(refused)",
        ),
    ),
    leak(
        "the page of a pack in a terminal tells its exact size",
        "own packs: terminal",
        ("services.installing:page", "{told_size(planned.size)}", "{planned.size}"),
        near="terminal",
    ),
    leak(
        "a pack in which the name of a file holds a card back is refused",
        "own packs: offer",
        ("storage.packbuild:_renamed", "if telling and whole", "if telling"),
        near="terminal",
    ),
    leak(
        "a pack in which a hidden picture is oddly named is refused",
        "own packs: offer",
        ("storage.packbuild:_renamed", "given if whole else ()", "given"),
        near="terminal",
    ),
    leak(
        "the title of a sequel is shown to anybody",
        "own packs: sequel",
        (SEQUELS + "shown_title", "hidden(face, library, progress)", "not face.title"),
    ),
    leak(
        "the poster of an offered sequel tells what it is about",
        "own packs: sequel",
        (SEQUELS + "shown_byline", "hidden(face, library, progress)", "not face.title"),
    ),
    leak(
        "the content notes of an offered sequel are shown to anybody",
        "own packs: sequel",
        (SEQUELS + "shown_notes", "hidden(face, library, progress)", "not face.title"),
    ),
    leak(
        "what one player knows is taken for what all know who look on",
        "own packs: sequel",
        (ADDING + "Adding._knows", " if self._alone else None", ""),
    ),
    leak(
        "a sequel that is put away is named",
        "own packs: notice",
        (ADDING + "Adding._take_away", "self._title(face)", "face.title"),
    ),
    leak(
        "a sequel that is brought back is named",
        "own packs: notice",
        (ADDING + "Adding._bring_back", "self._title(face)", "face.title"),
    ),
    leak(
        "sequels that are put away are named where they can be brought back",
        "own packs: finding",
        (ADDING + "Adding._away", "self._title(owned.face)", "owned.face.title"),
    ),
    leak(
        "the list of packs names every sequel",
        "own packs: terminal",
        ("services.packlist:_row", "shown_title(face, library, progress)", "face.title"),
        near="terminal",
    ),
    leak(
        "what is shown of a hidden sequel has its year",
        "own packs: terminal",
        ("services.packlist:shown", " and not hidden(face, library, progress)", ""),
        near="terminal",
    ),
    leak(
        "a catalogue tells the content notes of sequels",
        "own packs: catalogue",
        (CATALOGUES + "as_shown", 'tagline="", notes=notes', 'tagline=""'),
        near="terminal",
    ),
    leak(
        "a catalogue tells what sequels are about",
        "own packs: catalogue",
        (CATALOGUES + "as_shown", 'tagline="", ', ""),
        near="terminal",
    ),
    leak(
        "a catalogue is searched for the titles it hides",
        "own packs: catalogue",
        (
            "commands.search:_search",
            "catalogues.found(shown, wanted.words)",
            "[e for e in shown if e.id in "
            "{f.id for f in catalogues.found(opened.catalogue.entries, wanted.words)}]",
        ),
        near="terminal",
    ),
    leak(
        "an upgrade tells the new content notes of a sequel",
        "own packs: catalogue",
        (CATALOGUES + "Step.told", "LATER if hidden else ', '.join(notes)", "', '.join(notes)"),
        near="terminal",
    ),
    leak(
        "a terminal names the sequels that whoever played last may know of",
        "own packs: terminal",
        (
            "commands.own:progress_of",
            "everybody import Everybody",
            "progress import Progress as Everybody",
        ),
        near="terminal",
    ),
    leak(
        "a terminal takes what the first of several knows for what all know",
        "own packs: terminal",
        ("storage.everybody:Everybody.watch_point", "for one in people", "for one in people[:1]"),
        near="terminal",
    ),
)
