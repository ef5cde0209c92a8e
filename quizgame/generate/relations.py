"""The closed set of what a fact can say, and how each relation reads."""

from dataclasses import dataclass
from typing import Literal

Timing = Literal["open", "standing", "deed", "end"]
"""When such a fact tends to be told: on the poster, as the story begins, amid it, at its end."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation: how it reads, its timing, and where there can be one only.

    It reads with {s} for the subject, {o} for the object, {an} for it with an article, and {how}.

    `one` is "object" when a subject has one object only, "subject" when an object has one subject.
    """

    reads: str
    timing: Timing
    one: Literal["", "object", "subject"] = ""


RELATIONS: dict[str, Relation] = {
    "made_by": Relation("{s} is {how} by {o}", "open"),
    "genre": Relation("{s} is {an}", "open"),
    "set_in": Relation("{s} is set in {o}", "open"),
    "played_by": Relation("{s} is played by {o} {how}", "open", "object"),
    "occupation": Relation("{s} is or was {an}", "standing"),
    "workplace": Relation("{s} works at {o}", "standing"),
    "lives_at": Relation("{s} lives in {o}", "standing"),
    "kin_of": Relation("{s} is {o}'s {how}", "standing"),
    "friend_of": Relation("{s} is {o}'s {how}", "standing"),
    "comes_from": Relation("{s} comes from {o}", "standing"),
    "owns": Relation("{s} has {o}", "standing"),
    "wants": Relation("{s} wants {o}", "deed"),
    "finds": Relation("{s} finds {o}", "deed"),
    "found_at": Relation("{s} is found {o}", "deed", "object"),
    "sees": Relation("{s} sees {o}", "deed"),
    "carries": Relation("{s} has {o} along", "deed"),
    "befalls": Relation("{s} is {o}", "deed"),
    "meets": Relation("{s} meets {o}", "deed"),
    "goes_to": Relation("{s} goes to {o}", "deed"),
    "flees": Relation("{s} flees from {o}", "deed"),
    "hunts": Relation("{s} hunts {o}", "deed"),
    "threatens": Relation("{s} threatens {o}", "deed"),
    "helps": Relation("{s} helps {o}", "deed"),
    "saves": Relation("{s} saves {o} {how}", "deed"),
    "imprisons": Relation("{s} {how} {o}", "deed"),
    "attacks": Relation("{s} {how} {o}", "deed"),
    "attacks_with": Relation("{s} attacks {how} with {an}", "deed"),
    "steals": Relation("{s} steals {o}", "deed"),
    "hides": Relation("{s} hides {o}", "deed"),
    "gives": Relation("{s} gives {how} {o}", "deed"),
    "buys": Relation("{s} buys {o}", "deed"),
    "writes": Relation("{s} writes {o}", "deed"),
    "drinks": Relation("{s} drinks {o}", "deed"),
    "breaks": Relation("{s} breaks or burns {o}", "deed"),
    "loves": Relation("{s} loves {o}", "deed"),
    "accuses": Relation("{s} accuses {o}", "deed"),
    "recognises": Relation("{s} recognises {o}", "deed"),
    "betrays": Relation("{s} betrays {o}", "deed"),
    "makes": Relation("{s} makes {o}", "deed"),
    "loses": Relation("{s} loses {o}", "deed"),
    "asks": Relation("{s} asks {how} {o}", "deed"),
    "says": Relation("{s} says: {o}", "deed"),
    "learns": Relation("{s} learns: {o}", "deed"),
    "promises": Relation("{s} promises {o}", "deed"),
    "inherits": Relation("{s} inherits {o}", "end"),
    "marries": Relation("{s} marries {o}", "end"),
    "kills": Relation("{s} kills {o}", "end", "subject"),
    "fate": Relation("in the end {s} is {o}", "end", "object"),
    "dies_of": Relation("{s} dies of {o}", "end", "object"),
    "ends_with": Relation("{s} ends with {o}", "end"),
    "is_really": Relation("{s} is in truth {o}", "end"),
    "symbolises": Relation("{how} in {s} stands for {o}", "end"),
    "happens_before": Relation("first: {s}; then: {o}", "end"),
}
