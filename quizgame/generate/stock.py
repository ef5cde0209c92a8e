"""Callings, kin, weapons and causes of death that exclude one another, to make wrong answers of.

Words of one group may hold of one person at once (a doctor is a surgeon too), so a wrong answer
comes from another group than the right one.
"""

from quizgame.domain.telling import listed
from quizgame.generate.words import FEMALE_KIN, MALE_KIN

CALLINGS: dict[str, frozenset[str]] = {
    "law": listed(
        "solicitor lawyer attorney barrister judge magistrate notary clerk secretary prosecutor"
    ),
    "medicine": listed(
        "doctor physician surgeon nurse pharmacist chemist apothecary dentist anatomist midwife "
        "scientist researcher naturalist astronomer botanist biologist herbalist inventor "
        "professor alienist"
    ),
    "school": listed(
        "teacher schoolmaster schoolmistress governess tutor headmaster headmistress lecturer "
        "librarian scholar student"
    ),
    "church": listed(
        "priest archdeacon deacon rector clergyman vicar parson curate pastor minister bishop "
        "friar monk nun missionary"
    ),
    "watch": listed(
        "detective inspector policeman policewoman constable cop sheriff investigator sergeant "
        "officer bodyguard guard agent spy soldier general captain warden adventurer ranger "
        "watchman jailer gaoler warder colonel lieutenant gunner trooper mercenary knight"
    ),
    "sea": listed(
        "sailor seaman boatswain ferryman whaler harpooner pirate fisherman explorer "
        "captain pilot smuggler coxswain skipper"
    ),
    "service": listed(
        "butler housekeeper maid servant valet porter coachman chauffeur caretaker cook chef "
        "steward groom stableman waiter waitress gardener gamekeeper landlady landlord innkeeper "
        "driver cabman drayman footman nanny charwoman housemaid"
    ),
    "craft": listed(
        "baker blacksmith butcher carpenter tailor shoemaker weaver seamstress jeweller "
        "mechanic miller barber locksmith watchmaker gunsmith miner labourer farmer "
        "shepherd dressmaker goldsmith silversmith woodcutter woodman printer saddler "
        "wheelwright tinker milliner ropemaker stoker cobbler mason potter undertaker "
        "gravedigger"
    ),
    "art": listed(
        "actor actress artist painter sculptor poet writer author novelist playwright "
        "musician singer soprano tenor violinist fiddler organist conductor pianist "
        "composer dancer ballerina drummer trumpeter illustrator photographer magician "
        "acrobat juggler clown puppeteer comedian"
    ),
    "trade": listed(
        "merchant banker trader dealer salesman cashier editor reporter journalist miser "
        "businessman stockbroker broker accountant bookkeeper auctioneer moneylender "
        "pawnbroker bookseller grocer pedlar publisher manager shopkeeper"
    ),
    "wild": listed("hunter huntsman trapper"),
    "build": listed("architect surveyor engineer"),
    # What goes with one another across the groups above.
    "care": listed(
        "governess nurse nursemaid nanny maid housemaid housekeeper servant midwife tutor "
        "chaperone companion cook charwoman nun"
    ),
    "lessons": listed(
        "teacher schoolmaster schoolmistress tutor lecturer librarian priest archdeacon deacon "
        "rector clergyman vicar parson curate pastor minister bishop friar monk nun missionary"
    ),
    "land": listed(
        "farmer gardener shepherd labourer gamekeeper landowner woodcutter woodman goatherd "
        "peasant rancher huntsman hunter miller"
    ),
    "pen": listed(
        "writer author poet novelist playwright reporter journalist editor publisher scholar "
        "lecturer professor librarian clerk secretary bookseller printer student"
    ),
    "machines": listed(
        "engineer inventor scientist mechanic architect surveyor watchmaker locksmith stoker "
        "driver carpenter"
    ),
    "counter": listed(
        "shopkeeper grocer innkeeper landlord landlady baker butcher bookseller pawnbroker tailor "
        "merchant jeweller pharmacist chemist apothecary dressmaker milliner seamstress weaver"
    ),
    "money": listed(
        "banker cashier clerk moneylender lawyer solicitor manager merchant accountant bookkeeper"
    ),
}
EVERY_CALLING = frozenset(word for words in CALLINGS.values() for word in words)
OFFERED: dict[str, tuple[str, ...]] = {
    "law": ("solicitor", "magistrate"),
    "medicine": ("doctor", "surgeon"),
    "school": ("teacher", "librarian"),
    "church": ("clergyman", "missionary"),
    "watch": ("police inspector", "soldier"),
    "sea": ("sailor", "ship's pilot"),
    "service": ("gardener", "cook"),
    "craft": ("carpenter", "tailor"),
    "art": ("sculptor", "actor"),
    "trade": ("banker", "merchant"),
    "build": ("surveyor", "architect"),
}
"""Of each group, those that can be offered as wrong answers, and are nobody's pastime."""
OFFERED_FEMALE: dict[str, tuple[str, ...]] = {
    "care": ("nurse",),
    "school": ("librarian",),
    "service": ("cook",),
    "craft": ("dressmaker",),
    "art": ("actress",),
    "trade": ("shopkeeper",),
}
"""The same of a woman, as stories of all times have them."""
OFFERED_ANY: dict[str, tuple[str, ...]] = {
    "law": ("solicitor",),
    "medicine": ("doctor",),
    "school": ("teacher", "librarian"),
    "service": ("cook", "gardener"),
    "craft": ("tailor",),
    "art": ("sculptor",),
    "trade": ("shopkeeper", "banker"),
}
"""The same of somebody of whom it is not known."""

