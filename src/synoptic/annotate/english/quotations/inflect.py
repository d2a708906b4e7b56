"""Forms of the verbs of saying, for reading without a parser."""

from __future__ import annotations

from functools import cache

from synoptic.annotate.english.quotations.verbs import cue_verbs

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "begin": "began begun",
    "swear": "swore sworn",
    "sing": "sang sung",
    "read": "read",
    "think": "thought",
    "put": "put",
    "go": "went",
    "shoot": "shot",
    "foresee": "foresaw",
    "beg": "begged",
    "quip": "quipped",
    "admit": "admitted",
    "rebut": "rebutted",
    "chat": "chatted",
    "dub": "dubbed",
    "snap": "snapped",
    "nod": "nodded",
    "slam": "slammed",
    "blog": "blogged",
    "shrug": "shrugged",
    "weep": "wept",
    "speak": "spoke spoken",
}


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Finite and -ing forms of every verb to its lemma and "ing", "s" or "ed"."""
    found: dict[str, tuple[str, str]] = {}
    for lemma in cue_verbs():
        if ":" in lemma:
            continue
        stem = lemma.removesuffix("e")
        doubled = _IRREGULAR.get(lemma, "").endswith("ed")
        if doubled:
            stem = _IRREGULAR[lemma].split()[0][:-2]
        past = _IRREGULAR.get(lemma) or _past(lemma)
        for form in past.split():
            found.setdefault(form, (lemma, "ed"))
        found.setdefault(_third(lemma), (lemma, "s"))
        found.setdefault(stem + "ing", (lemma, "ing"))
    return found


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
