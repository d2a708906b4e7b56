"""Spellings of one name: transliterations, short forms and diacritics folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# one group a line: forms of one first name
_FIRST_NAMES = """
vladimir volodymyr wladimir
alexander aleksandr oleksandr alexandr alex sasha
sergei sergey serhiy sergii
dmitry dmitri dmytro dmitrii dima
yuri yury yuriy
mikhail mykhailo michael mike mick
nikolai nikolay mykola nicholas nick
andrei andrey andriy andrew andy drew
alexei alexey oleksiy aleksei
yevgeny evgeny yevgeniy yevhen eugene
mohammed mohammad muhammad mohamed mohamad
ahmed ahmad
yitzhak isaac
benjamin ben binyamin bibi
william bill will billy
robert bob rob bobby
richard rick dick rich
joseph joe
thomas tom tommy
james jim jimmy jamie
john jack johnny jon
jacob jake jack
jeffrey jeff geoffrey geoff
edward ed eddie ted
anthony tony antony
charles charlie chuck
christopher chris
daniel dan danny
david dave
donald don
elizabeth liz beth betty lisa
gregory greg
kenneth ken
lawrence larry
margaret maggie meg peggy
matthew matt
patrick pat
peter pete
philip phil phillip
ronald ron
samuel sam
stephen steve steven
susan sue
timothy tim
deborah debbie
katherine catherine kate kathy katie cathy
jennifer jen jenny
bernard bernie
theodore ted teddy
"""
_GROUPS = [frozenset(group.split()) for group in _FIRST_NAMES.strip().splitlines()]
_FOLDS = (
    (re.compile(r"(?:skiy|skyy|skii|skij|skyi|sky)$"), "ski"),
    (re.compile(r"(?:yy|iy|ii|yi|ij)$"), "y"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"shch"), "sch"),
    (re.compile(r"(?:iev|yev|eyev|eev)$"), "ev"),
    (re.compile(r"y(?=[aou])"), "i"),
    (re.compile(r"(.)\1"), r"\1"),
)
_LEAST_SHORT = 3
_UNLETTERED = re.compile(r"[^a-z]")


@lru_cache(maxsize=1 << 14)
def fold_name(word: str) -> str:
    """One form for the spellings of a name's word.

    Example:
        >>> len({fold_name(n) for n in ("Zelenskyy", "Zelensky", "Zelenskiy")})
        1
    """
    plain = unicodedata.normalize("NFKD", word).casefold()
    folded = _UNLETTERED.sub("", plain)
    for pattern, form in _FOLDS:
        folded = pattern.sub(form, folded)
    return folded


def same_first_name(a: str, b: str) -> bool:
    """Whether two first names can be one person's."""
    a, b = a.casefold().rstrip("."), b.casefold().rstrip(".")
    if fold_name(a) == fold_name(b) or any({a, b} <= group for group in _GROUPS):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return long.startswith(short)
    # "Doug" and "Douglas", not "Paul" and "Paula"
    return (
        len(short) >= _LEAST_SHORT
        and long.startswith(short)
        and len(long) > (len(short) + 1)
    )