BLOOD_FEMALE = ("sister", "mother", "daughter", "aunt", "niece")
BLOOD_MALE = ("brother", "father", "son", "uncle", "nephew")
PARTNERS = listed(
    "wife husband betrothed fiancé fiancée fiance fiancee widow widower ex-wife ex-husband"
)
ONE_ONLY = listed("mother father wife husband betrothed fiancé fiancée fiance fiancee")
"""Ties in which somebody has one at a time."""

WEAPONS: dict[str, tuple[str, ...]] = {
    "blade": ("sword", "dagger"),
    "axe": ("axe",),
    "gun": ("pistol", "rifle"),
    "blunt": ("hammer", "club"),
    "rope": ("rope",),
    "stick": ("walking stick", "whip"),
}
_WEAPON_WORDS: dict[str, frozenset[str]] = {
    "blade": listed("knife sword dagger razor blade scissors sabre rapier"),
    "axe": listed("axe hatchet"),
    "gun": listed("gun pistol revolver rifle shotgun"),
    "blunt": listed("hammer club stone poker mace bottle candlestick"),
    "rope": listed("rope cord noose wire"),
    "far": listed("bow arrow crossbow spear harpoon stake lance"),
    "stick": listed("stick cane whip staff stake"),
}
CAUSES: dict[str, tuple[str, ...]] = {
    "heart": ("heart failure",),
    "lungs": ("consumption",),
    "fever": ("typhoid fever",),
    "fall": ("fall",),
    "water": ("drowning",),
    "poison": ("poisoning",),
    "bite": ("snake bite",),
    "hunger": ("hunger",),
    "cold": ("cold",),
    "shot": ("gunshot wound",),
}
_CAUSE_WORDS: dict[str, frozenset[str]] = {
    "heart": listed("heart stroke shock fright fear terror grief"),
    "lungs": listed("consumption tuberculosis lungs pneumonia"),
    "fever": listed("fever typhoid typhus cholera plague illness disease"),
    "fall": listed("fall"),
    "water": listed("drowning"),
    "poison": listed("poison poisoning overdose"),
    "bite": listed("bite sting"),
    "hunger": listed("hunger starvation thirst exhaustion"),
    "cold": listed("cold frost exposure"),
    "shot": listed("shot gunshot bullet wound wounds stab injuries"),
}
GENRES = {
    "Western": listed("western cowboy"),
    "war story": listed("war battle army invasion soldier"),
    "sports story": listed("sports boxing football"),
    "space adventure": listed("space adventure science planet"),
    "school story": listed("school coming-of-age bildungsroman"),
    "fairy tale": listed("fairy fable fantasy magic"),
}
"""Kinds of story, each with words of which none may be said where it is a wrong answer."""
GENDERED = listed(
    "actress ballerina butler clergyman countess coachman curate duchess fisherman friar "
    "governess headmaster headmistress heiress housekeeper king landlady landlord maid midwife "
    "monk nun nurse parson policeman policewoman priest prince princess queen sailor salesman "
    "schoolmaster schoolmistress seaman seamstress servant-girl soldier valet vicar waiter "
    "waitress widow witch wizard nobleman craftsman baron count duke lord knight gamekeeper "
    "cowboy sergeant lieutenant captain colonel general officer inspector constable detective "
    "magistrate judge prosecutor lawyer solicitor barrister parson rector deacon bishop pirate "
    "smuggler blacksmith carpenter shepherd gravedigger executioner hangman footman groom"
)
"""Callings by which stories of all times tell a woman or a man."""
ALIKE = (
    ("arrested", "imprisoned", "captured", "prison", "jail", "gaol", "custody", "trial", "police",
     "convicted", "sentenced", "taken", "caught", "seized", "chained", "convict"),
    ("hanged", "hangs", "hang", "noose", "gallows", "executed", "execution", "beheaded", "rope"),
    ("shot", "shoots", "shoot", "bullet", "wounded", "gun", "pistol", "revolver", "musket"),
    ("stabbed", "knife", "dagger", "sword", "wounded"),
    ("kidnapped", "abducted", "captured", "imprisoned", "prisoner", "carried", "taken"),
    ("poisoned", "drugged", "poison", "drug", "opium", "potion"),
    ("blinded", "blind", "sight"),
    ("disfigured", "scarred", "scar", "burned", "mask", "face"),
    ("adopted", "orphan", "foster", "ward", "brought"),
    ("banished", "exiled", "expelled", "sent", "exile"),
    ("blackmailed", "threatened", "extorted"),
    ("strangled", "throat", "choked"),
)  # fmt: skip
"""Words for what befalls people in about the same way."""


