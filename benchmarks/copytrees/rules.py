"""How desks change a sentence: rules over its words, each with a name.

`FITTED` are the rules that the weights of the product were fitted on; `HELD_OUT` are
used for measuring only. Words inside quotation marks are never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

Rule = "Callable[[str, random.Random, Context], str]"


class Context:
    """What a rule may know about the story: weekday and date of the event."""

    def __init__(self, day: str, date: str) -> None:
        self.day, self.date = day, date


_SYNONYMS = """
about=some | roughly=about | began=started | started=got under way | closed=shut
ended=came to an end | asked=urged | ordered=told | found=discovered | called=described
because=since | after=following | before=ahead of | while=as | but=although
more than=over | at least=no fewer than | close to=near | near=close to | soon=shortly
shortly=soon | big=large | large=sizable | main=chief | several=a number of
many=numerous | a third=one third | damaged=harmed | serious=severe | severe=serious
people=persons | children=youngsters | homes=houses | town=city | company=firm
firm=company | works=plant | workers=employees | employees=staff | officials=authorities
authorities=officials | police=officers | help=assistance | money=funds | plan=proposal
proposal=plan | deal=agreement | agreement=deal | talks=negotiations | fight=battle
rise=increase | increase=rise | fall=drop | fell=dropped | lost=shed | won=secured
killed=left dead | injured=hurt | missing=unaccounted for | taken=brought
brought=taken | sent=dispatched | gave=handed | received=got | left=departed
arrived=came | returned=came back | announced=made known | promised=pledged
warned=cautioned | denied=rejected | said it would=announced that it would
would=will | had been=was | are expected=are likely | is due=is scheduled
according to=in the words of | on Monday=on Monday morning | also=as well
meanwhile=in the meantime | however=though | therefore=so | only=just | just=only
again=once more | ago=earlier | earlier=before | later=afterwards | next=coming
last=previous | first=initial | biggest=largest | largest=biggest | worst=gravest
"""
_MORE_SYNONYMS = """
said=noted | told=informed | says=states | new=fresh | old=aging | high=elevated
country=nation | government=cabinet | leader=chief | chief=head | minister=secretary
water=waters | night=evening | morning=early hours | hours=hrs | hospital=clinic
court=judges | law=legislation | vote=ballot | report=account | decision=ruling
problem=difficulty | danger=risk | fear=worry | hope=expect | try=attempt | need=require
show=indicate | keep=hold | let=allow | make=produce | take=carry | run=operate
build=erect | destroy=wreck | stop=halt | halt=stop | continue=go on | agree=consent
refuse=decline | demand=call for | offer=propose | pay=cover | cost=price | own=possess
between=among | across=throughout | within=inside | without=lacking | under=below
against=opposed to | through=via | around=round | since=from | until=till
"""


def _table(text: str) -> list[tuple[re.Pattern[str], str]]:
    pairs = [p.split("=") for p in re.split(r"[|\n]", text) if "=" in p]
    return [(re.compile(rf"\b{re.escape(a.strip())}\b"), b.strip()) for a, b in pairs]


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """Apply a change to what stands outside quotation marks."""
    parts = re.split(r'("[^"]*"|“[^”]*”)', text)
    return "".join(p if i % 2 else change(p) for i, p in enumerate(parts))


def _replace_words(
    table: list[tuple[re.Pattern[str], str]], share: float
) -> Callable[[str, random.Random, Context], str]:
    def rule(text: str, rng: random.Random, _: Context) -> str:
        def change(part: str) -> str:
            for pattern, word in table:
                if rng.random() < share:
                    part = pattern.sub(word, part, count=1)
            return part

        return outside_quotes(text, change)

    return rule


synonyms = _replace_words(_table(_SYNONYMS), 0.6)
other_synonyms = _replace_words(_table(_MORE_SYNONYMS), 0.6)


def invert_attribution(text: str, _: random.Random, __: Context) -> str:
    """`X said that Y.` becomes `Y, X said.` and back."""
    if '"' in text or "“" in text:
        return text
    ahead = re.fullmatch(
        r"((?:[A-Z]|The |A )[^,.]{2,60}?) said (?:that )?(.{30,})\.", text
    )
    if ahead:
        who, what = ahead[1], ahead[2]
        if who.startswith(("The ", "A ")):
            who = who[0].lower() + who[1:]
        return f"{what[0].upper()}{what[1:]}, {who} said."
    behind = re.fullmatch(r"(.{30,}), ([^,]{2,60}?) said\.", text)
    if behind:
        what, who = behind[1], behind[2]
        return f"{who[0].upper()}{who[1:]} said {what[0].lower()}{what[1:]}."
    return text


def drop_clause(text: str, _: random.Random, __: Context) -> str:
    """Take out one relative clause or apposition between commas."""
    return outside_quotes(
        text,
        lambda p: re.sub(
            r", (?:which|who|where|an?|the) [^,\"]{8,80},(?= )", "", p, count=1
        ),
    )


def drop_source(text: str, _: random.Random, __: Context) -> str:
    """Take out `according to ...` and a closing `X said`."""
    text = re.sub(r", according to [^,.\"]{3,80}(?=[.,])", "", text, count=1)
    return re.sub(r"(?<=[a-z]), (?:the )?[a-zA-Z ]{3,40} said\.$", ".", text, count=1)


def drop_tail(text: str, _: random.Random, __: Context) -> str:
    """Cut the last clause behind a comma."""
    if '"' in text:
        return text
    cut = re.sub(
        r",? (?:and|but|while|which|because|where) [^,\"]{10,120}\.$", ".", text
    )
    return cut if len(cut) > 40 else text


def weekday_to_date(text: str, _: random.Random, context: Context) -> str:
    """`on Tuesday` becomes the date."""
    if not context.day:
        return text
    _, month, day = context.date.split("-")
    name = _MONTHS[int(month) - 1]
    said = f"on {name} {int(day)}"
    return outside_quotes(
        text, lambda p: re.sub(rf"\bon {context.day}\b", said, p, count=1)
    )


def to_today(text: str, rng: random.Random, context: Context) -> str:
    """`on Tuesday` becomes `today` or `yesterday`."""
    if not context.day:
        return text
    word = rng.choice(("today", "yesterday"))
    return outside_quotes(
        text, lambda p: re.sub(rf"\bon {context.day}\b", word, p, count=1)
    )


def digits_to_words(text: str, _: random.Random, __: Context) -> str:
    return outside_quotes(
        text, lambda p: re.sub(r"\b([2-9]|1[0-2])\b(?![.,:]\d)", _word, p)
    )


def words_to_digits(text: str, _: random.Random, __: Context) -> str:
    return outside_quotes(
        text,
        lambda p: re.sub(
            r"\b(" + "|".join(_NUMBERS[2:]) + r")\b",
            lambda m: str(_NUMBERS.index(m[0])),
            p,
        ),
    )


def british(text: str, _: random.Random, __: Context) -> str:
    for a, b in (
        ("center", "centre"),
        ("harbor ", "harbour "),
        ("meters", "metres"),
        ("percent", "per cent"),
        ("color", "colour"),
        ("organiz", "organis"),
    ):
        text = text.replace(a, b)
    return text


def present_tense(text: str, _: random.Random, __: Context) -> str:
    return outside_quotes(text, lambda p: re.sub(r"\bsaid\b", "says", p))


def tighten(text: str, _: random.Random, __: Context) -> str:
    """Drop filler words."""
    return outside_quotes(
        text,
        lambda p: re.sub(
            r" (?:however|also|still|now|already|very|early|late|fully|long)\b", "", p
        ),
    )


def fuse_after(text: str, _: random.Random, __: Context) -> str:
    """Break at a conjunction: one sentence becomes two."""
    return outside_quotes(
        text,
        lambda p: re.sub(
            r", (?:and|but) (the|he|she|it|they|its|two|three)\b",
            lambda m: ". " + m[1].capitalize(),
            p,
            count=1,
        ),
    )


def front_adverbial(text: str, _: random.Random, context: Context) -> str:
    """Move `on Tuesday` to the front of the sentence."""
    if not context.day or '"' in text:
        return text
    moved, n = re.subn(rf" on {context.day}\b(?!,)", "", text, count=1)
    if not n or not moved[:1].isupper():
        return text
    first = moved.split(" ", 1)[0]
    head = moved if first not in _STARTS else moved[0].lower() + moved[1:]
    return f"On {context.day}, {head}"


def _word(match: re.Match[str]) -> str:
    return _NUMBERS[int(match[0])]


_STARTS = {"A", "An", "The", "About", "Some", "More", "Nobody", "Five", "Six", "Nine"}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()

FITTED = (
    synonyms,
    invert_attribution,
    drop_clause,
    drop_source,
    weekday_to_date,
    tighten,
)
HELD_OUT = (
    other_synonyms,
    drop_tail,
    to_today,
    words_to_digits,
    digits_to_words,
    british,
    present_tense,
    fuse_after,
    front_adverbial,
)
