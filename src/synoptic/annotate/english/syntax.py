"""Our arrays of tokens from the pipeline's, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from synoptic.model import Span, Syntax

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from synoptic.model import BlockKind, Report

_PARSED: tuple[BlockKind, ...] = ("headline", "subheadline", "body", "crosshead")
# one character for one: every offset stays where it is
_AS_READ = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the pipeline says of one report.

    Attributes:
        syntax: Tokens over all parsed blocks, in order of start.
        ents: The pipeline's names: where they stand and its own label.
    """

    syntax: Syntax
    ents: tuple[tuple[Span, str], ...]


def parse(
    reports: Iterable[tuple[Report, Sequence[Span]]], pipeline: Pipeline
) -> Iterator[tuple[Report, Sequence[Span], Parsed]]:
    """Yield every report with its sentences and what the pipeline says of it.

    The pipeline sees one block at a time, in batches over all reports, and our
    sentence boundaries are forced on it.
    """
    waiting: dict[int, tuple[Report, Sequence[Span]]] = {}

    def blocks() -> Iterator[tuple[Doc, tuple[int, int]]]:
        for number, (report, sentences) in enumerate(reports):
            waiting[number] = report, sentences
            starts = [s.start for s in sentences]
            for span in report.spans_of(*_PARSED):
                yield _doc(report.text, span, starts, pipeline), (number, span.start)

    current = 0
    gathered: list[tuple[Doc, int]] = []
    for doc, (number, start) in pipeline.pipe(blocks(), as_tuples=True, batch_size=64):
        while current < number:
            yield _finish(*waiting.pop(current), gathered)
            gathered = []
            current += 1
        gathered.append((doc, start))
    for rest in sorted(waiting):
        yield _finish(*waiting[rest], gathered)
        gathered = []


def _doc(text: str, span: Span, starts: Sequence[int], pipeline: Pipeline) -> Doc:
    words = text[span.start : span.end].translate(_AS_READ).replace("''", ' "')
    doc = pipeline.make_doc(words)
    cuts = iter([s - span.start for s in starts if span.start <= s < span.end])
    cut = next(cuts, None)
    for token in doc:
        begins = cut is not None and token.idx >= cut and not token.is_space
        token.is_sent_start = begins or token.i == 0
        while begins and cut is not None and cut <= token.idx:
            cut = next(cuts, None)
    return doc


def _finish(
    report: Report, sentences: Sequence[Span], docs: Sequence[tuple[Doc, int]]
) -> tuple[Report, Sequence[Span], Parsed]:
    from spacy import attrs  # noqa: PLC0415 - with the pipeline only

    wanted = [attrs.IDX, attrs.LENGTH, attrs.HEAD, attrs.LEMMA, attrs.POS, attrs.TAG]
    rows: list[np.ndarray] = []
    ents: list[tuple[Span, str]] = []
    n_before = 0
    for doc, start in docs:
        if not len(doc):
            continue
        table = doc.to_array([*wanted, attrs.DEP]).astype(np.int64, casting="unsafe")
        heads = doc.to_array([attrs.HEAD]).astype(np.uint64).view(np.int64)
        # a head is stored as its distance from the token
        table[:, 2] = heads + np.arange(len(doc)) + n_before
        table[:, 0] += start
        rows.append(table)
        ents += [
            (Span(start + e.start_char, start + e.end_char), e.label_) for e in doc.ents
        ]
        n_before += len(doc)
    whole = np.concatenate(rows) if rows else np.zeros((0, 7), dtype=np.int64)
    words = docs[0][0].vocab.strings if docs else None

    def texts(column: int) -> tuple[str, ...]:
        if words is None:
            return ()
        keys = whole[:, column].view(np.uint64).tolist()
        known = {key: words[key] for key in set(keys)}
        return tuple(known[key] for key in keys)

    starts = np.array([s.start for s in sentences], dtype=np.int64)
    sentence = np.searchsorted(starts, whole[:, 0], side="right") - 1
    syntax = Syntax(
        start=whole[:, 0].astype(np.int32),
        end=(whole[:, 0] + whole[:, 1]).astype(np.int32),
        head=whole[:, 2].astype(np.int32),
        lemma=texts(3),
        pos=texts(4),
        tag=texts(5),
        relation=texts(6),
        sentence=np.maximum(sentence, 0).astype(np.int32),
    )
    return report, sentences, Parsed(syntax, tuple(ents))
