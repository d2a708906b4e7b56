"""Small collations made by hand: an invented story about an invented ferry."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from itertools import combinations

from synoptic.model import (
    Annotations,
    Block,
    Collation,
    Edit,
    Evidence,
    Finding,
    InputHash,
    Link,
    Partly,
    Reading,
    Report,
    Run,
    Span,
    Unit,
    part_id,
)

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def body_report(name: str, text: str, **fields: str | None) -> Report:
    """An English report all of whose text is its body."""
    return Report(
        id=name,
        series=name,
        path=f"{name}.txt",
        text=text,
        blocks=(Block(0, len(text), "body"),),
        language="en",
        **fields,
    )


@dataclass
class Made:
    """A report as it is written down in a test.

    `blocks` holds pairs of kind and content: a string, or for body blocks a list of
    pairs of unit key and words (None: words that no unit holds).
    """

    id: str
    blocks: list
    outlet: str | None = None
    published_at: str | None = None
    credits: tuple[str, ...] = ()
    headline: str | None = None
    path: str = ""
    places: dict[str, list[Span]] = field(default_factory=dict)

    def report(self) -> Report:
        text, blocks = "", []
        self.places.clear()
        for kind, content in self.blocks:
            if text:
                text += "\n\n"
            start = len(text)
            if isinstance(content, str):
                text += content
            else:
                for i, (key, words) in enumerate(content):
                    text += " " if i else ""
                    span = Span(len(text), len(text) + len(words))
                    text += words
                    if key is not None:
                        self.places.setdefault(key, []).append(span)
            blocks.append(Block(start, len(text), kind))
        return Report(
            id=self.id,
            series=self.id,
            path=self.path or f"{self.id}.txt",
            text=text,
            blocks=tuple(blocks),
            outlet=self.outlet,
            headline=self.headline
            or next((c for k, c in self.blocks if k == "headline"), None),
            credits=self.credits,
            published_at=self.published_at,
            language="en",
            sha256="0" * 64,
        )


def collation(
    made: list[Made],
    *,
    kinds: dict[str, str] | None = None,
    partly: list[tuple[tuple[str, str], tuple[str, str], str]] | None = None,
    findings: list[tuple[str, str, list[tuple[str, str]]]] | None = None,
    degraded: tuple[str, ...] = (),
) -> Collation:
    """A collation of reports written down by hand.

    Args:
        kinds: Link kind of a unit by its key, where it is not word for word.
        partly: ((report, unit key), (report, unit key), shared words).
        findings: (kind, sentence, [(report, quoted words)]).
    """
    reports = [m.report() for m in made]
    by_id = {r.id: r for r in reports}
    keys = list(dict.fromkeys(key for m in made for key in m.places))
    units = []
    for key in keys:
        readings = tuple(
            Reading(m.id, tuple(m.places[key])) for m in made if key in m.places
        )
        links = tuple(
            _link(by_id[x.report], x, by_id[y.report], y, (kinds or {}).get(key))
            for x, y in combinations(readings, 2)
        )
        first = readings[0]
        units.append(Unit(part_id(first.report, *first.spans), readings, links))
    places = {m.id: m.places for m in made}
    return Collation(
        run=Run(
            version="0.1.0",
            options={},
            inputs=tuple(InputHash(r.path, r.sha256) for r in reports),
            pipeline=None,
            vectors=None,
            models=(),
            degraded=degraded,
        ),
        findings=tuple(
            Finding(
                f"f{i}",
                kind,
                text,
                1.0 / i,
                tuple(_evidence(by_id[r], words) for r, words in evidence),
            )
            for i, (kind, text, evidence) in enumerate(findings or [], 1)
        ),
        reports=tuple(reports),
        annotations=tuple(
            Annotations(report=r.id, language="en", sentences=()) for r in reports
        ),
        units=tuple(units),
        partly=tuple(
            Partly(
                Reading(a[0], tuple(places[a[0]][a[1]])),
                Reading(b[0], tuple(places[b[0]][b[1]])),
                shared,
                0.8,
            )
            for a, b, shared in partly or []
        ),
    )


def _evidence(report: Report, words: str) -> Evidence:
    start = report.text.index(words)
    return Evidence(report.id, Span(start, start + len(words)))


def _link(a: Report, x: Reading, b: Report, y: Reading, kind: str | None) -> Link:
    if kind == "reworded":
        return Link(a.id, b.id, x.spans, y.spans, "reworded", 0.9)
    edits = tuple(_edits(a, x.spans, b, y.spans))
    same = all(edit.kind == "style" for edit in edits)
    return Link(
        a.id, b.id, x.spans, y.spans, "verbatim" if same else "edited", 0.98, edits
    )


def _edits(a: Report, a_spans, b: Report, b_spans):
    words_a = [Span(*m.span()) for s in a_spans for m in _WORD.finditer(a.text, *s)]
    words_b = [Span(*m.span()) for s in b_spans for m in _WORD.finditer(b.text, *s)]
    norm_a = [a.quote(s).casefold() for s in words_a]
    norm_b = [b.quote(s).casefold() for s in words_b]
    matcher = difflib.SequenceMatcher(None, norm_a, norm_b, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            for s, t in zip(words_a[i1:i2], words_b[j1:j2], strict=True):
                if a.quote(s) != b.quote(t):
                    yield Edit("replace", s, t, "style")
            continue
        span_a = Span(words_a[i1].start, words_a[i2 - 1].end) if i2 > i1 else None
        span_b = Span(words_b[j1].start, words_b[j2 - 1].end) if j2 > j1 else None
        number = any(
            re.search(r"\d", r.quote(s))
            for r, s in ((a, span_a), (b, span_b))
            if s is not None
        )
        yield Edit(op, span_a, span_b, "number" if number else "wording")


WIRE = Made(
    "wire",
    path="reports/wire.txt",
    outlet="Meridian Press Service",
    published_at="2031-05-06T08:39:00+00:00",
    blocks=[
        ("headline", "Osk ferry link to close for ten weeks"),
        ("dateline", "HARROW QUAY, May 6 (Meridian) -"),
        (
            "body",
            [
                (
                    "lead",
                    (
                        "The car ferry between Harrow Quay and the island of Osk will"
                        " stop sailing on Tuesday for ten weeks, its operator said."
                    ),
                ),
                (
                    "cracks",
                    (
                        "Inspectors found hairline cracks in two of the ship's four"
                        " stern ramps."
                    ),
                ),
            ],
        ),
        (
            "body",
            [
                (
                    "quote",
                    (
                        "“Nobody on Osk will be left without milk or medicine,” harbour"
                        " master Ines Dahl told reporters."
                    ),
                ),
                (
                    "boats",
                    (
                        "Three fishing boats will carry passengers and post in the"
                        " meantime."
                    ),
                ),
            ],
        ),
        ("caption", "The ferry Sankt Olva at her berth. Photo: T. Brandt/Meridian"),
        (
            "body",
            [
                (
                    "history",
                    (
                        "The link was last closed in the winter of 2019, when ice held"
                        " the ship in port for nine days."
                    ),
                ),
                (
                    "cost",
                    (
                        "Repairs are expected to cost 1.4 million crowns, half of it"
                        " paid by the county."
                    ),
                ),
            ],
        ),
    ],
)

POST = Made(
    "post",
    path="reports/harbour-post.html",
    outlet="The Harbour Post",
    published_at="2031-05-06T14:05",
    credits=("Meridian Press Service",),
    blocks=[
        ("headline", "Islanders brace for ten weeks without a ferry"),
        ("byline", "By Our Harbour Staff"),
        (
            "body",
            [
                (
                    "osk-only",
                    "On Osk, the baker has already ordered flour for the summer.",
                ),
                (
                    "lead",
                    (
                        "The car ferry between Harrow Quay and the island of Osk will"
                        " stop sailing on May 13 for ten weeks, its operator said."
                    ),
                ),
            ],
        ),
        (
            "body",
            [
                (
                    "boats",
                    "Until then, a trio of trawlers is to take people and mail across.",
                ),
                (
                    "quote",
                    (
                        "“Nobody on Osk will be left without milk or medicine,” harbour"
                        " master Ines Dahl told reporters."
                    ),
                ),
            ],
        ),
        ("crosshead", "‘No panic’"),
        (
            "body",
            [
                (
                    "cracks",
                    (
                        "Inspectors found hairline cracks in two of the ship's stern"
                        " ramps last week."
                    ),
                ),
                (
                    "school",
                    (
                        "Pupils will move into a hostel on the quay, and the county"
                        " pays the rent."
                    ),
                ),
            ],
        ),
        ("credit", "Meridian Press Service contributed to this report."),
        ("boilerplate", "Follow us for more from the waterfront."),
    ],
)

RADIO = Made(
    "radio",
    path="reports/osk-radio.txt",
    published_at="2031-05-07",
    blocks=[
        ("headline", "What the ferry stop means for Osk"),
        (
            "body",
            [
                (
                    "radio-lead",
                    (
                        "The island wakes up to a long quiet. Its only ship is going"
                        " into dock."
                    ),
                ),
                (
                    "quote",
                    (
                        "“Nobody on Osk will be left without milk or medicine,” harbour"
                        " master Ines Dahl told reporters."
                    ),
                ),
            ],
        ),
        (
            "body",
            [
                (
                    "cost",
                    "The county will carry half of the bill of 1.4 million crowns.",
                ),
                ("radio-end", "Tickets already bought stay valid until Christmas."),
            ],
        ),
    ],
)


def ferry_story(n_reports: int = 3) -> Collation:
    """Two or three reports with every kind of passage in them."""
    made = [WIRE, POST, RADIO][:n_reports]
    findings = [
        (
            "words",
            "Where A prints “on Tuesday”, B prints “on May 13”.",
            [("wire", "Tuesday"), ("post", "May 13")],
        ),
        (
            "words",
            "Only A says that the ship has four stern ramps.",
            [("wire", "two of the ship's four stern ramps")],
        ),
        (
            "same",
            "The same quotation of the harbour master stands in all 3 reports.",
            [
                (m.id, "Nobody on Osk will be left without milk or medicine")
                for m in made
            ],
        ),
    ]
    return collation(
        made,
        kinds={"boats": "reworded", "cost": "reworded"},
        partly=[(("wire", "cost"), ("post", "school"), "paid by the county")]
        if n_reports == 2
        else [(("radio", "cost"), ("post", "school"), "county")],
        findings=findings,
        degraded=("Sentence vectors were not used: --fast.",),
    )


def many_reports(n_reports: int, n_passages: int = 40) -> Collation:
    """Reports of some 20 words a passage; every fourth passage is one's own."""
    words = "harbour ferry island county repair ramp crowns operator inspector quay"
    made = []
    for r in range(n_reports):
        paragraphs, paragraph = [], []
        for i in range(n_passages):
            line = " ".join([words, str(i), words.title()])
            if i % 4 == 3:
                key, text = f"own-{r}-{i}", f"Report {r} adds {line} of its own."
            elif (r + i) % 3 == 0:
                key, text = f"unit-{i}", f"Then {line} on day {r}."
            else:
                key, text = f"unit-{i}", f"Then {line} at last."
            paragraph.append((key, text))
            if len(paragraph) == 2:
                paragraphs.append(("body", paragraph))
                paragraph = []
        made.append(
            Made(
                f"r{r:02}",
                [("headline", f"Headline {r}"), *paragraphs],
                outlet=f"Outlet number {r}",
            )
        )
    return collation(made)


HOSTILE = [
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    '"><svg onload=window.hit=1>',
    "' onmouseover='window.hit=1",
    "[link](javascript:window.hit=1)",
    "</style><style>body{display:none}",
    "</script><script>window.hit=1</script>",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp;#60;",
    "a\u202egnirts\u202c \u2066b\u2069 \x1b[31m \x00",
    "W" * 3000,
]


def hostile_story() -> Collation:
    """Reports that try to be more than text."""
    made = [
        Made(
            f"r{i}",
            [
                *((kind, text) for kind in ("headline", "byline", "caption")),
                ("body", [("u", text), (f"o{i}", f"own {text}")]),
            ],
            outlet=text,
            credits=(text,),
            path=text,
            published_at=text,
        )
        for i, text in enumerate(HOSTILE)
    ]
    return collation(
        made,
        findings=[("x", text, [(f"r{i}", text)]) for i, text in enumerate(HOSTILE)],
        degraded=tuple(HOSTILE),
    )
