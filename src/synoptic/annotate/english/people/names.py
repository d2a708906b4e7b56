"""Names in a report: by its own rules, and the pipeline's where there is one."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from synoptic.annotate.english.people.lexicon import people
from synoptic.model import Span
from synoptic.text.places import demonyms, places, seats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.model import NameKind, Report

Named = tuple[Span, "NameKind"]

_KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
_CAP = (
    r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Prof|Rev)\."
    r"|[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]|[A-Z]\."
)
_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|la|le|ten|ter)"
_RUN = re.compile(rf"(?:{_CAP})(?:[ \xa0](?:(?:{_PARTICLE})[ \xa0]){{0,2}}(?:{_CAP}))*")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_DOTTED = re.compile(r"(?<!\w)(?:U\.S\.A\.|U\.S\.|U\.K\.|U\.N\.|E\.U\.)")
_POSSESSIVE = re.compile(r"[’']s?$")
_AS_SPEAKER = re.compile(
    r" (?:said|says|told|added|wrote|asked|replied|shouted)\b"
    r"|, (?:an?|the|who|his|her) "
)
_OPENS = re.compile(r"(?:^|\n|[.?!][”\"’]?\s|[^”\"’,\w]\s)$")
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|asked|replied|shouted) $")
_NOT_NAMES = frozenset(
    "the a an i he she it we they you this that these those in on at by for from with "
    "and but or if when while as after before what who why how there here not no yes "
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december today tomorrow "
    "yesterday my his her its our their your mr mrs ms dr also so then now asked "
    "according earlier later meanwhile still even just both many some most one two "
    "three all another other such".split()
)
_BODIES = frozenset(
    "university institute council committee party company corp inc bank agency "
    "association ministry department commission court union army group foundation "
    "center centre times post news journal congress senate house parliament office "
    "bureau service police administration federation league alliance authority fund "
    "society organization organisation network press campaign coalition navy guard "
    "board union airlines".split()
)
_KINDS_OF_BODY = frozenset(
    "department office agency ministry committee commission institute university "
    "council bureau association foundation administration".split()
)
_CAPITALS_BEFORE = re.compile(r"(?:(?!The |A |An )[A-Z][\w’'&-]+ ){1,4}$")
# "the F.B.I.", which is no place though it stands like one
_INITIALS = re.compile(r"(?:[A-Z]\.){3,}")
_KNOWN_BODIES = frozenset(
    "NATO EU UN FBI CIA NSA IMF WHO OPEC BBC CNN NBC CBS ABC PBS NPR AP AFP MSNBC IAEA "
    "OSCE GOP NRA ACLU ISIS Congress Senate Reuters Hamas Hezbollah Taliban Google "
    "Facebook Twitter Telegram Apple Amazon Microsoft Tesla Interpol Europol Politico "
    "Axios Bloomberg Breitbart BuzzFeed HuffPost Newsweek".split()
)
# a page's own calls to its readers too: none of them is part of a name
_BEFORE_NAMES = frozenset(
    "the a an some most many few several other breaking exclusive listen watch".split()
)
_FULL_NAME = 2
_NO_PERSONS = frozenset("former ex then".split())
_LIKE_A_PERSON = re.compile(r", (?:who|\d\d|Jr|Sr)\b")
# "Vell lost his seat": the words after a name, up to the next one
_HIS_OWN = re.compile(
    r"(?:[’']s)? [^.;:“”\"A-Z\n]{0,60}?\b(his|himself|her|herself|he|she|its|it|they)\b"
)


def find_names(
    report: Report, ents: Iterable[tuple[Span, str]] = ()
) -> tuple[Named, ...]:
    """Names with their kinds, in order, none overlapping.

    Args:
        report: The report.
        ents: The pipeline's names with its own labels; none: rules only.
    """
    text = report.text
    body = report.spans_of("body", "subheadline")
    found = {
        span: kind
        for block in body
        for span, kind in _by_rules(text, block, pipeline=bool(ents))
    }
    for span, label in ents:
        kind = _KINDS.get(label)
        clean = _clean(text, span) if kind else None
        if kind and clean and any(clean.within(b) for b in body):
            found.setdefault(clean, kind)
    if not ents:
        found |= _with_last_names(text, body, found)
    kept = _without_overlaps(found)
    voted = _vote(text, kept)
    return _completed(report, voted)


def _by_rules(text: str, block: Span, *, pipeline: bool) -> Iterator[Named]:
    lexicon = people()
    for short in _DOTTED.finditer(text, block.start, block.end):
        united = short.group() == "U.N."
        yield Span(*short.span()), "organisation" if united else "place"
    for run in _RUN.finditer(text, block.start, block.end):
        words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(run.group())]
        start = run.start()
        at = 0
        while at < len(words):
            bare = _POSSESSIVE.sub("", words[at][2])
            size, kind = _listed(run.group(), words, at)
            if kind is None and bare.lower().rstrip(".") in lexicon.titles:
                at += 1
                follows = _person(words, at)
                if follows > at and not pipeline:
                    span = Span(start + words[at][0], start + words[follows - 1][1])
                    yield _bare(text, span), "person"
                    at = follows
                continue
            if (
                kind is None
                and bare.lower() in lexicon.first_names
                and at + 1 < len(words)
            ):
                end = _person(words, at)
                if end - at > 1:
                    span = Span(start + words[at][0], start + words[end - 1][1])
                    yield _bare(text, span), "person"
                    at = end
                    continue
            if kind is None and bare.lower() in _NOT_NAMES:
                at += 1
                continue
            if kind is None and not pipeline:
                end = start + words[-1][1]
                if len(words) - at < 4 and _speaks(text, start + words[at][0], end):
                    yield _bare(text, Span(start + words[at][0], end)), "person"
                    break
            if kind is None and not pipeline and len(words) - at > 1:
                last = _POSSESSIVE.sub("", words[-1][2]).lower()
                if last in _BODIES:
                    size, kind = len(words) - at, "organisation"
            if kind is not None:
                span = Span(start + words[at][0], start + words[at + size - 1][1])
                yield _bare(text, span), kind
            at += size


def _listed(
    run: str, words: Sequence[tuple[int, int, str]], at: int
) -> tuple[int, NameKind | None]:
    """How many words from one on are a name of the lists, and of which kind."""
    for length in (4, 3, 2, 1):
        if at + length > len(words):
            continue
        name = _POSSESSIVE.sub("", run[words[at][0] : words[at + length - 1][1]])
        if name in seats() or name in _KNOWN_BODIES:
            return length, "organisation"
        if name in places():
            return length, "place"
        if name in demonyms():
            return length, "group"
    return 1, None


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a name stands as one who speaks: beside "said", or with an apposition."""
    last = _POSSESSIVE.sub("", text[start:end].rsplit(maxsplit=1)[-1]).lower()
    if last in _BODIES:
        return False
    if " " not in text[start:end] and _OPENS.search(text, max(0, start - 3), start):
        return False  # "Police said": it may be any word
    behind = _AS_SPEAKER.match(text, end, end + 30)
    before = _SAID_BEFORE.search(text, max(0, start - 12), start)
    return behind is not None or before is not None


