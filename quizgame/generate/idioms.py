"""What a verb says with some nouns: to break a promise is not to break a thing."""

from quizgame.domain.telling import listed
from quizgame.generate.words import BODY

SAYINGS = {
    "breaks": BODY | listed("news silence promise word law heart rules spell ice oath vow"),
    "makes": listed(
        "fortune way peace mistake decision choice escape appearance sense home name living deal "
        "promise plan point friends money effort attempt use confession discovery offer pact "
        "bargain case claim argument difference call phone-call fuss scene joke remark vow "
        "speech toast wish request report return exit entrance arrangement arrangements visit"
    ),
    "loses": listed(
        "way temper patience nerve heart hope faith mind interest control sight memory balance "
        "consciousness strength grip footing job time battle war argument bet"
    ),
    "finds": listed(
        "way model answer courage strength peace comfort solace refuge love happiness work truth "
        "time proof evidence favour joy pleasure excuse solution fever cold chill glimpse breath "
        "fire sight train eye attention sleep room rest shelter"
    ),
    "buys": listed("help time silence freedom way peace protection information forgiveness"),
    "hides": listed("feelings love grief fear truth anger"),
    "steals": listed("heart show glance look kiss"),
}
"""Nouns with which a verb says something else than of things: to break a promise."""
STATES = listed(
    "empty open dead gone locked full cold missing asleep alive deserted awake ready silent dark "
    "closed shut bare useless ill drunk bound tied waiting"
)
"""How a thing is found, where that is the point: "finds the door open"."""
