"""A made collation with something in every part that a record exists for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builders import ferry_story

from synoptic.model import (
    Alteration,
    Annotations,
    Collation,
    Compared,
    Comparison,
    DateMention,
    Descent,
    DescentEdge,
    Entity,
    Evidence,
    Figure,
    Happening,
    LostParent,
    Name,
    Omission,
    Origin,
    PairDescent,
    Quotation,
    Rejected,
    Span,
    Speaker,
    Undecided,
    Utterance,
    UtteranceMember,
    Wording,
)


def everything_measured() -> Collation:
    """The ferry story with something in every part that a record exists for."""
    story = ferry_story()
    wire = story.reports[0]
    quoted = wire.text.index("“Nobody")
    known = Annotations(
        report=wire.id,
        language="en",
        sentences=(Span(0, 37),),
        names=(Name("n1", Span(quoted + 52, quoted + 61), "person", "e1"),),
        quotations=(
            Quotation(
                "q1",
                "direct",
                (Span(quoted, quoted + 53),),
                Span(quoted + 80, quoted + 84),
                Speaker(Span(quoted + 54, quoted + 79), "Ines Dahl", 0.9, "beside it"),
                act="said",
            ),
        ),
        figures=(
            Figure("g1", Span(3, 9), Decimal("1.4"), Decimal("1.4"), "crown"),
            Figure("g2", Span(3, 9), Decimal(9), None, "day", hedge="at least"),
        ),
        dates=(
            DateMention(
                "d1", Span(1, 4), "DATE", "2031-05-13", "2031-05-13", "2031-05-13"
            ),
        ),
    )
    unit = story.units[0].id
    return replace(
        story,
        annotations=(known, *story.annotations[1:]),
        entities=(Entity("e1", "Ines Dahl", "person", ("Dahl",)),),
        rejected=(Rejected("empty.txt", "empty", "It holds no text."),),
        descent=Descent(
            edges=(
                DescentEdge(
                    parent="wire",
                    child="post",
                    extent="partly",
                    share=0.5,
                    p=0.9,
                    bits=3.2,
                    parts={"shared words": 3.2},
                    units=(unit,),
                ),
            ),
            lost_parents=(
                LostParent(id="l1", children=("radio",), agency=None, p=0.6),
            ),
            undecided=(Undecided(("post", "radio"), "too little is shared"),),
            pairs=(
                PairDescent(
                    a="wire",
                    b="post",
                    share_a=0.5,
                    share_b=0.4,
                    p=0.9,
                    bits=3,
                    parts={},
                ),
            ),
        ),
        origins=(
            Origin(unit=unit, reports=("wire", "post"), at_least=1, at_most=None),
        ),
        utterances=(
            Utterance(
                "u1",
                "Ines Dahl",
                (UtteranceMember("wire", "q1"), UtteranceMember("post", "q2")),
                alterations=(Alteration("changed", "q1", "q2", "milk", grave=False),),
            ),
        ),
        comparisons=(
            Comparison(
                "figure", (Compared("wire", "g1"), Compared("wire", "g2")), "agree", "-"
            ),
        ),
        timeline=(
            Happening(
                "2031-05-13",
                "2031-05-13",
                "2031-05-13",
                (Evidence("wire", Span(0, 9)),),
                ("d1",),
            ),
        ),
        omissions=(
            Omission(
                report="post",
                kind="attribution",
                unit=unit,
                carried_by=("wire",),
                members=(Evidence("wire", Span(0, 9)),),
                beside=(Span(0, 9),),
                origins=1,
                weight=82.5,
                parent="wire",
            ),
        ),
        wording=(
            Wording(
                "ferry",
                (Evidence("wire", Span(0, 9)), Evidence("post", Span(0, 9))),
                "thing",
            ),
        ),
    )
