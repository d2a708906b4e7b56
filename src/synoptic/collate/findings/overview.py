"""Findings about whole reports: what they share, which to read, how they open."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from synoptic.collate.findings.story import counted, finding, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.collate.findings.story import Pair, StoryText
    from synoptic.model import Finding, Reading, Span

_SAME_PART = 0.95
_MOST_SAME = 3
_CARRIED_PART = 0.95
_WORTH_READING = 2 / 3
"""To be told that nearly all of the reports must be read helps nobody."""


def shared_passages(story: StoryText) -> Iterator[Finding]:
    """How much stands in more than one report, with the longest shared passage."""
    shared = [unit for unit in story.units if unit.links]
    if not shared:
        n = len(story.reports)
        where = "both A and B" if n == 2 else f"two of the {n} reports"
        text = f"No passage stands in {where} in the same, edited or reworded words."
        yield finding("shared", text, 70.0, [])
        return
    longest = max(
        (link for _, link in story.links()),
        key=lambda link: (link.kind != "reworded", story.words(link.a, link.a_spans)),
    )
    evidence = [(longest.a, s) for s in longest.a_spans]
    evidence += [(longest.b, s) for s in longest.b_spans]
    if len(story.reports) == 2:
        text = _of_two(story)
    else:
        n = len(story.reports)
        everywhere = sum(len(u.readings) == n for u in shared) or "none"
        verb = "stands" if len(shared) == 1 else "stand"
        text = (
            f"{counted(len(shared), 'passage')} of {len(story.units)} {verb} in two or "
            f"more of the {n} reports, {everywhere} in all of them."
        )
    opening = story.quote(longest.a, longest.a_spans[0])
    yield finding("shared", f"{text} The longest: “{_bare(opening)}”", 70.0, evidence)


def _of_two(story: StoryText) -> str:
    kinds: dict[str, int] = defaultdict(int)
    for _, link in story.links():
        kinds[link.kind] += 1
    told = [
        (kinds["verbatim"], "in the same words"),
        (kinds["edited"], "edited"),
        (kinds["reworded"], "reworded"),
    ]
    (first, how), *others = [(n, how) for n, how in told if n]
    parts = [f"{counted(first, 'passage')} {how}", *(f"{n} {how}" for n, how in others)]
    for pair in story.pairs():
        a, b = (story.reports[k].id for k in (pair.a, pair.b))
        part_a = round(100 * pair.words_a / story.body_words(a))
        part_b = round(100 * pair.words_b / story.body_words(b))
        return (
            f"The same or edited words make up {part_a} % of A and {part_b} % of B: "
            f"{listed(parts)}."
        )
    return f"In both A and B: {listed(parts)}."


def same_texts(story: StoryText) -> Iterator[Finding]:
    """Reports whose text stands whole, or nearly, in another.

    Those that are all the same text, each as the other, are one finding.
    """
    totals = [story.body_words(report.id) for report in story.reports]
    whole: dict[tuple[int, int], Pair] = {}
    parts: list[tuple[Pair, float, float]] = []
    found = []
    for pair in story.pairs():
        part_a = pair.words_a / max(totals[pair.a], 1)
        part_b = pair.words_b / max(totals[pair.b], 1)
        if min(part_a, part_b) >= _SAME_PART:
            whole[pair.a, pair.b] = pair
        elif max(part_a, part_b) >= _SAME_PART:
            parts.append((pair, part_a, part_b))
    groups = _alike(whole)
    first = {k: group[0] for group in groups for k in group}
    told: set[tuple[int, int]] = set()
    for pair, part_a, part_b in parts:
        one, other = sorted(first.get(k, k) for k in (pair.a, pair.b))
        two = (one, other)
        if two not in told:  # in one of the prints of a text is enough
            told.add(two)
            found.append(_inside(story, pair, part_a, part_b))
    for group in groups:
        pairs = [whole[two] for two in combinations(group, 2)]
        part = min(min(p.words_a / totals[p.a], p.words_b / totals[p.b]) for p in pairs)
        found.append(_same_text(story, group, part))
    yield from sorted(found, key=lambda f: (-f.weight, f.id))[:_MOST_SAME]


def _alike(whole: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups in which every two reports are the same text, greedily from the first."""
    whole = set(whole)
    groups: list[list[int]] = []
    for k in sorted({k for two in whole for k in two}):
        for group in groups:
            if all((other, k) in whole for other in group):
                group.append(k)
                break
        else:
            groups.append([k])
    return [group for group in groups if len(group) > 1]


def _same_text(story: StoryText, group: Sequence[int], part: float) -> Finding:
    ids = [story.reports[k].id for k in group]
    names = listed([story.name(report) for report in ids])
    edited = sum(
        any(k.kind == "edited" and k.a in ids and k.b in ids for k in unit.links)
        for unit in story.units
    )
    same = "nearly the same text" if edited else "the same text"
    if len({story.reports[k].text for k in group}) == 1:
        same = "identical: the same text, character for character"
    notes = []
    if part < 1:
        each = "the other" if len(group) == 2 else "every other"
        notes.append(f"at least {int(100 * part)} % of each stands in {each}")
    if edited:
        notes.append(f"{counted(edited, 'passage')} edited")
    text = f"{names} are {same}{': ' if notes else ''}{', '.join(notes)}."
    evidence = _longest_link(story, ids[0], ids[1])
    return finding("same-text", text, 60.0 + 25.0 * part, evidence)


