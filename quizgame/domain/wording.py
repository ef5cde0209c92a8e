"""Words as names are compared by: folded, split, and told apart from what grammar adds to them.

Ours throughout; the lists of particles and titles are closed on purpose, so that a Korean name is
found with what usually follows it and not inside a longer word.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice

_RUNS_ON = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
HANGUL = re.compile("[가-힣]")
UNSPACED = re.compile(f"[{_RUNS_ON}]+")
"""Letters of scripts that put no space between words: a name there may stand inside a run."""
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where words run together begin anew: "SilasOrde"."""

_WORD = re.compile(rf"[가-힣]+|[{_RUNS_ON}]+|[^\W_가-힣{_RUNS_ON}]+")
_COMPOUND = re.compile(r"[^\W_]+(?:[-'_][^\W_]+)+")
_ENDING = re.compile(r"'(?:s|ll|d|re|ve|m)?(?!\w)", re.IGNORECASE)
_UNSPLIT = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "Ð": "D",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "“": '"', "”": '"',
        "…": "...", "—": " - ", "―": " - ",
    }
    | dict.fromkeys("‐‑‒–−﹘﹣－", "-")
    | dict.fromkeys("™℠®©ªº¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", " ")
    # Letters that only modify another, stretch it, or show nothing.
    | dict.fromkeys([*map(chr, range(0x2B0, 0x300)), *"\u0640\u3164\u115f\u1160\uffa0"], "")
    | dict.fromkeys("’‘ʼ＇", "'")
)  # fmt: skip
_LOOKALIKE = str.maketrans(
    "АВЕЗКМНОРСТУХаеорсухіјѕԁԛԝһАΒΕΖΗΙΚΜΝΟΡΤΥΧορν", "ABE3KMHOPCTYXaeopcyxijsdqwhABEZHIKMNOPTYXopv"
)
_MIXED = re.compile(r"\w*(?:[A-Za-z]\w*[\u0370-\u052f]|[\u0370-\u052f]\w*[A-Za-z])\w*")
_PREFIX = re.compile("[وفبلك]?(?:ال)?(?=[\u0621-\u064a])|[והבלמשכ]{1,2}(?=[\u05d0-\u05ea])")
_ORDINARY = re.compile(
    r"\s+(?:i|you|he|she|it|we|they|there|any(?:one|body)|some(?:one|body)|nobody|everybody)\b",
    re.IGNORECASE,
)
_IN_FULL = str.maketrans(
    {
        "ø": "oe", "Ø": "Oe", "ö": "oe", "Ö": "Oe", "ä": "ae", "Ä": "Ae", "ü": "ue", "Ü": "Ue",
        "å": "aa", "Å": "Aa",
    }
)  # fmt: skip
_PARTICLES = (
    "에게서 한테서 으로서 으로써 이라는 이라고 이라면 이라도 이었다 이었던 이에요 입니다 "
    "에게 께서 한테 에서 이랑 하고 으로 로서 로써 보다 처럼 까지 부터 마저 조차 밖에 만큼 "
    "마다 대로 커녕 이나 라는 라고 라면 라도 이란 이여 이야 이다 였다 였던 예요 다운 인가 "
    "인지 은 는 이 가 을 를 의 에 께 와 과 랑 도 만 로 나 란 야 아 여 네 들 인 뿐 쪽 측 표"
)
_TITLES = (
    "선생 변호사 아저씨 아줌마 아가씨 할머니 할아버지 할망 할멈 영감 어르신 도련 어머니 "
    "아버지 엄마 아빠 언니 오빠 누나 동생 이모 고모 삼촌 삼춘 친구 선배 후배 여사 교수 박사 "
    "의사 간호사 사장 회장 대표 이사 실장 팀장 과장 부장 차장 국장 소장 원장 관장 대리 주임 "
    "기자 작가 감독 배우 가수 선수 코치 형사 검사 판사 경위 경감 경사 경장 순경 반장 선장 "
    "기장 기관사 기사 대위 소령 중사 병장 신부 목사 스 수녀 해녀 씨 양 군 형 댁"
)
# After a name of one syllable these would be found inside ordinary words ("최고").
_COPULAS = (
    "이지만 이니까 이라서 이었을 이든지 이라니 지만 니까 라서 였을 일까 일지 이든 든지 이며 이자 "
    "이고 라니 답게 답지 인데 이기에 이므로 거든 잖아 군요 더러 치고 하곤 이랍니다 랍니다 에겐 "
    "한텐 이죠 든 며 자 고 지 냐 임 죠 일"
)
_TITLE = f"(?:{'|'.join(_TITLES.split())})?(?:님)?"
_FOLLOWS = re.compile(f"{_TITLE}(?:{'|'.join(_PARTICLES.split())}){{0,3}}")
_ALL_PARTICLES = "|".join([*_PARTICLES.split(), *_COPULAS.split()])
_FOLLOWS_LONG = re.compile(f"{_TITLE}(?:(?:{_ALL_PARTICLES}){{0,3}}|(?:이었|였)[가-힣]{{0,3}})")
_INITIALS = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍유고문양손배백허남심노하곽성차주우구민나진"
    "지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예"
    "봉경사부"
)
_SAME_WORDS = {
    "dr": "doctor", "st": "saint", "mr": "mister", "mrs": "missus", "prof": "professor",
    "capt": "captain", "sgt": "sergeant", "lt": "lieutenant", "col": "colonel", "gen": "general",
    "maj": "major", "cpl": "corporal", "fr": "father", "sr": "senior", "jr": "junior",
    "det": "detective", "insp": "inspector", "mt": "mount", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12",
}  # fmt: skip
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_LIKENESS = ("ish", "esque", "like")
_BELONGING = ("ian", "ians", "ite", "ites", "ism", "ist")
_LONG_NAME = 5


