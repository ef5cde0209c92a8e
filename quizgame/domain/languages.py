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


def base(code: str) -> str:
    """Return the language of a code without where it is spoken: pt of pt-BR."""
    return code.partition("-")[0].lower()


def name(code: str) -> str:
    """Return what a language is called in English; one that is not listed by its code."""
    return _NAMES.get(base(code), base(code)).partition(",")[0]


def names(code: str) -> str:
    """Return all that a language may be searched by: its names and its code."""
    return f"{_NAMES.get(base(code), '')} {code}"
