"""Copies that agree are one witness of a figure, a date or an utterance."""

from __future__ import annotations

from descent.stories import LONG, OTHER, report

from synoptic.annotate import annotate_all
from synoptic.collate import collate

NUMBERED = (
    *LONG[:3],
    "The coast service said 34 boats were at sea when the lamp went out on Sunday.",
    (
        "“We steered by the lights of the cannery and nothing else,” said Mara Toll, "
        "who was aboard one of them."
    ),
    *LONG[3:],
)


def collated(*reports):
    return collate(reports, annotate_all(reports, fast=True).annotations)


def shared(found, n):
    return [each for each in found if len(each.members) == n]


def test_prints_of_one_text_are_one_witness():
    prints = [report(name, NUMBERED) for name in ("wire", "paper", "site")]
    result = collated(*prints)
    both = [
        *shared(result.comparisons, len(prints)),
        *shared(result.utterances, len(prints)),
    ]
    assert len(both) > 1
    assert {(each.at_least, each.at_most) for each in both} == {(1, 1)}


def test_two_who_heard_one_speaker_may_be_two_witnesses():
    heard = (
        *OTHER[:3],
        (
            "One of those on the boats, Mara Toll, was still shaken the next morning. "
            "“We steered by the lights of the cannery and nothing else,” she said."
        ),
        *OTHER[3:],
    )
    [utterance] = shared(
        collated(report("wire", NUMBERED), report("rival", heard)).utterances, 2
    )
    assert (utterance.at_least, utterance.at_most) == (1, 2)


def test_a_figure_knows_in_whose_words_it_stands():
    text = (
        "Ten ships lay in port. The coast service said 34 boats were at sea on Sunday.",
        "“It took 12 men to lift the lens,” Mara Toll said.",
    )
    [known] = annotate_all([report("wire", text)], fast=False).annotations
    whole = report("wire", text)
    speakers = {q.id: q.speaker for q in known.quotations}
    told = {
        whole.quote(f.span): whole.quote(speakers[f.said_in].span)
        for f in known.figures
        if f.said_in
    }
    assert told == {"34 boats": "The coast service", "12 men": "Mara Toll"}
