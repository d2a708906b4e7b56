"""Quotations in captions: found, marked, and evidence of nothing else."""

import pytest

from synoptic.annotate import annotate_all
from synoptic.collate import collate
from synoptic.model import Block, Report

BODY = "Harbour Minister Olga Brandt met reporters in Port Ansel on Monday."
SAID = "The northern quay stays closed until the divers have checked every pillar"


def report(caption: str, *, name: str = "r", more: str = "") -> Report:
    paragraphs = [(BODY, "body"), (caption, "caption"), (more, "body")]
    text, blocks = "", []
    for words, kind in paragraphs:
        if words:
            blocks.append(Block(len(text), len(text) + len(words), kind))
            text += words + "\n\n"
    return Report(
        id=name, series=name, path=name, text=text, blocks=tuple(blocks), language="en"
    )


@pytest.mark.parametrize("fast", [True, False])
def test_quotation_in_a_caption_is_found_and_marked(fast):
    one = report(f"“{SAID},” Brandt said at the harbour.", more="“It sails,” she said.")
    found = annotate_all([one], fast=fast).annotations[0].quotations
    assert [(q.block, q.speaker.entity) for q in found] == [
        ("caption", "Olga Brandt"),
        ("body", "Olga Brandt"),
    ]
    assert one.quote(found[0].content[0]) == f"“{SAID},”"


def test_stranger_and_pronoun_in_a_caption_stay_unnamed():
    one = report("“The ferry is safe,” said Tomas Vell. “It sails tonight,” he said.")
    found = annotate_all([one], fast=True).annotations[0].quotations
    assert [q.speaker.entity for q in found if q.speaker.entity] == []
    assert {q.block for q in found} == {"caption"}


def test_caption_is_no_print_of_an_utterance():
    one = report(f"“{SAID},” Brandt said.", name="a")
    other = report("", more=f"“{SAID},” Brandt said.", name="b")
    found = collate([one, other], annotate_all([one, other], fast=True).annotations)
    members = [m for u in found.utterances for m in u.members]
    assert [m.report for m in members] == ["b"]
