"""Quotations in the captions of pictures, by rules.

A caption is often by another hand than the report: what it says is marked as a
caption's, and nothing else of a report is read by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.cast import Cast
from synoptic.annotate.english.quotations.assemble import Assembly
from synoptic.annotate.english.quotations.pattern import cues_by_pattern
from synoptic.annotate.english.quotations.speakers import Speakers
from synoptic.model import Span
from synoptic.text.quoted import find_quoted
from synoptic.text.split import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from synoptic.annotate.english.people.cast import Member
    from synoptic.annotate.english.quotations.draft import Draft
    from synoptic.model import Report
    from synoptic.text.quoted import Quoted


@dataclass(frozen=True, slots=True)
class Captioned:
    """What the captions of a report say, and who speaks in them."""

    drafts: tuple[Draft, ...]
    quoted: tuple[Quoted, ...]
    speakers: Speakers


def read_captions(report: Report, cast: Cast) -> Captioned:
    """Drafts of the quotations in a report's captions, in order.

    A speaker is known by a name that the report's own text has; a pronoun stays open.
    """
    text, blocks = report.text, report.spans_of("caption")
    sentences = [s for b in blocks for s in split_sentences(text, b.start, b.end)]
    quoted = tuple(find_quoted(text, blocks))
    cues = cues_by_pattern(text, sentences, [q.span for q in quoted])
    drafts = Assembly(text, sentences, quoted, cues, {}).drafts(blocks)
    named = Cast(cast.members, _mentions(text, blocks, cast))
    return Captioned(tuple(drafts), quoted, Speakers(text, named, {}))


def _mentions(text: str, blocks: Sequence[Span], cast: Cast) -> dict[Span, Member]:
    """The names of a report's cast where they stand in its captions."""
    bearers: dict[str, set[int]] = {}
    members = cast.members
    for number, member in enumerate(members):
        forms = {member.name, *member.forms}
        if member.kind == "person":
            forms.add(member.name.split()[-1])
        for form in forms:
            bearers.setdefault(form, set()).add(number)
    sole = {form: min(own) for form, own in bearers.items() if len(own) == 1}
    longest = sorted(sole, key=lambda f: (-len(f), f))
    if not longest:
        return {}
    known = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"
    )
    return {
        Span(*match.span()): members[sole[match.group()]]
        for block in blocks
        for match in known.finditer(text, block.start, block.end)
    }