def _inside(story: StoryText, pair: Pair, part_a: float, part_b: float) -> Finding:
    a, b = story.reports[pair.a].id, story.reports[pair.b].id
    inner, outer = (a, b) if part_a > part_b else (b, a)
    most, least = max(part_a, part_b), min(part_a, part_b)
    text = (
        f"{round(100 * most)} % of {story.name(inner)} stands in {story.name(outer)} "
        f"in the same or edited words; it makes up {round(100 * least)} % of "
        f"{story.name(outer)}."
    )
    evidence = _longest_link(story, a, b)
    return finding("same-text", text, 60.0 + 25.0 * least, evidence)


def _longest_link(story: StoryText, a: str, b: str) -> list[tuple[str, Span]]:
    links = [link for _, link in story.links() if (link.a, link.b) == (a, b)]
    if not links:
        return []
    longest = max(links, key=lambda link: story.words(link.a, link.a_spans))
    return [(a, longest.a_spans[0]), (b, longest.b_spans[0])]


def to_read(story: StoryText) -> Iterator[Finding]:
    """For more than three reports, the fewest that carry 95 % of the units.

    Greedy set cover (Chvatal 1979), ties by the order of the reports.
    """
    if len(story.reports) <= 3:
        return
    carried = [
        {
            k
            for k, u in enumerate(story.units)
            if any(r.report == report.id for r in u.readings)
        }
        for report in story.reports
    ]
    wanted = _CARRIED_PART * len(story.units)
    chosen: list[int] = []
    covered: set[int] = set()
    while len(covered) < wanted:
        best = max(range(len(carried)), key=lambda k: (len(carried[k] - covered), -k))
        if not carried[best] - covered:
            break
        chosen.append(best)
        covered |= carried[best]
    if not chosen or len(chosen) > _WORTH_READING * len(story.reports):
        return
    names = listed([story.name(story.reports[k].id) for k in sorted(chosen)])
    part = round(100 * len(covered) / len(story.units))
    yield finding(
        "to-read",
        f"To read nearly everything, read {names}: {part} % of the passages of all "
        f"{len(story.reports)} reports stand there.",
        88.0,
        [],
    )


def headlines(story: StoryText) -> Iterator[Finding]:
    """The headlines side by side, when they differ."""
    printed: dict[str, list[tuple[str, Span]]] = {}
    for report in story.reports:
        spans = report.spans_of("headline")
        if spans:
            words = story.quote(report.id, spans[0])
            printed.setdefault(words.casefold(), []).append((report.id, spans[0]))
    if len(printed) < 2:
        return
    parts = []
    for places in printed.values():
        names = listed([story.name(report) for report, _ in places])
        parts.append(f"{names} “{_bare(story.quote(*places[0]))}”")
    evidence = [place for places in printed.values() for place in places]
    yield finding("headlines", "Headlines: " + "; ".join(parts) + ".", 45.0, evidence)


def only_here(story: StoryText) -> Iterator[Finding]:
    """One line a report: what stands there and in no other; then those without any.

    Nothing is said where no two reports share anything: then all of each does.
    """
    if len(story.reports) > 2 and not any(unit.links for unit in story.units):
        return
    without = []
    for k, report in enumerate(story.reports):
        alone = _alone(story, report.id)
        name = story.name(report.id)
        if not alone:
            without.append(name)
            continue
        words = sum(story.words(report.id, reading.spans) for reading in alone)
        part = round(100 * words / story.body_words(report.id))
        share = f"{part} %" if part else "less than 1 %"
        text = f"{counted(len(alone), 'passage')} only in {name}: {share} of its words."
        alone.sort(key=lambda r: (-story.words(report.id, r.spans), r.spans))
        evidence = [(report.id, span) for span in alone[0].spans]
        text += f" The longest: “{_bare(story.quote(*evidence[0]))}”"
        yield finding("only-here", text, 5.0 - k / 1000, evidence)
    if without:
        where = "in the other" if len(story.reports) == 2 else "in another report"
        text = f"Everything in {listed(without)} stands {where}, too."
        yield finding("only-here", text, 4.0, [])


def _alone(story: StoryText, report: str) -> list[Reading]:
    """The readings of a report that share nothing; those without a word left out."""
    return [
        reading
        for unit in story.units
        if len(unit.readings) == 1
        for reading in unit.readings
        if reading.report == report
        and story.words(report, reading.spans)
        and not any(
            own.overlaps(other)
            for own in reading.spans
            for other in story.in_partly[report]
        )
    ]


def _bare(words: str) -> str:
    return words.strip('“”"')