def _person(words: Sequence[tuple[int, int, str]], at: int) -> int:
    """Where a person's name that begins at a word ends."""
    end = at
    while end < len(words) and end - at < 4:
        word = words[end][2]
        if word.lower() in _NOT_NAMES or word in demonyms() or word in places():
            break
        end += 1
        if _POSSESSIVE.search(word):
            break
    return end


def _bare(text: str, span: Span) -> Span:
    ending = _POSSESSIVE.search(text[span.start : span.end])
    return Span(span.start, span.end - len(ending.group())) if ending else span


def _clean(text: str, span: Span) -> Span | None:
    """A name without title, article, possessive and marks; None: it is no name."""
    start, end = span
    raw = text[start:end]
    if "\n" in raw:
        return None
    words = list(_WORD.finditer(raw))
    while words:
        word = _POSSESSIVE.sub("", words[0].group()).lower().rstrip(".")
        title = word in people().titles and len(words) > 1
        article = word in _BEFORE_NAMES
        if not (title or article or not words[0].group()[0].isupper()):
            break
        words = words[1:]
    while words and not (words[-1].group()[0].isupper() or words[-1].group().isdigit()):
        words = words[:-1]
    if not words or len(words) > 6:
        return None  # a headline in capitals, taken for one long name
    clean = _bare(text, Span(start + words[0].start(), start + words[-1].end()))
    name = text[clean.start : clean.end]
    if name.lower() in _KINDS_OF_BODY:
        # "Department" of "the Justice Department" is half a name, or none
        before = _CAPITALS_BEFORE.search(text, max(0, clean.start - 60), clean.start)
        if before is None:
            return None
        clean = Span(before.start(), clean.end)
        name = text[clean.start : clean.end]
    if name.lower().rstrip(".") in _NOT_NAMES | people().titles or len(name) < 2:
        return None
    return clean


