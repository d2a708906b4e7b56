"""Differences inside quotation marks, made by program from real quotations."""

import re
from collections import Counter
from pathlib import Path

import pytest
from eval.programmed_differences import differing, harmless
from eval.test_quotations import FLOORS, articles

from synoptic.annotate import annotate_all
from synoptic.collate.entities import find_entities
from synoptic.collate.utterances import collate_utterances

N_QUOTATIONS = 160
SPEAKERS = ("Alan Whitcombe", "Ruth Abernathy", "Tom Castellano")

pytestmark = pytest.mark.eval


def quotations(data: Path) -> list[str]:
    """Direct quotations of one stretch, longest first, each once."""
    found = set()
    for article in articles(data):
        for marked in article["attributions"]:
            if len(marked["content"]) != 1 or not marked["source"]:
                continue
            start, end = marked["content"][0]
            words = re.fullmatch(
                r'[“"]([^“”"\n]{30,400}[.,?!])[”"]', article["text"][start:end]
            )
            if words:
                found.add(re.sub(r",$", ".", words.group(1)))
    return sorted(found, key=lambda q: (-len(q), q))


@pytest.mark.parametrize("fast", [False, True], ids=["full", "fast"])
def test_programmed_differences_are_told_from_house_style(fast, development_data):
    cases = []
    for number, quote in enumerate(quotations(development_data)[:N_QUOTATIONS]):
        speaker = SPEAKERS[number % len(SPEAKERS)]
        cases += differing(quote, speaker, f"{number}d")
        cases += harmless(quote, speaker, f"{number}h")
    notes = annotate_all([r for c in cases for r in (c.a, c.b)], fast=fast).annotations
    counts: Counter = Counter()
    for place, case in enumerate(cases):
        reports, known = (case.a, case.b), notes[2 * place : 2 * place + 2]
        entities = find_entities(reports, known)
        utterances = collate_utterances(reports, known, entities)
        flags = [a for u in utterances for a in u.alterations]
        right = any(f.kind in case.kinds and f.grave >= case.grave for f in flags)
        wrong = any(f.kind not in case.kinds for f in flags)
        counts[case.name] += 1
        counts["differing" if case.differs else "harmless"] += 1
        counts["found"] += right
        counts[f"{case.name}: found"] += right
        counts["wrong flags"] += wrong
        counts[f"{case.name}: wrong"] += wrong
    precision = counts["found"] / (counts["found"] + counts["wrong flags"])
    recall = counts["found"] / counts["differing"]
    print(f"\nprecision {precision:.3f} recall {recall:.3f}", dict(counts))
    floor = FLOORS["differences"]
    assert counts["differing"] >= floor["least_of_each"]
    assert counts["harmless"] >= floor["least_of_each"]
    assert precision >= floor["precision"]
    assert recall >= floor["recall"]
