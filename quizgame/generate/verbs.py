"""What people do to one another in stories, verb by verb, with the relation each verb tells."""

import re
from functools import cache

# Relation: verbs in their plain form; irregular ones with third person, past and participle.
_DEEDS = {
    "kills": "kill murder strangle behead slay/slays/slew/slain assassinate execute "
    "eliminate shoot_dead/shoots_dead/shot_dead/shot_dead obliterate smother",
    "attacks": "attack stab poison shoot/shoots/shot/shot bite/bites/bit/bitten assault wound whip "
    "beat/beats/beat/beaten strike/strikes/struck/struck scar slash hit/hits/hit/hit knife punch "
    "trample disfigure shoot_at/shoots_at/shot_at/shot_at fire_at maul",
    "saves": "save rescue free",
    "marries": "marry/marries/married/married wed",
    "finds": "find/finds/found/found discover uncover unearth stumble_upon come_across come_upon "
    "dig_up/digs_up/dug_up/dug_up",
    "meets": "meet/meets/met/met welcome encounter run_into face confront "
    "cross_paths_with/crosses_paths_with/crossed_paths_with/crossed_paths_with",
    "hunts": "hunt stalk track_down hunt_down",
    "threatens": "threaten blackmail",
    "helps": "help assist protect nurse comfort hide_for",
    "imprisons": "imprison kidnap abduct capture lock_up shut_up/shuts_up/shut_up/shut_up lock",
    "steals": "steal/steals/stole/stolen",
    "hides": "hide/hides/hid/hidden conceal",
    "buys": "buy/buys/bought/bought purchase",
    "owns": "own",
    "inherits": "inherit",
    "writes": "write/writes/wrote/written",
    "drinks": "drink/drinks/drank/drunk",
    "breaks": "set_fire_to/sets_fire_to/set_fire_to/set_fire_to burn destroy "
    "smash tear_up/tears_up/tore_up/torn_up",
    "accuses": "blame accuse",
    "recognises": "recognise recognize identify",
    "betrays": "betray",
    "makes": "make/makes/made/made build/builds/built/built create invent "
    "set_up/sets_up/set_up/set_up",
    "loses": "lose/loses/lost/lost",
    "sees": "see/sees/saw/seen watch notice",
    "carries": "carry",
}
_GOING = {
    "goes_to": "travel_to travel_to/travels_to/travelled_to/travelled_to "
    "go_to/goes_to/went_to/gone_to return_to move_to visit arrive_at "
    "arrive_in come_to/comes_to/came_to/come_to ride_to/rides_to/rode_to/ridden_to flee_to sail_to "
    "leave_for/leaves_for/left_for/left_for head_to escape_to flee_into run_into_the",
    "flees": "flee_from/flees_from/fled_from/fled_from escape_from run_away_from escape",
}
_COMMON = (
    "say/says/said/said tell/tells/told/told ask admit confess believe learn know/knows/knew/known "
    "think/thinks/thought/thought see/sees/saw/seen hear/hears/heard/heard look die take/takes/took"
    "/taken give/gives/gave/given become/becomes/became/become want realise realize remember agree "
    "refuse promise hope swear/swears/swore/sworn vow cry/cries/cried/cried lean "
    "smile laugh weep/weeps/wept/wept speak/speaks/spoke/spoken explain reveal describe notice "
    "recognise recognize watch wait decide work live teach/teaches/taught/taught plan try/tries"
    "/tried/tried grow/grows/grew/grown run/runs/ran/run wear/wears/wore/worn carry/carries/carried"
    "/carried begin/begins/began/begun leave/leaves/left/left call kiss hug embrace invite hire "
    "dismiss beg/begs/begged/begged persuade force urge order warn "
    "forgive/forgives/forgave/forgiven hate fear pity envy admire trust obey serve apologise "
    "apologize shout whisper insist demand quarrel propose pray dance lie/lies/lied/lied pretend "
    "steal/steals/stole/stolen wander regret/regrets/regretted/regretted suspect accuse visit "
    "join doubt"
)
_PARTS = 4