def _with_last_names(
    text: str, blocks: Sequence[Span], found: dict[Span, NameKind]
) -> dict[Span, NameKind]:
    """Full names that end in the last name of somebody who speaks."""
    last_names = {
        text[span.start : span.end].rsplit(maxsplit=1)[-1]
        for span, kind in found.items()
        if kind == "person"
    }
    more: dict[Span, NameKind] = {}
    for block in blocks:
        for run in _RUN.finditer(text, block.start, block.end):
            clean = _clean(text, Span(*run.span()))
            words = text[clean.start : clean.end].split() if clean else []
            if clean and 1 < len(words) < 4 and words[-1] in last_names:
                more[clean] = "person"
    return more


def _without_overlaps(found: dict[Span, NameKind]) -> list[Named]:
    kept: list[Named] = []
    for span, kind in sorted(found.items(), key=lambda f: (f[0].start, -f[0].end)):
        if kept and kept[-1][0].overlaps(span):
            continue
        kept.append((span, kind))
    return kept


def _vote(text: str, names: Sequence[Named]) -> list[Named]:
    """The kind that most mentions of a form have; lists outvote the pipeline."""
    names = [n for n in names if not _is_one_of(text[n[0].start : n[0].end])]
    votes: dict[str, Counter[NameKind]] = {}
    for span, kind in names:
        votes.setdefault(text[span.start : span.end], Counter())[kind] += 1
    surnames = {
        form.split()[-1]
        for form, counted in votes.items()
        if " " in form and counted["person"]
    }
    shown = {
        text[s.start : s.end]
        for s, kind in names
        if _is_shown_a_person(text, s)
        or (kind == "organisation" and _has_his_own(text, s))
    }
    settled: dict[str, NameKind] = {}
    for form, counted in votes.items():
        if form in places() and form not in seats():
            settled[form] = "place"
        elif form in seats() or form in _KNOWN_BODIES or _INITIALS.fullmatch(form):
            settled[form] = "organisation"
        elif form in demonyms() or _adherents(form):
            settled[form] = "group"
        elif form in surnames or form in shown:
            settled[form] = "person"
        else:
            settled[form] = min(counted, key=lambda k: (-counted[k], k))
    return [(span, settled[text[span.start : span.end]]) for span, _ in names]


def _is_shown_a_person(text: str, span: Span) -> bool:
    """Whether a title before or "who" behind it tells that a name is a person's."""
    words = text[span.start : span.end].split()
    if len(words) == 1:
        before = _WORD.findall(text[max(0, span.start - 16) : span.start])
        title = before[-1].lower().rstrip(".") if before else ""
        gap = text[max(0, span.start - 2) : span.start].lstrip(".")
        return title in people().titles - _NO_PERSONS and gap in (" ", "\xa0")
    return len(words) == _FULL_NAME and bool(_LIKE_A_PERSON.match(text, span.end))


def _has_his_own(text: str, span: Span) -> bool:
    """Whether a word taken for a body is somebody, with something of "his"."""
    word = text[span.start : span.end]
    if not word.istitle() or not word.isalpha() or word.lower() in _BODIES:
        return False
    own = _HIS_OWN.match(text, span.end)
    return own is not None and own.group(1) in ("his", "himself", "her", "herself")


def _adherents(form: str) -> bool:
    """Whether it is those of a party, a faith or a descent."""
    return form.lower().removesuffix("s") in people().adherents


def _is_one_of(form: str) -> bool:
    """Whether it is no name, but one of a state's or a chamber's: "Ohio Republican"."""
    words = form.split()
    return len(words) > 1 and words[-1].lower() in people().adherents


def _completed(report: Report, names: Sequence[Named]) -> tuple[Named, ...]:
    """With every further mention of a known name, in the headlines too."""
    text = report.text
    forms: dict[str, NameKind] = {}
    for span, kind in names:
        form = text[span.start : span.end]
        if kind == "person":
            last = form.split()[-1]
            if len(last) > 2 and last.lower() not in _NOT_NAMES:
                forms.setdefault(last, "person")
        forms[form] = kind
    if not forms:
        return tuple(names)
    longest = sorted((f for f in forms if len(f) > 1), key=len, reverse=True)
    known = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"
    )
    taken = sorted(span for span, _ in names)
    more: list[Named] = []
    at = 0
    wanted = report.spans_of("headline", "subheadline", "body", "crosshead")
    for block in wanted:
        for match in known.finditer(text, block.start, block.end):
            span = Span(match.start(), match.end())
            while at < len(taken) and taken[at].end <= span.start:
                at += 1
            if at < len(taken) and taken[at].start < span.end:
                continue
            more.append((span, forms[match.group()]))
    return tuple(sorted([*names, *more]))
