"""What is not in a report, in a line or two for the first screen."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from synoptic.model import Evidence, Finding, part_id, siglum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from synoptic.model import Omission, OmissionKind, Report, Span

_MOST = 3
_SHOWN_CHARS = 160
_BESIDE_CHARS = 30
_PASSAGES = frozenset({"unit", "quotation"})
_PRONOUN = re.compile(
    r"(?:he|she|they|it|\w+ (?:he|she|they))(?: \w+)?$", re.IGNORECASE
)
_WEIGHT: dict[OmissionKind, float] = {
    "attribution": 82.0,
    "denial": 77.0,
    "credit": 69.0,
    "hedge": 64.0,
    "condition": 63.0,
    "quotation": 56.0,
    "figure": 54.0,
    "unit": 53.0,
}
_NAMED: dict[OmissionKind, str] = {
    "attribution": "source-beside",  # the name that earlier documents give it
    "denial": "denial-elsewhere",
    "credit": "credit-elsewhere",
    "hedge": "hedge-beside",
    "condition": "condition-beside",
    "quotation": "quotation-elsewhere",
    "figure": "figure-beside",
    "unit": "passage-elsewhere",
}


def omission_findings(
    reports: Sequence[Report], omissions: Sequence[Omission]
) -> tuple[Finding, ...]:
    """The weightiest things that are not in a report, three of a kind at most.

    One thing that several reports lack is one finding. What a child does not have of
    its parent is summed up, a finding for each pair.

    Args:
        reports: In the order of the collation.
        omissions: As `find_omissions` gives them.
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: siglum(n) for n, report in enumerate(reports)}
    things: dict[tuple[object, ...], list[Omission]] = defaultdict(list)
    taken: dict[tuple[str, str], list[Omission]] = defaultdict(list)
    for omission in omissions:
        if omission.parent is not None and not omission.beside:
            taken[omission.parent, omission.report].append(omission)
        else:
            key = (omission.kind, omission.carried_by, omission.members[0].span)
            things[key].append(omission)
    found: list[Finding] = []
    per_kind: dict[OmissionKind, int] = defaultdict(int)
    ranked = sorted(things.values(), key=lambda g: (-g[0].weight, g[0].unit or ""))
    told: list[Sequence[Omission]] = []
    for group in ranked:
        kind = group[0].kind
        place = group[0].members[0]
        if any(_goes_on(by_id, other, group) for other in told):
            continue  # the next sentence of what is told of already
        words = _words(by_id[place.report], place.span)
        if kind == "attribution" and _PRONOUN.match(words):
            continue  # "he said" tells nobody who
        per_kind[kind] += 1
        told.append(group)
        if per_kind[kind] <= _MOST:
            found.append(_finding(by_id, names, group))
    return (*found, *_not_taken(by_id, names, taken))


def _goes_on(
    by_id: dict[str, Report], told: Sequence[Omission], new: Sequence[Omission]
) -> bool:
    """Whether a passage stands right beside one that the same reports lack."""
    first, second = told[0], new[0]
    if {first.kind, second.kind} - _PASSAGES or first.parent or second.parent:
        return False
    if first.carried_by != second.carried_by:
        return False
    if {o.report for o in told} != {o.report for o in new}:
        return False
    a, b = sorted((first.members[0].span, second.members[0].span))
    between = by_id[first.members[0].report].text[a.end : b.start]
    return len(between) <= _BESIDE_CHARS


def _finding(
    by_id: dict[str, Report], names: dict[str, str], group: Sequence[Omission]
) -> Finding:
    omission = group[0]
    evidence = [*omission.members]
    evidence += [Evidence(o.report, o.beside[0]) for o in group if o.beside]
    lacking = _listed([names[o.report] for o in group])
    text = omission_sentence(by_id, names, omission, lacking=lacking)
    weight = _WEIGHT[omission.kind] + min(omission.weight, 99.0) / 100
    return _made(_NAMED[omission.kind], text, weight, tuple(evidence))


def omission_sentence(
    by_id: dict[str, Report],
    names: dict[str, str],
    omission: Omission,
    *,
    lacking: str | None = None,
) -> str:
    """One thing that is not in a report, in one plain sentence.

    Args:
        by_id: The reports.
        names: Their labels.
        omission: The thing.
        lacking: Labels of the reports that lack it; None: the one it names.
    """
    having = _listed([names[r] for r in omission.carried_by])
    where = lacking or names[omission.report]
    first = omission.members[0]
    if omission.kind in _PASSAGES and omission.parent is None:
        # what the shortest print says all of them say
        first = min(omission.members, key=lambda m: m.span.end - m.span.start)
    words = _words(by_id[first.report], first.span)
    if omission.kind == "attribution":
        return f"Printed in {having} with its source (“{words}”), in {where} without."
    if omission.kind == "credit":
        verb = "credits" if len(omission.carried_by) == 1 else "credit"
        return (
            f"{having} {verb} an agency for passages that {where} has too; no credit "
            f"was found in {where}."
        )
    have = "has" if len(omission.carried_by) == 1 else "have"
    if omission.kind == "hedge":
        return f"Beside the same words, {having} {have} “{words}”; {where} does not."
    if omission.parent is not None:
        return f"{where} draws on {names[omission.parent]}; not in {where}: “{words}”."
    what = {"denial": "the denial ", "condition": "the condition "}
    return f"Not in {where}: {what.get(omission.kind, '')}“{words}” ({having})."


def _not_taken(
    by_id: dict[str, Report],
    names: dict[str, str],
    taken: dict[tuple[str, str], list[Omission]],
) -> Iterator[Finding]:
    for (parent, child), lines in sorted(taken.items(), key=lambda x: -len(x[1])):
        longest = max(lines, key=lambda o: o.weight)
        place = next(m for m in longest.members if m.report == parent)
        words = _words(by_id[parent], place.span)
        count = "1 passage" if len(lines) == 1 else f"{len(lines)} passages"
        text = (
            f"{names[child]} draws on {names[parent]}; {count} of {names[parent]} "
            f"{'is' if len(lines) == 1 else 'are'} not in {names[child]}, the longest: "
            f"“{words}”."
        )
        yield _made("not-taken-over", text, 55.0, (place,))


def _words(report: Report, span: Span) -> str:
    """The words on one line, without marks around them, the end left out when long."""
    words = " ".join(report.quote(span).split()).strip(' “”",;')
    words = words.replace("“", "‘").replace("”", "’").replace('"', "'")
    if len(words) <= _SHOWN_CHARS:
        return words.removesuffix(".")
    return words[:_SHOWN_CHARS].rsplit(" ", 1)[0] + " ..."


def _listed(labels: Sequence[str]) -> str:
    if len(labels) < 2:
        return "".join(labels)
    return f"{', '.join(labels[:-1])} and {labels[-1]}"


def _made(
    kind: str, text: str, weight: float, evidence: tuple[Evidence, ...]
) -> Finding:
    key = kind + "".join(f"\x1e{e.report}" for e in evidence)
    name = part_id(key, *(e.span for e in evidence))
    return Finding(name, kind, text, round(weight, 3), evidence)
