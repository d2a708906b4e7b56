"""Findings inside shared passages: words that differ, clauses on one side only."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.collate.entities.spelling import same_first_name
from synoptic.collate.findings.story import finding
from synoptic.model import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.collate.findings.story import StoryText
    from synoptic.model import Edit, EditClass, Link

_MOST_OF_A_KIND = 3
# numbers are left to the comparison of figures and dates, which reads them first
_WEIGHT: dict[EditClass, float] = {"negation": 78.0, "name": 62.0}
_NAME_WORDS = 5
_FEW = 4
_SMALL = frozenset("of the and in at for from to by with de van von al a an on".split())
_NEGATIVE = frozenset(
    "not no never nothing none nobody nowhere neither without".split()
)
_ZONES = frozenset(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST".split()
)
_MARKS = re.compile(r"\W+")
_CODE = re.compile(r"\[\w*\d\w*\]?")  # a wire's number of a story
_NOTHING = Finding("", "", "", 0.0, ())
_CONTENT = ("that ", "whether ")
_SAYS_WHO = re.compile(
    r"\b(?:according to|said|says|say|told|familiar with|sources?|officials?|citing|"
    r"cited|reported|spokes\w+|statement|condition of anonymity|tweet\w*|added|adding|"
    r"wrote|noted|continued|specified|announced|replied|asked|argued|explained)\b"
    r"|^\s*[^\W\d_][\w .'’()-]{2,40}:",  # a turn of a transcript
    re.IGNORECASE | re.MULTILINE,
)


def differing_words(story: StoryText) -> Iterator[Finding]:
    """Names and negations that differ inside edited passages."""
    by_kind: dict[EditClass, list[tuple[float, Link, Edit]]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for _, link in story.links():
        if link.kind != "edited":
            continue
        for edit in link.edits:
            if edit.kind not in _WEIGHT or edit.op == "move":
                continue
            words = (_words(story, link.a, edit.a), _words(story, link.b, edit.b))
            apart = _names_differ if edit.kind == "name" else _stand_for_each_other
            if not apart(*words):
                continue
            if edit.kind == "negation" and _denied_on_both(story, link, words):
                continue
            bare = _folded(words[0]), _folded(words[1])
            if bare not in seen and bare[::-1] not in seen:
                seen.add(bare)
                by_kind[edit.kind].append((link.score, link, edit))
    for kind in sorted(by_kind):
        ranked = sorted(
            by_kind[kind], key=lambda r: (-r[0], r[1].a, r[1].a_spans, r[1].b)
        )
        for score, link, edit in ranked[:_MOST_OF_A_KIND]:
            yield _difference(story, link, edit, _WEIGHT[kind] + score)


def _names_differ(a: str, b: str) -> bool:
    """Whether two stretches are names and little else; longer ones are other wording.

    "Mayor Holm" beside "Mrs Holm" is one; half a clause beside "early on Monday" none.
    """
    sides = [a.split(), b.split()]
    if all(sides) and same_first_name(sides[0][0], sides[1][0]):
        return False  # "Jim" and "James P"
    if all(sides) and _shortened(sides[0][-1], sides[1][-1]):
        return False  # "of Arizona" and "Ariz"
    return all(len(words) <= _NAME_WORDS and _all_names(words) for words in sides)


def _all_names(words: Sequence[str]) -> bool:
    """Whether words are a name, a title before it perhaps; no words are none, too.

    "At 8 p.m. GMT", "Italian police said" and "and Queen Ada" are none.
    """
    if words and {words[0].casefold(), words[-1].casefold()} & {"and", "or"}:
        return False  # one more name beside others
    told = [w for w in words if w.casefold().strip(".,") not in _SMALL]
    if not told or any(c.isdigit() or w in _ZONES for w in told for c in w):
        return not words
    small = sum(not w[:1].isupper() for w in told)
    return small <= 1 and told[-1][:1].isupper()


def _shortened(a: str, b: str) -> bool:
    """Whether one word is the beginning of the other."""
    short, long = sorted((a.casefold().strip(".,"), b.casefold().strip(".,")), key=len)
    return len(short) >= _FEW - 1 and long.startswith(short)


def _stand_for_each_other(a: str, b: str) -> bool:
    """Whether two stretches can say one thing and its denial: about as long.

    Where one side has nothing, "not" or "did not" denies the rest; half a clause with
    a "not" of its own denies itself.
    """
    n, m = sorted((len(a.split()), len(b.split())))
    return m < _FEW if not n else m <= _FEW or 2 * n >= m


def _denied_on_both(story: StoryText, link: Link, words: tuple[str, str]) -> bool:
    """Whether what one side adds is a "nothing" or "not" that the other has as well."""
    if all(words):
        return False
    report, spans = (link.b, link.b_spans) if words[0] else (link.a, link.a_spans)
    printed = story.reports[story.index[report]]
    there = " ".join(printed.quote(span) for span in spans).casefold().split()
    added = {w.strip('.,;:!?“”"') for w in (words[0] or words[1]).casefold().split()}
    return bool(added & _NEGATIVE & {w.strip('.,;:!?“”"') for w in there})


def _folded(words: str) -> str:
    return _MARKS.sub(" ", _CODE.sub("", words).casefold()).strip()


def _difference(story: StoryText, link: Link, edit: Edit, weight: float) -> Finding:
    a, b = story.name(link.a), story.name(link.b)
    words_a, words_b = _words(story, link.a, edit.a), _words(story, link.b, edit.b)
    if not words_a or not words_b:
        one, words = (a, words_a) if words_a else (b, words_b)
        text = f"In a passage of both {a} and {b}, “{words}” stands in {one} only."
    else:
        text = f"In a passage of both, {a} has “{words_a}”, {b} has “{words_b}”."
    evidence = [
        (link.a, edit.a or link.a_spans[0]),
        (link.b, edit.b or link.b_spans[0]),
    ]
    return finding(f"differing-{edit.kind}", text, weight, evidence)


def _words(story: StoryText, report: str, span: Span | None) -> str:
    return story.quote(report, span) if span else ""


def one_sided_clauses(story: StoryText) -> Iterator[Finding]:
    """Clauses that one report prints beside a shared passage and the others do not.

    Those that say who says so are left to what is not in a report; of "he said on
    Monday that ..." what follows is no clause beside it. Where less than half of a
    sentence is shared, what is beside it is another report's own sentence; what leads
    up to a passage says little by itself.
    """
    linked: dict[tuple[str, Span], list[tuple[Span, Link]]] = defaultdict(list)
    for _, link in story.links():
        if link.kind == "reworded":
            continue
        for report, spans in ((link.a, link.a_spans), (link.b, link.b_spans)):
            for span in spans:
                linked[report, story.sentence(report, span)].append((span, link))
    found: dict[str, Finding] = {}
    for unit in story.units:
        if len(unit.readings) != 1 or len(unit.readings[0].spans) != 1:
            continue
        report, span = unit.readings[0].report, unit.readings[0].spans[0]
        links = linked.get((report, story.sentence(report, span)))
        words = story.quote(report, span).casefold()
        links = [
            (s, link)
            for s, link in links or ()
            if s.start < span.start and _is_the_core(story, link)
        ]
        if not links or _SAYS_WHO.search(_unquoted(words)):
            continue
        spoken = len(words) - len(_unquoted(words))
        own = Span(span.start, span.end - spoken)
        if story.says_who(report, own) or words.startswith(_CONTENT):
            continue
        if len(_unquoted(words).split()) < _FEW:
            continue
        clause = _clause(story, report, span, links[0][1])
        if clause.weight > found.get(words, _NOTHING).weight:
            found[words] = clause
    heaviest = sorted(found.values(), key=lambda f: (-f.weight, f.id))
    yield from heaviest[:_MOST_OF_A_KIND]


def _unquoted(words: str) -> str:
    """Words up to where a quotation that began before them ends."""
    before, mark, _ = words.partition("”")
    return before if mark and "“" not in before else words


def _is_the_core(story: StoryText, link: Link) -> bool:
    """Whether a link takes in at least half of the sentences that it lies in."""
    for report, spans in ((link.a, link.a_spans), (link.b, link.b_spans)):
        sentences = {story.sentence(report, span) for span in spans}
        if 2 * story.words(report, spans) < story.words(report, sentences):
            return False
    return True


def _clause(story: StoryText, report: str, span: Span, link: Link) -> Finding:
    other = link.b if report == link.a else link.a
    here, there = story.name(report), story.name(other)
    words = _unquoted(story.quote(report, span)).strip(" ,;–—-").removesuffix(".")
    words = words.replace("“", "‘").replace("”", "’")
    text = f"Beside a passage of both {here} and {there}, only {here} has: “{words}”."
    spans = link.b_spans if report == link.a else link.a_spans
    weight = 40.0 + min(story.words(report, [span]), 20) / 2
    return finding("clause-beside", text, weight, [(report, span), (other, spans[0])])