@cache
def forms(entry: str) -> tuple[str, str, str]:
    """Return third person, past and participle of an entry: "stab", "bite/bites/bit/bitten"."""
    listed = entry.replace("_", " ").split("/")
    if len(listed) == _PARTS:
        return listed[1], listed[2], listed[3]
    verb, _, more = listed[0].partition(" ")
    tail = f" {more}" if more else ""
    third = _third(verb)
    past = _past(verb)
    if verb == "come":
        past, participle = "came", "come"
    elif verb == "run":
        past, participle = "ran", "run"
    elif verb == "flee":
        past, participle = "fled", "fled"
    else:
        participle = past
    return third + tail, past + tail, participle + tail


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    return re.sub(r"([^aeiou])y$", r"\1ie", verb) + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.fullmatch(r"(?:stab|scar|slash|whip|kidnap|trap|wed|chat|rob|drag|admit|plan)", verb):
        return f"{verb}ed" if verb == "slash" else f"{verb}{verb[-1]}ed"
    return re.sub(r"([^aeiou])y$", r"\1i", verb) + "ed"


@cache
def finite() -> dict[str, str]:
    """Return the relation of each form a sentence can be built on: kills, killed."""
    told: dict[str, str] = {}
    for relation, listed in (_DEEDS | _GOING).items():
        for entry in listed.split():
            third, past, _ = forms(entry)
            told[third] = told[past] = relation
    return told


@cache
def participles() -> dict[str, str]:
    """Return the relation of each participle: killed, bitten."""
    return {
        forms(entry)[2]: relation
        for relation, listed in (_DEEDS | _GOING).items()
        for entry in listed.split()
    }


@cache
def gerunds() -> dict[str, str]:
    """Return the relation of each form in -ing of what people do: killing, biting."""
    told: dict[str, str] = {}
    for relation, listed in _DEEDS.items():
        for entry in listed.split():
            verb, _, more = entry.split("/")[0].replace("_", " ").partition(" ")
            stem = verb.removesuffix("e") if not verb.endswith("ee") else verb
            if re.fullmatch(r"(?:stab|scar|whip|kidnap|trap|wed|hit|run)", verb):
                stem += verb[-1]
            told[f"{stem}ing{' ' if more else ''}{more}"] = relation
    return told


@cache
def infinitives() -> dict[str, str]:
    """Return the relation of each plain form: kill, stumble upon."""
    return {
        entry.split("/")[0].replace("_", " "): relation
        for relation, listed in _DEEDS.items()
        for entry in listed.split()
    }


@cache
def told_as(relation: str) -> dict[str, str]:
    """Return what somebody does, as it is told now, by each form of a relation's verbs: stabbed."""
    told: dict[str, str] = {}
    for entry in _DEEDS[relation].split():
        third, past, participle = forms(entry)
        told |= dict.fromkeys((third, past, participle), third)
        told[entry.split("/")[0].replace("_", " ")] = third
    # In the order of the entries, as all tables here.
    ing = [form for form, one in gerunds().items() if one == relation]
    entries = _DEEDS[relation].split()
    return told | {form: forms(entry)[0] for form, entry in zip(ing, entries, strict=True)}


@cache
def done_to_people() -> frozenset[str]:
    """Return the forms of verbs that are done to people only: kills, marries."""
    listed = " ".join(_DEEDS[relation] for relation in ("kills", "attacks", "marries", "meets"))
    return frozenset(form for entry in listed.split() for form in forms(entry)[:2])


@cache
def of_people() -> frozenset[str]:
    """Return the forms of verbs that only people are the subject of, as a rule."""
    listed = [entry for row in _DEEDS.values() for entry in row.split()] + _COMMON.split()
    return frozenset(form for entry in listed for form in forms(entry)[:2] if " " not in form)


def pattern(listed: dict[str, str]) -> str:
    """Return an expression for any of the forms, longer ones first."""
    return "|".join(re.escape(form) for form in sorted(listed, key=lambda f: (-len(f), f)))
