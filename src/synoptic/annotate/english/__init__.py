"""English: by a pipeline where there is one, else by rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synoptic.annotate.english.dates import find_dates
from synoptic.annotate.english.figures import find_figures
from synoptic.annotate.english.figures.sources import with_sources
from synoptic.annotate.english.people.cast import make_cast
from synoptic.annotate.english.people.names import find_names
from synoptic.annotate.english.pipeline import load_pipeline
from synoptic.annotate.english.quotations import find_quotations
from synoptic.annotate.english.syntax import Parsed, parse
from synoptic.annotate.language import Language
from synoptic.annotate.sentences import sentences_of
from synoptic.errors import ModelRefused
from synoptic.model import Annotations, Name, part_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from synoptic.model import Report, Span


def open_english(*, fast: bool, pipeline: str | None) -> Language:
    """English, with its pipeline loaded unless `fast`.

    Where our own pipeline is missing or refused, the rules answer and the language
    says so in `degraded`; a pipeline the user named is not replaced.

    Raises:
        ModelRefused: The pipeline named by the user cannot be loaded.
    """
    if fast:
        return Language(_by_rules)
    try:
        loaded, model = load_pipeline(pipeline)
    except ModelRefused as err:
        if pipeline is not None:
            raise
        return Language(_by_rules, degraded=(f"English was read by rules: {err}.",))

    def annotate(reports: Iterable[Report]) -> Iterator[Annotations]:
        pairs = ((report, sentences_of(report)) for report in reports)
        for report, sentences, parsed in parse(pairs, loaded):
            yield _annotations(report, sentences, parsed)

    return Language(annotate, pipeline=model.name, models=(model,))


def _by_rules(reports: Iterable[Report]) -> Iterator[Annotations]:
    for report in reports:
        yield _annotations(report, sentences_of(report), None)


def _annotations(
    report: Report, sentences: Sequence[Span], parsed: Parsed | None
) -> Annotations:
    named = find_names(report, parsed.ents if parsed else ())
    cast = make_cast(report, sentences, named)
    names = tuple(
        Name(
            id=part_id(report.id, span),
            span=span,
            kind=kind,
            entity=cast.of_name[span].name if span in cast.of_name else None,
        )
        for span, kind in named
    )
    syntax = parsed.syntax if parsed else None
    dates = find_dates(report, sentences, syntax)
    quotations = find_quotations(report, sentences, syntax, cast)
    figures = find_figures(report, sentences, syntax, dates)
    statements = None
    if syntax is not None:
        # loaded with a parse only, so that --fast starts fast
        from synoptic.annotate.english.statements import (  # noqa: PLC0415
            find_statements,
        )

        statements = find_statements(
            report,
            sentences,
            syntax,
            quotations=quotations,
            dates=dates,
            cast=cast,
        )
    return Annotations(
        report=report.id,
        language=report.language,
        sentences=tuple(sentences),
        syntax=syntax,
        names=names,
        quotations=quotations,
        figures=with_sources(figures, quotations),
        dates=dates,
        statements=statements,
    )
