"""What a thing is called under which its positions stand."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from synoptic.collate.positions.items import GENERIC, stem_of
from synoptic.collate.positions.likeness import weight
from synoptic.collate.positions.mentions import in_more_words
from synoptic.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from synoptic.collate.positions.groups import Group
    from synoptic.collate.positions.items import Item
    from synoptic.model import Annotations, Report

_LONGEST = 64
_A_PRINT = 14.0  # so many bits in a name are worth one more print of it
_TOP_BITS = 24.0
_LEADING = re.compile(
    r"^(?:(?:the|a|an|any|this|that|these|those|such|his|her|its|their|our|my|your|"
    r"all|some|several|many|both)\s+)+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|their|its|us|we|our|this|that|those)\b"
)
# what is said of a thing is not its name
_SAID = frozenset(
    map(stem_of, "support backing opposition statement remark comment response".split())
)
_ENDS = " ,;:–—―-'‘’"
# what is to be done, as a clause: "the fee should not be raised"
_DUTY = re.compile(
    r"(?P<who>(?:(?!\b(?:that|wh\w+|how|if)\b).)+?)"
    r"(?:\s+(?:should|must|ought to|would|will|shall|(?:ha[sd]|have|needs?) to)\b"
    r"|[’'](?:ll|d)\b)(?P<denied>\s+(?:not|never)\b|n[’']t\b)?\s+(?=[a-z])",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"no[ -]one|nobody|none|neither", re.IGNORECASE)
_NO = re.compile(r"^(?:no|neither) ", re.IGNORECASE)
# what is being done: "it was replacing the pier"
_DOING = re.compile(
    r"(?:I|you|he|she|it|we|they)(?: (?:am|is|are|was|were)|[’'](?:m|s|re))"
    r"(?: (?:now|also|just|simply|already|still))? (?=\w+ing\b)"
)
_DOUBLE = re.compile('["“”„«»]')


def name_of(
    group: Group,
    items: Sequence[Item],
    reports: Mapping[str, Report],
    known: Mapping[str, Annotations],
) -> str:
    """The form that tells most among the short ones; a body's before a headline's.

    A thing that is only called "the bill" goes by the words in which a report brings it
    in.

    Args:
        group: The thing.
        items: Its items in order of the reports.
        reports: By id.
        known: What is known of each report, by its id.
    """
    if all(_is_bare(item, reports[item.report]) for item in items):
        # what is new to the reader is told in full
        for item in sorted(items, key=lambda i: i.known):
            syntax = known[item.report].syntax
            phrase = syntax and in_more_words(item, reports[item.report], syntax)
            if phrase:
                return tidy(reports[item.report].quote(phrase))
    called: Counter[str] = Counter()
    worth: dict[str, tuple[tuple[bool, ...], float]] = {}
    for item in items:
        form = _as_deed(item, tidy(_in_full(item, reports[item.report])))
        called[form] += 1
        worth[form] = (
            (
                item.full,
                len(form) <= _LONGEST
                and item.statement.block == "body"
                and group.medoid.core - GENERIC <= item.stems,
                _PRONOUN.search(form) is None and item.head not in _SAID,
                bool(item.owner) or item.full,
            ),
            min(weight(item.stems), _TOP_BITS) / _A_PRINT,
        )
    return max(called, key=lambda f: (worth[f][0], called[f] + worth[f][1], f))


def _is_bare(item: Item, report: Report) -> bool:
    """Whether one word of no name is all that tells what it is: "the fund"."""
    if item.head in _SAID or item.owner:
        return False
    printed = report.quote(item.words)
    return not item.full or (len(item.core) == 1 and printed.islower())


def _in_full(item: Item, report: Report) -> str:
    """The words for a thing; with "to" where a wish leaves the verb bare."""
    if item.wished is None:
        return report.quote(item.words)
    before = report.quote(Span(item.words.start, item.wished))
    return f"{before}to {report.quote(Span(item.wished, item.words.end))}"


def _as_deed(item: Item, form: str) -> str:
    """A clause as the deed that the stance is about: "the fee to be raised".

    Who is against it says that it should not be: with "not" in its name he would seem
    to be against that.
    """
    doing = _DOING.match(form)
    if doing is not None:
        return form[doing.end() :]
    duty = _DUTY.match(form) if item.deed else None
    if duty is None:
        return form
    who, deed = duty["who"], form[duty.end() :]
    nobody = _NOBODY.fullmatch(who) is not None
    named = _NO.sub("", who, count=1)
    denied = duty["denied"] or nobody or named != who
    if denied and item.statement.stance != "against":
        return form
    return deed if nobody or _PRONOUN.fullmatch(who.lower()) else f"{named} to {deed}"


def tidy(words: str) -> str:
    """A phrase without articles before it, loose marks, and marks left half open.

    Example:
        >>> tidy("a “clean” toll bill")
        '“clean” toll bill'
        >>> tidy("their “toll plan")
        'toll plan'
    """
    form = " ".join(words.split())
    if form.count("(") > form.count(")"):
        form = form[: form.rindex("(")]
    elif form.count(")") > form.count("("):
        form = form.replace(")", "", 1)
    if form.count("[") != form.count("]"):
        form = form.replace("[", "").replace("]", "")
    form = form.strip(_ENDS)
    marks = _DOUBLE.findall(form)
    if len(marks) % 2 or (form[:1] in '"“' and form[-1:] in '"”'):
        form = _DOUBLE.sub("", form)
    return _LEADING.sub("", form).strip(_ENDS) or form
