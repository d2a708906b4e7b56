"""Two invented reports with positions and things not in one of them, by hand."""

from __future__ import annotations

from dataclasses import replace

from builders import Made, collation

from synoptic.model import (
    Annotations,
    Collation,
    Evidence,
    Omission,
    Position,
    PositionMember,
    Proposal,
    Span,
    Wording,
)

A = Made(
    "a",
    [
        ("headline", "Mayor backs the toll"),
        (
            "body",
            [
                ("toll", "Mayor Ada Finch backed the toll on Monday."),
                ("terms", "“We agree if the old bridge stays open,” Finch said."),
                ("aide", "Her spokesman Tom Rudd called the toll “nothing new”."),
                ("paper", "The toll looked meant to please the drivers."),
            ],
        ),
        (
            "body",
            [
                ("list", "The ferry owners handed in a list, two people said."),
                ("late", "In March Finch had not made up her mind on the toll."),
                ("own-a", "Only the first paper counted the seagulls that day."),
            ],
        ),
    ],
    outlet="Urd Mail",
)
B = Made(
    "b",
    [
        ("headline", "Mayor stops short of the toll"),
        (
            "body",
            [
                ("toll", "Mayor Ada Finch supported the toll on Monday."),
                ("terms", "Finch wanted the old bridge kept open in any case."),
                ("list", "The ferry owners handed in a list."),
                ("union", "The drivers' guild rejected the road charge."),
            ],
        ),
    ],
    outlet="Osk Post",
)


def place(story: Collation, report: str, words: str) -> Evidence:
    """Where some words stand in a report."""
    at = story.report(report).text.index(words)
    return Evidence(report, Span(at, at + len(words)))


def member(story: Collation, report: str, words: str, verb: str, **more: object):
    """One report's wording of a position."""
    span = place(story, report, words).span
    at = story.report(report).text.index(verb, span.start)
    return PositionMember(
        report=report,
        span=span,
        verb=Span(at, at + len(verb)),
        statement=f"{report}-{span.start}",
        **more,
    )


def standing_story() -> Collation:
    """A story in which a mayor, her spokesman, a guild and a report take stands."""
    story = collation([A, B], kinds={"toll": "edited", "terms": "reworded"})
    story = replace(
        story,
        annotations=tuple(
            Annotations(
                report=r.id,
                language="en",
                sentences=tuple(
                    sorted(
                        [
                            s
                            for m in (A, B)
                            if m.id == r.id
                            for p in m.places.values()
                            for s in p
                        ]
                        + [b.span for b in r.blocks if b.kind == "headline"]
                    )
                ),
            )
            for r in story.reports
        ),
    )
    toll = Proposal(
        "p1",
        "toll",
        (place(story, "a", "the toll on"), place(story, "b", "the road charge")),
    )
    gulls = Proposal("p2", "count of seagulls", (place(story, "a", "the seagulls"),))

    def position(name: str, stance: str, members: list, **more: object) -> Position:
        return Position(
            id=name,
            actor=more.pop("actor"),
            proposal=more.pop("proposal", "toll"),
            proposal_id=more.pop("proposal_id", "p1"),
            stance=stance,
            members=tuple(members),
            **more,
        )

    mayor = "Ada Finch"
    positions = (
        position(
            "early",
            "undecided",
            [
                member(
                    story,
                    "a",
                    "Finch had not made up her mind on the toll",
                    "not made up",
                )
            ],
            actor=mayor,
            said_at="2026-03-01",
        ),
        position(
            "mayor",
            "conditional",
            [
                member(story, "a", "Mayor backs the toll", "backs", headline=True),
                member(story, "a", "Ada Finch backed the toll", "backed"),
                member(story, "a", "We agree if the old bridge", "agree"),
                member(
                    story,
                    "b",
                    "Mayor stops short of the toll",
                    "stops short",
                    headline=True,
                ),
                member(story, "b", "Ada Finch supported the toll", "supported"),
            ],
            actor=mayor,
            said_at="2026-05-11",
            changed_from="early",
            conditions=(
                place(story, "a", "if the old bridge stays open"),
                place(story, "b", "the old bridge kept open in any case"),
            ),
        ),
        position(
            "aide",
            "unstated",
            [
                member(
                    story, "a", "Tom Rudd called the toll “nothing new”", "nothing new"
                )
            ],
            actor="Tom Rudd",
            speaks_for=mayor,
            lean="against",
        ),
        position(
            "guild",
            "against",
            [
                member(
                    story,
                    "b",
                    "The drivers' guild rejected the road charge",
                    "rejected",
                )
            ],
            actor="drivers' guild",
        ),
        position(
            "paper",
            "unstated",
            [
                member(
                    story, "a", "The toll looked meant to please the drivers", "meant"
                )
            ],
            actor="Urd Mail",
            voice="report",
        ),
        position(
            "gulls",
            "for",
            [
                member(
                    story, "a", "Only the first paper counted the seagulls", "counted"
                )
            ],
            actor="first paper",
            proposal="count of seagulls",
            proposal_id="p2",
        ),
    )
    said = place(story, "a", "two people said")
    return replace(
        story,
        proposals=(toll, gulls),
        positions=positions,
        omissions=(
            Omission(
                report="b",
                kind="attribution",
                unit=None,
                carried_by=("a",),
                members=(said,),
                beside=(place(story, "b", "The ferry owners handed in a list.").span,),
                origins=1,
                weight=80.0,
            ),
        ),
        wording=(
            Wording(
                "toll",
                (place(story, "a", "the toll"), place(story, "b", "the road charge")),
            ),
            Wording(
                "First",
                (place(story, "a", "Mayor"), place(story, "b", "Mayor")),
                "first",
            ),
        ),
    )
