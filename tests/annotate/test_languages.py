"""The door for languages, and what happens where a model is missing."""

import pytest
from annotate.quotation_cases import make_report

from synoptic.annotate import annotate_all
from synoptic.annotate.english import pipeline as english_pipeline
from synoptic.errors import ModelRefused

TEXT = "“The ferry is safe,” Olga Brandt said. It sails."


def test_a_language_nobody_wrote_has_sentences_only():
    notes = annotate_all([make_report(TEXT, language="xx")]).annotations[0]
    assert len(notes.sentences) == 2
    assert notes.quotations is None
    assert notes.names is None


def test_annotations_keep_the_order_of_the_reports():
    reports = [
        make_report(TEXT, name=str(n), language=code)
        for n, code in enumerate(["en", "xx", "de", "en"])
    ]
    found = annotate_all(reports, fast=True)
    assert [a.report for a in found.annotations] == ["0", "1", "2", "3"]


def test_fast_loads_no_pipeline():
    found = annotate_all([make_report(TEXT)], fast=True)
    assert found.pipeline is None
    assert found.models == ()
    assert found.annotations[0].syntax is None


def test_syntax_stands_on_the_words_of_the_report():
    report = make_report(TEXT)
    notes = annotate_all([report]).annotations[0]
    syntax = notes.syntax
    assert [report.text[s:e] for s, e in zip(syntax.start, syntax.end, strict=True)][
        1:5
    ] == ["The", "ferry", "is", "safe"]
    # heads stay inside their sentence
    assert (syntax.sentence[syntax.head] == syntax.sentence).all()
    first = notes.sentences[0]
    assert report.quote(first).endswith("said.")


def test_refused_model_degrades_to_rules_and_says_so(monkeypatch):
    monkeypatch.setattr(english_pipeline, "SHA256", "0" * 64)
    english_pipeline.load_pipeline.cache_clear()
    try:
        found = annotate_all([make_report(TEXT)])
    finally:
        english_pipeline.load_pipeline.cache_clear()
    assert found.pipeline is None
    assert len(found.degraded) == 1
    assert "refused" in found.degraded[0]
    assert found.annotations[0].quotations


def test_a_pipeline_named_by_the_user_is_not_replaced():
    with pytest.raises(ModelRefused):
        annotate_all([make_report(TEXT)], pipeline="no_such_pipeline_here")
