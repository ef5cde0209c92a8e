"""How each relation is asked for and told: several ways, of which a fact takes one for good.

{s} is the subject, {o} the object, {S} and {O} the same at the head of a sentence, {ss} and {os}
whose it is, {an} the object with "a" or "an", {how} the few words more.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """Questions for the subject and the object, statements, and explanations in other words."""

    who: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()


SPEECH: dict[str, Speech] = {
    "made_by": Speech(
        what=("By whom was {s} {how}?",),
        states=("{S} was {how} by {o}.",),
        whys=("The one by whom it was {how} is {o}.",),
    ),
    "genre": Speech(
        what=("What kind of story is {s}?", "What sort of story does {s} tell?"),
        states=("{S} is {an}.",),
        whys=("The story is told as {an}.",),
    ),
    "set_in": Speech(
        states=("{S} is set in {o}.", "The story takes place in {o}."),
        whys=("{O} is where the story is set.",),
    ),
    "played_by": Speech(
        who=("Which part does {o} play?", "Whom does {o} play?"),
        what=("Who plays {s}?", "Who plays the part of {s}?"),
        states=("{S} is played by {o}.", "{O} plays {s}."),
        whys=("It is {o} who plays {s}.",),
    ),
    "occupation": Speech(
        who=("Which of these people works as {an}?", "Who works as {an}?"),
        what=("What is {ss} occupation?", "What is {s} by profession?"),
        states=("{S} is {an}.", "{S} is {an} by profession."),
        whys=("In the story {s} is {an}.",),
    ),
    "workplace": Speech(
        who=("Who works {at} {o}?", "Whose place of work is {o}?"),
        what=("Where does {s} work?", "At which place does {s} work?"),
        states=("{S} works {at} {o}.",),
        whys=("{Ss} place of work is {o}.", "{O} is where {s} is employed."),
    ),
    "lives_at": Speech(
        who=("Who lives {at} {o}?", "Whose home is {at} {o}?"),
        what=("Where does {s} live?", "Where is {ss} home?"),
        states=("{S} lives {at} {o}.", "{Ss} home is {at} {o}."),
        whys=("{S} has a home {at} {o}.",),
    ),
    "comes_from": Speech(
        who=("Who comes from {o}?", "Which of these people comes from {o}?"),
        what=("Where does {s} come from?", "Which place does {s} come from?"),
        states=("{S} comes from {o}.",),
        whys=("It is {o} that {s} comes from.",),
    ),
    "kin_of": Speech(
        who=("Who is {os} {how}?", "Which of these people is {os} {how}?"),
        what=("How is {s} related to {o}?", "What is {s} to {o}?"),
        states=("{S} is {os} {how}.",),
        whys=("{S} is the {how} of {o}.",),
    ),
    "friend_of": Speech(
        who=("Who is {os} {how}?",),
        what=("What is {s} to {o}?",),
        states=("{S} is {os} {how}.",),
        whys=("In {s}, {o} has {a_how}.",),
    ),
    "owns": Speech(
        who=("Who owns {o}?", "To whom does {o} belong?"),
        states=("{S} has {o}.", "{S} owns {o}."),
        whys=("Among {ss} belongings there is {o}.",),
    ),
    "wants": Speech(
        who=("Who wants {o}?", "Who wishes {o}?"),
        states=("{S} wants {o}.",),
        whys=("It is {s} who wants {o}.",),
    ),
    "finds": Speech(
        who=("Who finds {o}?", "Who comes upon {o}?"),
        states=("{S} finds {o}.", "{S} comes upon {o}."),
        whys=("It is {s} who discovers {o}.",),
    ),
    "found_at": Speech(
        who=("Who is found {o}?",),
        states=("{S} is found {o}.",),
        whys=("The one who is found {o} is {s}.",),
    ),
    "sees": Speech(
        states=("{S} sees {o}.",),
        whys=("It is {s} who sees {o}.",),
    ),
    "carries": Speech(
        states=("{S} has {o} along.", "{S} carries {o}."),
        whys=("{S} is seen with {o}.",),
    ),
    "befalls": Speech(
        who=("Which of these people is {o}?",),
        states=("In the story {s} is {o}.",),
        whys=("The one who is {o} is {s}.",),
    ),
    "meets": Speech(
        states=("{S} meets {o}.", "{S} comes across {o}."),
        whys=("{S} and {o} come face to face.", "{Ss} path crosses that of {o}."),
    ),
    "goes_to": Speech(
        states=("{S} goes to {o}.", "{S} travels to {o}."),
        whys=("{S} makes the journey to {o}.",),
    ),
    "flees": Speech(
        who=("Who flees from {o}?", "Who runs away from {o}?"),
        states=("{S} flees from {o}.", "{S} runs away from {o}."),
        whys=("It is {s} who flees from {o}.",),
    ),
    "hunts": Speech(
        who=("Who hunts {o}?", "Who is out to catch {o}?"),
        states=("{S} hunts {o}.", "{S} is out to catch {o}."),
        whys=("{S} goes after {o}.",),
    ),
    "threatens": Speech(
        states=("{S} threatens {o}.",),
        whys=("{O} has to hear threats from {s}.",),
    ),
    "helps": Speech(
        states=("{S} helps {o}.", "{S} comes to the aid of {o}."),
        whys=("{O} can count on {s}.",),
    ),
    "saves": Speech(
        who=("Who saves {o}?", "Who comes to the rescue of {o}?"),
        states=("{S} saves {o}.", "{S} comes to the rescue of {o}."),
        whys=("{O} owes the rescue to {s}.",),
    ),
    "imprisons": Speech(
        who=("Who holds {o} prisoner?",),
        states=("{S} holds {o} prisoner.",),
        whys=("{O} is shut in by {s}.",),
    ),
    "attacks": Speech(
        states=("{S} attacks {o}.",),
        whys=("{S} goes for {o}.", "The attack on {o} comes from {s}."),
    ),
    "attacks_with": Speech(
        who=("Who uses {an} as a weapon?", "Whose weapon is {an}?"),
        what=("Which weapon does {s} use?", "What does {s} use as a weapon?"),
        states=("{S} uses {an} as a weapon.",),
        whys=("The weapon in {ss} hand is {an}.",),
    ),
    "steals": Speech(
        who=("Who steals {o}?",),
        states=("{S} steals {o}.",),
        whys=("{S} makes off with {o}.",),
    ),
    "hides": Speech(
        who=("Who hides {o}?",),
        states=("{S} hides {o}.",),
        whys=("{S} keeps {o} out of sight.",),
    ),
    "gives": Speech(
        who=("Who gives {how} {o}?",),
        states=("{S} gives {how} {o}.",),
        whys=("{How} gets {o} from {s}.", "It is {s} who gives {how} {o}."),
    ),
    "buys": Speech(
        who=("Who buys {o}?",),
        states=("{S} buys {o}.",),
        whys=("It is {s} who buys {o}.",),
    ),
    "writes": Speech(
        who=("Who writes {o}?",),
        states=("{S} writes {o}.",),
        whys=("{O} comes from {ss} pen.",),
    ),
    "drinks": Speech(
        states=("{S} drinks {o}.",),
        whys=("{S} swallows {o}.",),
    ),
    "breaks": Speech(
        who=("Who destroys {o}?",),
        states=("{S} destroys {o}.",),
        whys=("It is {ss} doing that {o} comes to ruin.",),
    ),
    "loves": Speech(
        what=("With whom is {s} in love?", "Whom does {s} love?"),
        states=("{S} is in love with {o}.", "{S} loves {o}."),
        whys=("{Ss} heart belongs to {o}.",),
    ),
    "accuses": Speech(
        who=("Who accuses {o}?", "Who lays the blame on {o}?"),
        states=("{S} accuses {o}.", "{S} lays the blame on {o}."),
        whys=("The accusation against {o} is made by {s}.",),
    ),
    "recognises": Speech(
        states=("{S} recognises {o}.",),
        whys=("{S} knows {o} again.",),
    ),
    "betrays": Speech(
        who=("Who betrays {o}?",),
        states=("{S} betrays {o}.",),
        whys=("{O} is let down by {s}.",),
    ),
    "makes": Speech(
        who=("Who makes {o}?",),
        states=("{S} makes {o}.",),
        whys=("It is {s} who makes {o}.",),
    ),
    "loses": Speech(
        who=("Who loses {o}?",),
        states=("{S} loses {o}.",),
        whys=("{S} has to do without {o}.",),
    ),
    "asks": Speech(
        states=("{S} asks {how} {o}.",),
        whys=("It is {s} who asks {how} {o}.",),
    ),
    "says": Speech(
        who=("Who says that {o}?",),
        states=("{S} says that {o}.",),
        whys=("It is {s} who says so: {o}.",),
    ),
    "learns": Speech(
        states=("{S} learns that {o}.", "{S} finds out that {o}."),
        whys=("{S} comes to know that {o}.",),
    ),
    "promises": Speech(
        who=("Who promises {o}?",),
        states=("{S} promises {o}.",),
        whys=("It is {s} who promises {o}.",),
    ),
    "inherits": Speech(
        who=("Who inherits {o}?", "Who comes into {o} by inheritance?"),
        states=("{S} inherits {o}.",),
        whys=("The inheritance goes to {s}.",),
    ),
    "marries": Speech(
        who=("Who marries {o}?",),
        what=("Whom does {s} marry?",),
        states=("{S} marries {o}.", "{S} and {o} marry."),
        whys=("The marriage is that of {s} and {o}.",),
    ),
    "kills": Speech(
        who=("Who kills {o}?", "At whose hands does {o} die?"),
        what=("Whom does {s} kill?",),
        states=("{S} kills {o}.",),
        whys=("{O} is killed by {s}.",),
    ),
    "fate": Speech(
        states=("By the end of the story {s} is {o}.", "When the story ends, {s} is {o}."),
    ),
    "dies_of": Speech(
        what=("What does {s} die of?", "What is the cause of {ss} death?"),
        states=("{S} dies of {an}.", "The cause of {ss} death is {an}."),
        whys=("It is {an} that ends {ss} life.",),
    ),
    "ends_with": Speech(
        states=("The story ends with {o}.", "The story closes on {o}."),
        whys=("The last thing that the story shows is {o}.",),
    ),
    "is_really": Speech(
        what=("Who is {s} in truth?", "Who is behind the name of {s}?"),
        states=("{S} is in truth {o}.",),
        whys=("{S} and {o} are one and the same.",),
    ),
    "symbolises": Speech(
        states=("In the story {how} stands for {o}.", "In the story {how} is a sign of {o}."),
        whys=("That is how the image can be read: {how} means {o}.",),
    ),
    "happens_before": Speech(),
}
