"""Words that say too little to ask for: "the house", "a ring", "accused"."""

import re

from quizgame.domain.telling import listed

VAGUE = listed(
    "house room door man woman boy girl letter place school town village hotel ship boat "
    "castle note box key car way truth secret story case night family sight guilt body "
    "estate money street shop garden window bed table island city church hospital police "
    "others world scene thing company news light dark gun knife ring dog horse paper papers "
    "film novel book lady stranger crime past future life death wall road office building "
    "station party train matter things line mark sign sound noise voice word words look "
    "face idea plan deed cause reason people person child children friend enemy visitor "
    "group crew affair event moment end beginning problem mystery situation danger model "
    "help cry feeling fact men women boys work job letters gentleman couple pair team "
    "object item wound stairs floor evidence presence silence crowd passage opportunity "
    "chance trouble pain eyes hand facts results hands servant servants neighbours guest "
    "guests proof trail trace rest meal food"
)
"""Nouns that name nothing by themselves: "the house" of which of them?"""
EVALUATIVE = listed(
    "perfect good best better worst bad right wrong same other old new young little small big "
    "great whole entire own long short strange odd beautiful terrible dreadful certain real true "
    "first last next final poor mysterious unknown curious one two three four five six seven many "
    "several some few large huge open empty dark white black dead"
)
"""Words before a noun by which nobody knows it."""
WORN = listed(
    "dress gown coat cloak hat mask veil ring necklace shirt suit uniform clothes boots shoes "
    "gloves"
)
"""What somebody who "has it on" is not asked to carry."""
SLIGHT_THINGS = listed(
    "sword dagger revolver pistol rifle cane stick hat coat watch phone cloak umbrella candle "
    "lamp lantern torch pen pipe chair carriage cab basket pocket will diary journal mask key "
    "bottle cup cottage flat apartment cabin hut cigarette cigar purse "
    "handkerchief scarf boots gloves whip ring necklace"
)
"""What anybody in a story may have."""
NO_GIFTS = listed(
    "thing things way time look help choice chance order orders advice kiss word hand life love"
)
OF_WHAT = listed(
    "accused cursed rescued captured incapacitated bitten expelled wounded scarred robbed shot "
    "adopted drugged poisoned banished heir heiress criminal assistant apprentice partner "
    "landlord landlady officer agent director manager editor producer mate"
)
"""What befalls somebody, or what somebody is, and says too little: accused of what, whose heir?"""
COMMON_WEAPONS = listed(
    "knife sword dagger pistol revolver gun rifle axe club stick stone whip spear bow bottle blade"
)
"""What anybody may have at hand, so that it tells nothing of whose weapon it is."""
BROKEN_OFF = re.compile(
    r"\b(?:break|broke|call|end|spoil|drop|release)\w* "
    r"(?:(?:it|her|him|them|the|his|their) )?(?:off|engagement|at once|free)\b|\bjilt(?:s|ed)?\b"
)
"""Where somebody breaks off an engagement, it is told of one too many."""
LOOSE = re.compile(
    r"\b(?:the matter|things?|it|this|these|those|them|there|here|others?|another|someone|"
    r"somebody|something|anything|everything|nothing|everyone|everybody|nobody|so|such|"
    r"again|now|today|tomorrow|tonight|yesterday|ever|never|too|also|instead|the other|the rest|"
    r"the same|the first|the second|the latter|the former|the elder|the older|the younger|"
    r"I|we|you|my|our|your)\b"
)
"""Words that point to what only the article names."""
