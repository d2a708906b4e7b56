"""Which language a text is in: stop words, letters and scripts; `und` when unsure."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_STOP_WORDS = {
    "en": "the of and to in that is was for on with as his said by at from has had are "
    "were been which who would not but they he it this have will an be its",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine "
    "als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie",
    "fr": "le la les de des et à en un une du que est pour qui dans par plus pas au sur "
    "ne se ce il sont avec son aux été cette mais nous ont",
    "es": "el la de que y en los del se las por un para con no una su al es lo como más "
    "pero sus le ya fue este ha sí porque esta entre cuando muy sobre también",
    "it": "il di che la e in un per è una non del della sono le si da con dei i al nel "
    "alla più anche gli ha dal ma come delle lo nella ed questo",
    "pt": "o a de que e do da em um para é com não uma os no se na por mais as dos como "
    "mas foi ao ele das tem à seu sua ou ser quando muito nos já está",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan "
    "maar bij of uit nog naar heeft ze door over wordt hij werd",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var "
    "jag sig från vi så kan när hade under efter eller",
    "da": "og i at det er en til af på for med den der de som ikke et har han men vi var "
    "om fra sig kan efter blev ved eller mod også havde",
    "no": "og i det er på som en til å for med at av ikke den har de om et han var men "
    "seg fra vi kan så etter ble ved sier også mot",
    "fi": "ja on ei että se hän oli mutta myös ovat kun sen joka mukaan kuin jo niin vain "
    "ole tai olla sitä hänen ollut eivät noin",
    "et": "ja on ei et see kui oli ka mis ta aga ning oma seda või kes siis nii välja "
    "pärast ole selle tema",
    "lv": "un ir ar par no uz ka tas bet arī pēc kas lai kā gan nav viņš tika bija vai",
    "lt": "ir yra kad su iš į tai bet kaip apie už buvo jis po nuo dėl taip kurie ar",
    "pl": "w i na z się że do nie o to jest przez po jak od za ale jego są oraz był dla "
    "tego tym który która także już może jednak",
    "cs": "a v se na je že s z o do i to za k pro jako by ve po byl jsou ale podle jeho "
    "který která od také při nebo není už",
    "sk": "a v sa na je že s z o do aj to za k pre ako by vo po bol sú ale podľa jeho "
    "ktorý ktorá od tiež pri alebo nie už",
    "sl": "in je v na se da za z so pa po ki s bi iz tudi kot pri bo ne od do ali že",
    "hr": "i je u na da se za od su s a koji kako o ali što iz će bi nije to po do koja "
    "biti samo prema rekao",
    "hu": "a az és hogy nem is egy meg ez de volt azt csak már mint ha el vagy szerint "
    "még ki amely után között minden",
    "ro": "de și în a la cu că din pe nu o un care pentru au este mai se ce fost sunt de "
    "prin lui fi sau după între acest",
    "tr": "ve bir bu için da de ile olarak çok daha gibi en kadar olan sonra ancak ise "
    "ne göre var değil şekilde",
    "ca": "el la de que i en els les per un una amb no del al és dels ha més com però "
    "també aquest són seva",
    "id": "yang dan di dengan untuk dari pada ini itu tidak dalam akan adalah juga ke "
    "oleh telah kata sebagai mereka bahwa",
    "vi": "và của là có không cho được trong một các với những người này đã để khi từ",
    "sq": "të e në dhe i për me një nga që se u është më ka do nuk si",
}
_CYRILLIC_WORDS = {
    "ru": "и в не на что с по как это он из за от о к для его но же было также был будет "
    "которые до со при после сказал",
    "uk": "і в не на що з у та до за це як про від його для але було також був буде які "
    "після є щоб при сказав",
    "bg": "и на в да се за от с не е че са по до като със ще при но това му след които",
    "sr": "и је у на да се за од су са а који како о али што из ће би није то по до која",
    "mk": "и на во да се за од со не е дека ќе по како го што ги но ова при кои",
    "be": "і ў не на што з у па як гэта да за ад для яго але было таксама быў якія пасля",
}
_ARABIC_WORDS = {
    "ar": "في من على إلى أن عن مع التي الذي هذا هذه ما لا كان قد بعد بين كما",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم نیز شد گفت های می",
    "ur": "کے میں کی ہے اور سے کا کو نے پر کہ یہ اس ہیں بھی تھا جو",
}
_SCRIPTS = {
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "kana": re.compile("[\u3040-\u30ff]"),
    "han": re.compile("[\u4e00-\u9fff\u3400-\u4dbf]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "pa": re.compile("[\u0a00-\u0a7f]"),
    "gu": re.compile("[\u0a80-\u0aff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "kn": re.compile("[\u0c80-\u0cff]"),
    "ml": re.compile("[\u0d00-\u0d7f]"),
    "si": re.compile("[\u0d80-\u0dff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "am": re.compile("[\u1200-\u137f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
# Letters that the language writes and its look-alikes do not.
_LETTERS = {
    "de": "äöüß",
    "fr": "éèêàçùœ",
    "es": "ñáéíóú¿¡",
    "pt": "ãõçáéê",
    "it": "àèìòù",
    "sv": "äöå",
    "da": "æøå",
    "no": "æøå",
    "fi": "äö",
    "et": "õäöü",
    "pl": "ąęłńśźżć",
    "cs": "ěřůčšž",
    "sk": "ľĺŕôäčšž",
    "sl": "čšž",
    "hr": "čćđšž",
    "hu": "őűöüé",
    "ro": "ăâîșțşţ",
    "tr": "ğışöüç",
    "ca": "·çàèòï",
    "vi": "đơưạảấầậ",
    "lv": "āēīūšņļķģ",
    "lt": "ąčęėįšųūž",
    "sq": "ëç",
    "ru": "ыэъё",
    "uk": "іїєґ",
    "bg": "ъщ",
    "sr": "јљњћђџ",
    "mk": "ѓќѕјљњџ",
    "be": "ўіы",
    "fa": "پچژگکی",
    "ur": "ٹڈڑںےہ",
    "ar": "ةىي",
}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARS = 20_000
_MIN_SCORE = 0.14  # share of words that are stop words; news text has 0.25 to 0.5
_MIN_WORDS = 6
_MIN_LEAD = 1.12  # how far ahead of the runner-up
_LETTER_WEIGHT = 2.0


def find_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; `und` when it cannot be told.

    Scripts that one language uses decide by themselves. Where a script is shared, the
    share of a language's stop words among all words counts, with a little for letters
    that its look-alikes do not write.

    Example:
        >>> find_language("The bridge was closed by the police on the day of the vote.")
        'en'
    """
    sample = text[:_SAMPLE_CHARS]
    script = _main_script(sample)
    if script == "latin":
        return _by_words(sample, "latin")
    if script in {"cyrillic", "arabic"}:
        return _by_words(sample, script)
    if script in {"han", "kana"}:
        kana = len(_SCRIPTS["kana"].findall(sample))
        return "ja" if kana * 20 > len(_SCRIPTS["han"].findall(sample)) else "zh"
    return script or "und"


