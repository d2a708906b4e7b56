"""What is known about one report: stand-off, made once; a part not run is None."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from synoptic.model.report import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from synoptic.model.positions import Statement

NameKind = Literal["person", "organisation", "place", "group", "other"]
QuotationKind = Literal["direct", "indirect", "mixed"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
FigureKind = Literal[
    "count", "share", "money", "measure", "duration", "age", "score", "multiple"
]
FigureDirection = Literal["about", "under", "over", "at least", "at most"]


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """The parser's tokens as parallel arrays of one length.

    Attributes:
        start, end: Offsets into the report's text, int32.
        lemma, pos, tag, relation: Strings, one a token (pos and relation as spaCy
            names them).
        head: Index of each token's head in these arrays; a root points at itself.
        sentence: Index into `Annotations.sentences`, int32.
    """

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    relation: tuple[str, ...]
    head: NDArray[np.int32]
    sentence: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name somebody or something."""

    id: str
    span: Span
    kind: NameKind
    entity: str | None = None  # id of an Entity of this report's set


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a quotation is attributed to in this report.

    Attributes:
        span: The words beside the cue ("he", "the president"); None: none are there.
        entity: The name behind the words; None: not known.
        confidence: 0.0 to 1.0.
        reason: Why, in a few words.
    """

    span: Span | None
    entity: str | None
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a report says somebody said.

    Attributes:
        content: The spans of the words, quotation marks included, in order; several
            when the cue splits the quotation.
        cue: The words that report them ("said"); None when none is written.
        act: What the cue says was done: said, denied, demanded, promised, asked,
            declined ...; None without a cue.
        addressee, occasion: As printed, when stated.
        block: Kind of block it stands in.
    """

    id: str
    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    act: str | None = None
    addressee: Span | None = None
    occasion: Span | None = None
    block: str = "body"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression, resolved as far as the report allows.

    Attributes:
        value: TIMEX3 value.
        earliest, latest: First and last day it can mean, ISO 8601; None: not known.
        anchor: What it was resolved against (`published_at`, `dateline`, the id of
            another date mention); None: it needs no anchor, or there is none.
    """

    id: str
    span: Span
    type: TimexType
    value: str
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one report gives it.

    Attributes:
        low, high: Inclusive bounds in `unit`; None: no such bound is stated. Equal
            when the figure is exact.
        unit: Counted noun in the singular, or a canonical unit; "" for a bare number.
        hedge: The hedging words as printed ("nearly", "at least").
        of: What it counts or measures, as printed.
        scope: Of whom or where, as printed.
        as_of: Id of the date mention it holds for.
        kind: What manner of figure it is; a score keeps its smaller side in `low`.
        dimension: What the unit measures (`length`, `money`, `share` ...); None for a
            counted noun.
        direction: What the hedge says: the number lies near, under or over the bound.
        event: What befell the counted, in one word (`killed`, `injured`), where told.
        change: Whether it says how much something rose or fell.
        converts: Id of the figure that this one, in brackets, gives in another unit.
        precedes: Id of the figure that this one came before: "200, down from 1,300".
        said_in: Id of the quotation that it stands in, which names who gives it; None:
            the report gives it without a source.
    """

    id: str
    span: Span
    low: Decimal | None
    high: Decimal | None
    unit: str
    hedge: str | None = None
    of: str | None = None
    scope: str | None = None
    as_of: str | None = None
    kind: FigureKind = "count"
    dimension: str | None = None
    direction: FigureDirection | None = None
    event: str | None = None
    change: Literal["up", "down"] | None = None
    converts: str | None = None
    precedes: str | None = None
    said_in: str | None = None

    def span_with_hedge(self, text: str) -> Span:
        """Where its words lie in the report's text, with the hedge before them."""
        start = self.span.start
        before = text[:start].rstrip()
        if self.hedge and before.endswith(self.hedge):
            start = len(before) - len(self.hedge)
        return Span(start, self.span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that is known about one report's text.

    Attributes:
        report: The id of the report.
        sentences: In order, inside headline, subheadline, body and crosshead blocks;
            a sentence never crosses a block.
    """

    report: str
    language: str
    sentences: tuple[Span, ...]
    syntax: Syntax | None = None
    names: tuple[Name, ...] | None = None
    quotations: tuple[Quotation, ...] | None = None
    figures: tuple[Figure, ...] | None = None
    dates: tuple[DateMention, ...] | None = None
    statements: tuple[Statement, ...] | None = None
