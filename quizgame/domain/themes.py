"""Words that take something for granted: who is dead, kin, a traitor, married, saved.

Presupposition triggers after Karttunen (1974) and Levinson (1983, chapter 4), narrowed to what
stories turn on; the lists are ours. A word counts only where a declared fact is about the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgame.domain.terms import Glossary, Term

_THEMES: dict[str, str] = {
    "death": (
        r"die[sd]?|dying|dead|deaths?|deadly|kill(?:s|ed|ing|ers?)?|murder\w*|slain|slays?"
        r"|lifeless|assassin\w*|drown(?:s|ed|ing)?|perish\w*|corpses?|funerals?|burial"
        r"|buried|bury|graves?|gravestone|graveside|tombs?|coffins?|mourn\w*|griev\w*|grief"
        r"|widow(?:s|ed|er)?|orphan\w*|suicide|last words|final words|last will"
        r"|pass(?:es|ed) away|lost (?:his|her|their) li\w+|loss of|sacrific\w+|aveng\w+"
        r"|vengeance|revenge|(?:(?:the|his|her|their|my|our)|['’]s) late(?= (?-i:[A-Z]))"
        r"|posthumous\w*|in (?:loving )?memory of|ghost of|survived by|outliv\w+|surviv\w+"
        r"|wake for"
        r"|late (?:wife|husband|father|mother|brother|sister|son|daughter|friend|captain"
        r"|king|queen)"
        r"|fatal\w*|fell to|executed|execution|hanged|shot dead|remains of|ashes"
        r"|고(?= [가-힣]{2})|죽(?:은|었|는|이|기|음|인|고|여)\w*|사망\w*|살해\w*|살인\w*"
        r"|장례\w*|무덤\w*|유언\w*|고인\w*|미망인\w*|유족\w*|추모\w*|시신\w*|유품\w*|복수\w*"
        r"|자살\w*"
    ),
    "kin": (
        r"(?:half-|step)?(?:brother|sister)s?|siblings?|twins?|father(?:ed|s|hood)?|mothers?"
        r"|parents?|sons?|daughters?|uncles?|aunts?|cousins?|nieces?|nephews?|grand\w+|kin"
        r"|heirs?|heiress|inherit\w*|ancest\w+|descend\w+|adopt\w+|bloodline"
        r"|birth (?:mother|father|certificate)|paternity|child of"
        r"|family (?:secret|tie|resemblance)|namesake|이복\w*|쌍둥이\w*|남매\w*|자매\w*"
        r"|형제\w*|친부\w*|친모\w*|아버지\w*|어머니\w*|아들\w*|딸\w*|혈육\w*|친딸\w*"
    ),
    "identity": (
        r"(?:real|true|secret|double|new|false|stolen) (?:names?|identit\w+|selves|self"
        r"|life|lives)"
        r"|(?:false|fake|bogus|sham) \w+|impost\w+|pretend\w*|disguis\w+|alter ego|unmask\w*"
        r"|mask(?:ed)?|turns? out to be|is really|was really|one and the same|undercover"
        r"|posing as|poses as|behind the (?:mask|name)|actually (?:is|was)"
        r"|who (?:he|she) really (?:is|was)|identity of|cover (?:story|name)|정체\w*|변장\w*"
        r"|가짜\w*|본명\w*|사칭\w*"
    ),
    "betrayal": (
        r"traitors?|betray\w*|turncoats?|moles?|inform(?:er|ant)s?|double agents?|spy|spies"
        r"|spying|treason\w*|treacher\w*|double-cross\w*|sabot\w+|culprits?|guilty|guilt"
        r"|thie(?:f|ves)|theft|stole|stolen|steals?|blackmail\w*|confess\w*|frame[ds]?"
        r"|accomplices?|conspir\w+|smuggl\w+|forg(?:ed|ery|er|eries)|arson\w*|poison\w*"
        r"|brib\w+|corrupt\w*|sold out|leaked|kidnap\w*|abduct\w*|crime|criminal|arrest\w*"
        r"|convict\w*|sentenc\w+|jail\w*|prison\w*|배신\w*|범인\w*|밀고\w*|첩자\w*|스파이\w*"
        r"|훔친\w*|훔쳐\w*|자백\w*|체포\w*|공범\w*|방화\w*"
    ),
    "marriage": (
        r"marr(?:y|ies|ied|iage|iages|ying)|weddings?|wife|wives|husbands?|spouses?|brides?"
        r"|groom|fianc\w+|engag(?:ed|ement)|ex-\w+"
        r"|former (?:wife|husband|lover|partner|fianc\w+)|divorc\w+|lovers?|affairs?"
        r"|pregnan\w+|honeymoon|jilted|elop\w+|separation|broke up|break-?up|결혼\w*|이혼\w*"
        r"|남편\w*|아내\w*|약혼\w*|임신\w*|연인\w*|전처\w*|전남편\w*"
    ),
    "return": (
        r"surviv\w+|return of|['’]s return|reunion\w*|reunit\w+"
        r"|return(?:s|ed)? (?:from|alive|home)|resurrect\w*|alive|come[s]? back|came back"
        r"|rescu\w+|escap\w+|long-lost|saved|wakes? up|awak\w+|found again|disappear\w*"
        r"|vanish\w*|missing|pardon\w*|freed|release[ds]?|recover\w*|homecoming|살아\w*"
        r"|생존\w*|재회\w*|돌아온\w*|돌아와\w*|실종\w*|구출\w*|탈출\w*|구조된\w*"
    ),
    "ruin": (
        r"burn(?:s|ed|t|ing)? (?:down|to)|burnt|arson|blaze|flames?|ruin(?:s|ed)?"
        r"|(?:the|a|that|this|in|by|set|after|before|great) fires?|destr\w+"
        r"|explo(?:de|sion)\w*|sink(?:s|ing)?|sank|sunk(?:en)?|wreck\w*|collaps\w+|crash\w*"
        r"|fall of|fallen|closure|closed for good|bankrupt\w*|abandon\w+"
        r"|last (?:show|performance|voyage|harvest)|화재\w*|불탄\w*|폭발\w*|침몰\w*|붕괴\w*"
        r"|파산\w*"
    ),
    "power": (
        r"armistice|ceasefire|truce|surrender\w*|crown(?:s|ed|ing)|coronation|throne"
        r"|reign\w*|defeat\w*|victor\w*|winn(?:er|ers|ing)|wins?|won|los(?:es|ers?)"
        r"|promot\w+|appoint\w+|elect(?:ed|ion)|overthrow\w*|dethron\w*|resign\w*"
        r"|successors?|takes over|took over"
        r"|new (?:captain|king|queen|chief|owner|director|leader)|우승\w*|승진\w*|즉위\w*"
        r"|후계자\w*"
    ),
}
"""A theme and the words that touch it, as one pattern each, matched without regard to case."""

_ELSEWHERE = re.compile(
    r"false (?:teeth|alarm|start|floor|bottom|ceiling|economy|friend)|sibling rivalry"
    r"|dead on (?:his|her|their) feet|dead (?:end|calm|tired|heat|line|of night|weight|sea)"
    r"|dead-end"
    r"|(?:running|too|late|be|was|is|were|comes?|came|arriv\w+|stay\w*|sleep\w*"
    r"|half an hour|hours?|minutes?) late\b"
    r"|late (?:for|at|to|in|night|train|bus|shift|tram|ferry|hour|evening|afternoon|morning"
    r"|summer|autumn|spring|winter|supper|lunch|breakfast|show)"
    r"|killer (?:view|whale|app|heel|recipe|smile|look|instinct|joke)s?"
    r"|kill(?:s|ed|ing)? (?:time|the (?:lights?|engine|mood|motor|power|sound))"
    r"|die of (?:laughter|boredom|embarrassment)|dying to"
    r"|dead (?:battery|batteries|language|phone)"
    r"|drown(?:s|ed|ing)? (?:out|in (?:work|paper|debt))|buried in (?:work|paper|a book)"
    r"|won['’]t|secret (?:recipe|ingredient)|mother tongue|father christmas"
    r"|brothers? in arms|sister (?:ship|city|school|paper)"
    r"|twin (?:beds?|engines?|towers?|peaks?)|fire (?:station|engine|escape|brigade|exit)"
    r"|camp ?fire|love affair with|state of affairs|frame of|picture frame|window frame",
    re.IGNORECASE,
)
"""The same words in another sense: passed over."""

ANYTHING, ANYBODY = "", ""
_STRONG = re.compile(
    r"traitors?|betray\w*|turncoats?|moles?|double agents?|spy|impost\w+|culprits?|accomplices?"
    r"|kill(?:ed|ers?)|murder\w*|die[sd]?|deaths?|slain|corpses?|funerals?|widow\w*|orphan\w*"
    r"|(?:.* )late|sacrific\w+|aveng\w+|revenge|weddings?|marri\w+|fianc\w+|divorc\w+|pregnan\w+"
    r"|twins?|siblings?|half-\w+|long-lost|reunion\w*|reunit\w+|kidnap\w*|arson\w*|confess\w*"
    r"|real name|true identity|true name|unmask\w*|last words|final words"
    r"|배신\w*|범인\w*|살해\w*|살인\w*|장례\w*|미망인\w*|이복\w*|쌍둥이\w*|재회\w*|정체\w*|첩자\w*",
    re.IGNORECASE,
)
"""Words that tell even where no person they could be about is named."""

_PATTERNS = {
    theme: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for theme, words in _THEMES.items()
}
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_THEMES.values())})(?!\w)", re.IGNORECASE)


def themes_of(text: str) -> dict[str, str]:
    """Return the themes a text touches, each with the word that tells."""
    if not _ANY.search(text):
        return {}
    rest = _ELSEWHERE.sub(" ", text)
    found = ((theme, pattern.findall(rest)) for theme, pattern in _PATTERNS.items())
    # A strong word tells most, wherever it stands.
    return {
        theme: next(filter(_STRONG.fullmatch, words), words[0]) for theme, words in found if words
    }


@dataclass(slots=True)
class _Reach:
    """The facts about one thing: the lowest tier of any, and the one of the highest."""

    lowest: int
    highest: Term


@dataclass(slots=True)
class Facts:
    """The facts of a glossary by theme, and by theme and who they are about."""

    glossary: Glossary
    _reach: dict[tuple[str, str], _Reach] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.glossary.terms:
            if not term.fact:
                continue
            about = {t.id for t in self.glossary.mentioned(term.fact)} | set(term.mentions)
            for theme in (*themes_of(term.fact), ANYTHING):
                for who in (ANYBODY, *about):
                    self._add(theme, who, term)

    def _add(self, theme: str, who: str, term: Term) -> None:
        reach = self._reach.setdefault((theme, who), _Reach(term.tier, term))
        reach.lowest = min(reach.lowest, term.tier)
        if term.tier > reach.highest.tier:
            reach.highest = term

    def taken_for_granted(self, text: str, tier: int) -> tuple[str, Term] | None:
        """Return the telling word and the later fact it rests on, or None.

        A fact known at the tier about the same theme, and the same person if one is named, makes
        the word harmless. Where no fact of the theme is about a person named, only a strong word
        tells: it rests on any fact of the theme or, said of somebody, on any fact about them.
        """
        touched = themes_of(text)
        if not touched:
            return None
        named = [term.id for term in self.glossary.mentioned(text)]
        for theme, word in touched.items():
            reaches = self._about(theme, named)
            if not reaches and _STRONG.fullmatch(word):
                reaches = self._about(theme, [ANYBODY]) or self._about(ANYTHING, named)
            if reaches and all(reach.lowest > tier for reach in reaches):
                return word, max((r.highest for r in reaches), key=lambda term: term.tier)
        return None

    def _about(self, theme: str, named: Iterable[str]) -> list[_Reach]:
        return [reach for who in named if (reach := self._reach.get((theme, who)))]