def calling_groups(words: str) -> frozenset[str]:
    """Return the groups a calling belongs to; none for one that is no trade, such as "heir"."""
    return _groups(words, CALLINGS)


def weapon_groups(words: str) -> frozenset[str]:
    """Return the groups a weapon belongs to."""
    return _groups(words, _WEAPON_WORDS)


def cause_groups(words: str) -> frozenset[str]:
    """Return the groups a cause of death belongs to."""
    return _groups(words, _CAUSE_WORDS)


def _groups(words: str, table: dict[str, frozenset[str]]) -> frozenset[str]:
    said = set(words.casefold().replace("'s", "").split())
    return frozenset(group for group, members in table.items() if said & members)


_NEAR = {
    "son": "nephew", "nephew": "son", "father": "uncle", "uncle": "father", "mother": "aunt",
    "aunt": "mother", "daughter": "niece", "niece": "daughter", "grandfather": "uncle",
    "grandmother": "aunt", "stepfather": "uncle", "stepmother": "aunt",
}  # fmt: skip
"""For a tie the one that it is most easily taken for."""


def near_ties(tie: str) -> frozenset[str]:
    """Return the ties for which one may be taken: a wife or a friend for a sister."""
    last = tie.rsplit(maxsplit=1)[-1] if tie else ""
    return frozenset({_NEAR[last]} if last in _NEAR else {"sister", "brother"})


def kin_for(tie: str) -> tuple[str, ...]:
    """Return ties of blood of the same gender as a tie; nothing where that cannot be told."""
    last = tie.rsplit(maxsplit=1)[-1]
    if last in FEMALE_KIN:
        return BLOOD_FEMALE
    return BLOOD_MALE if last in MALE_KIN else ()
