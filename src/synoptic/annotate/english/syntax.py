"""Our arrays of tokens from the pipeline's, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from synoptic.model import Span, Syntax
from synoptic.text.headlines import as_a_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from synoptic.model import BlockKind, Report

_PARSED: tuple[BlockKind, ...] = ("headline", "subheadline", "body", "crosshead")
# one character for one: every offset stays where it is. The pipeline learned from
# straight marks: it takes a third of "’s" for "is" as a noun or a mark
_AS_READ = str.maketrans(
    dict.fromkeys("\n\r\t\xa0", " ") | {"’": "'", "“": '"', "”": '"'}
)


_WINDOW = 64  # reports parsed together; memory grows with it


class _Block(NamedTuple):
    """The words of a block and where its sentences begin."""

    words: str
    cuts: tuple[int, ...]


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

    The pipeline sees one block at a time, in batches over some reports, and our
    sentence boundaries are forced on it. Blocks with the same words are parsed once:
    reports of one story print the same paragraphs again and again.
    """
    source = iter(reports)
    while window := list(islice(source, _WINDOW)):
        blocks = [list(_blocks(report, sentences)) for report, sentences in window]
        wanted = dict.fromkeys(block for own in blocks for block, _ in own)
        docs = pipeline.pipe((_doc(b, pipeline) for b in wanted), batch_size=64)
        parsed = dict(zip(wanted, docs, strict=True))
        for (report, sentences), own in zip(window, blocks, strict=True):
            yield _finish(report, sentences, [(parsed[b], at) for b, at in own])


def _blocks(report: Report, sentences: Sequence[Span]) -> Iterator[tuple[_Block, int]]:
    """What the pipeline sees of each parsed block, and where the block starts."""
    body = "\n".join(report.quote(span) for span in report.spans_of("body"))
    heads = {*report.spans_of("headline", "subheadline", "crosshead")}
    for span in report.spans_of(*_PARSED):
        printed = report.quote(span)
        if span in heads:
            printed = as_a_sentence(printed, body)
        words = printed.translate(_AS_READ)
        cuts = tuple(
            s.start - span.start for s in sentences if span.start <= s.start < span.end
        )
        yield _Block(words.replace("''", ' "'), cuts), span.start


def _doc(block: _Block, pipeline: Pipeline) -> Doc:
    doc = pipeline.make_doc(block.words)
    cuts = iter(block.cuts)
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