def _main_script(sample: str) -> str | None:
    counts = {name: len(found.findall(sample)) for name, found in _SCRIPTS.items()}
    # Chinese and Japanese say in one sign what takes others two or more.
    counts["han"] *= 2
    counts["kana"] *= 2
    total = sum(counts.values())
    name = max(counts, key=lambda key: (counts[key], key))
    if total < 4 or counts[name] * 2 < total:
        return None
    return name


@cache
def _profiles(script: str) -> dict[str, frozenset[str]]:
    tables = {"latin": _STOP_WORDS, "cyrillic": _CYRILLIC_WORDS}
    table = tables.get(script, _ARABIC_WORDS)
    return {name: frozenset(words.split()) for name, words in table.items()}


def _by_words(sample: str, script: str) -> str:
    words = Counter(w.casefold() for w in _WORD.findall(sample))
    n_words = words.total()
    if n_words < _MIN_WORDS:
        return "und"
    lowered = sample.casefold()
    letters = Counter(c for c in lowered if c.isalpha())
    n_letters = letters.total() or 1
    scores: dict[str, float] = {}
    plain: dict[str, float] = {}
    for name, stops in _profiles(script).items():
        plain[name] = sum(words[w] for w in stops) / n_words
        own = sum(letters[c] for c in _LETTERS.get(name, "")) / n_letters
        scores[name] = plain[name] + _LETTER_WEIGHT * own * min(1.0, 5 * plain[name])
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    best, second = ranked[0], ranked[1]
    if plain[best] < _MIN_SCORE or scores[best] < _MIN_LEAD * scores[second]:
        return "und"
    return best