def in_plain_letters(text: str) -> str:
    """Return the text with letters that no accent comes off (ø, ł, æ) and odd signs made plain."""
    return text if text.isascii() else text.translate(_UNSPLIT)


def plain(text: str) -> str:
    """Return the text in plain letters and signs, possessive endings gone, case kept."""
    text = in_plain_letters(text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        kept = (c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
        text = unicodedata.normalize("NFC", "".join(kept))
        text = _MIXED.sub(lambda word: word.group().translate(_LOOKALIKE), text)
    if "&" in text:
        text = text.replace("&", " and ")
    return _ENDING.sub(" ", _INITIALS.sub("", text) if "." in text else text)


def words_of(text: str) -> list[str]:
    """Return the words of a text, accents and possessive endings gone, case kept."""
    return _WORD.findall(plain(text))


def compounds_of(text: str) -> list[str]:
    """Return the words of a text that hyphens or apostrophes hold together, run into one."""
    found = _COMPOUND.findall(plain(text))
    return ["".join(_WORD.findall(compound)) for compound in found]


def singular(word: str) -> str:
    """Return a word without the s that may only make it a plural."""
    return word[:-1] if len(word) >= _LONG_NAME - 1 and word[-1] == "s" != word[-2] else word


def folded(words: Sequence[str]) -> list[str]:
    """Return the words without case, titles in full ("Dr" is "Doctor"), numbers in figures."""
    return [_SAME_WORDS.get(low := word.casefold(), low) for word in words]


def is_ordinary(text: str, word: int) -> bool:
    """Tell whether the word of this number opens a sentence as no name does: "Will she go?"."""
    flat = plain(text)
    found = next(islice(_WORD.finditer(flat), word, None))
    before = flat[: found.start()].rstrip(" \"'“‘(¿¡")
    opens = not before or before[-1] in ".!?:;-"
    return opens and _ORDINARY.match(flat, found.end()) is not None


def without_prefix(word: str) -> list[str]:
    """Return an Arabic or Hebrew word without the particles that may be written on to its front."""
    found = _PREFIX.match(word)
    return [word[n:] for n in range(1, found.end() + 1) if len(word) > n + 1] if found else []


def respelt(name: str) -> list[str]:
    """Return a name as written without its letters' marks: as they fall away, and in full (oe)."""
    return sorted({name, name.translate(_IN_FULL)}) if not name.isascii() else [name]


def forms(name: str, *, common: bool) -> frozenset[str]:
    """Return the forms a folded name takes in a text; a `common` noun has its singular too."""
    found = {name, f"{name}s", *(f"{name}{ending}" for ending in _LIKENESS)}
    if len(name) >= _LONG_NAME and not common:
        found |= {f"{name}{ending}" for ending in _BELONGING}
    if name.endswith(_SIBILANTS):
        found.add(f"{name}es")
    if name.endswith("man"):
        found.add(f"{name[:-3]}men")
    if common:
        found |= _plurals(name)
        if name.endswith("ies"):
            found.add(f"{name[:-3]}y")
        elif name.endswith("s") and not name.endswith("ss"):
            found.add(name[:-1])
    return frozenset(found)


def _plurals(noun: str) -> set[str]:
    if noun.endswith("y"):
        return {f"{noun[:-1]}ies"}
    if noun.endswith("fe"):
        return {f"{noun[:-2]}ves"}
    return {f"{noun[:-1]}ves"} if noun.endswith("f") else set()


def follows_name(rest: str, *, certain: bool) -> bool:
    """Tell whether Hangul that comes right after a name only inflects it: a title, particles.

    Where it is not `certain` that a name stands there, forms of "to be" do not count.
    """
    pattern = _FOLLOWS_LONG if certain else _FOLLOWS
    return pattern.fullmatch(rest) is not None


def may_precede(before: str) -> bool:
    """Tell whether Hangul that comes right before a given name can be its family name."""
    return before in _SURNAMES
