"""What languages are called, by the first part of their code (ISO 639)."""

_NAMES = {
    "ar": "Arabic, العربية", "bg": "Bulgarian, български", "bn": "Bengali, বাংলা",
    "ca": "Catalan, català", "cs": "Czech, čeština", "cy": "Welsh, Cymraeg", "da": "Danish, dansk",
    "de": "German, Deutsch", "el": "Greek, ελληνικά", "en": "English", "eo": "Esperanto",
    "es": "Spanish, español", "et": "Estonian, eesti", "eu": "Basque, euskara",
    "fa": "Persian, فارسی", "fi": "Finnish, suomi", "fr": "French, français",
    "ga": "Irish, Gaeilge", "gl": "Galician, galego", "he": "Hebrew, עברית", "hi": "Hindi, हिन्दी",
    "hr": "Croatian, hrvatski", "hu": "Hungarian, magyar", "id": "Indonesian, Indonesia",
    "is": "Icelandic, íslenska", "it": "Italian, italiano", "ja": "Japanese, 日本語",
    "ko": "Korean, 한국어", "la": "Latin, latina", "lt": "Lithuanian, lietuvių",
    "lv": "Latvian, latviešu", "ms": "Malay, Melayu", "nb": "Norwegian, norsk",
    "nl": "Dutch, Nederlands", "nn": "Norwegian Nynorsk, nynorsk", "no": "Norwegian, norsk",
    "pl": "Polish, polski", "pt": "Portuguese, português", "ro": "Romanian, română",
    "ru": "Russian, русский", "sk": "Slovak, slovenčina", "sl": "Slovenian, slovenščina",
    "sr": "Serbian, српски", "sv": "Swedish, svenska", "sw": "Swahili, Kiswahili",
    "ta": "Tamil, தமிழ்", "th": "Thai, ไทย", "tr": "Turkish, Türkçe", "uk": "Ukrainian, українська",
    "und": "Not said", "ur": "Urdu, اردو", "vi": "Vietnamese, Tiếng Việt", "zh": "Chinese, 中文",
}  # fmt: skip
"""In English, and as its speakers call it."""
_UNNAMED = (
    "aa ab ae af ak am an as av ay az ba be bi bm bo br bs ce ch co cr cu cv dv dz ee ff fj fo fy "
    "gd gn gu gv ha ho ht hy hz ia ie ig ii ik io iu jv ka kg ki kj kk kl km kn kr ks ku kv kw ky "
    "lb lg li ln lo lu mg mh mi mk ml mn mr mt my na nd ne ng nr nv ny oc oj om or os pa pi ps qu "
    "rm rn rw sa sc sd se sg si sm sn so sq ss st su te tg ti tk tl tn to ts tt tw ty ug uz ve vo "
    "wa wo xh yi yo za zu"
)
"""The other codes of two letters (ISO 639-1)."""
_PAIR, _TRIPLE = 2, 3


def base(code: str) -> str:
    """Return the language of a code without where it is spoken: pt of pt-BR."""
    return code.partition("-")[0].lower()


def is_code(text: str) -> bool:
    """Tell whether a language may have this code: two letters of the list, or any three.

    Those of three (ISO 639-3) are 8,000, and not listed here.
    """
    first = base(text)
    triple = len(first) == _TRIPLE and first.isalpha()
    return triple or first in _NAMES or first in _UNNAMED.split()


def mend(text: str) -> str:
    """Return what to write in place of what is no code; it says nothing of `text` but a name."""
    wanted = " ".join(text.casefold().split())
    for code, said in _NAMES.items():
        if len(code) == _PAIR and wanted in {one.strip().casefold() for one in said.split(",")}:
            return f"write {code} for {name(code)}"
    return "write its code, such as en for English, ko or pt-BR"


def name(code: str) -> str:
    """Return what a language is called in English; one that is not listed by its code."""
    return _NAMES.get(base(code), base(code)).partition(",")[0]


def names(code: str) -> str:
    """Return all that a language may be searched by: its names and its code."""
    return f"{_NAMES.get(base(code), '')} {code}"
