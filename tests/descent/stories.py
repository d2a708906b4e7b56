"""Small made-up reports for the tests of descent and origins."""

from synoptic.annotate.sentences import sentences_of
from synoptic.collate.descent import find_descent, weigh_pairs
from synoptic.collate.origins import find_origins
from synoptic.collate.passages import find_passages
from synoptic.model import Annotations, Block, Report

LONG = tuple(
    " ".join(part.split())
    for part in """
The old lighthouse at Cape Orrin went dark on Sunday for the first time in
ninety years after its lamp was taken by people who arrived in a small boat.

Fishing crews noticed the missing beam shortly before midnight and steered by
the lights of the cannery until they reached the harbor.

The keeper, who lives in the village below, found the door forced and the brass
fittings unscrewed with some care.

Parts of that kind are sought after by collectors, and a similar lens fetched a
high price at an auction in the spring.

A replacement lamp is expected to be flown in within four days, the coast
service announced, and until then a ship will anchor off the cape.

Villagers have collected money for a stronger door and want the tower to be
watched at night.
""".split("\n\n")
)
OTHER = (
    "No light shone from Cape Orrin on Sunday night: somebody had taken the lamp.",
    "Boats coming home had to find the harbor without it, guided by the cannery.",
    "According to the keeper, whoever did it had tools and plenty of time.",
    "Collectors pay well for old lenses, as an auction showed only months ago.",
    "Sailors will see a ship with a lantern there while the new lamp is on its way.",
)


def report(name, paragraphs, *, credit=None, named=(), outlet=None, at=None):
    """A report whose paragraphs are its body, with a credit line at the end."""
    text, blocks = "", []
    for kind, part in [("body", p) for p in paragraphs] + (
        [("credit", credit)] if credit else []
    ):
        start = len(text)
        text += part + "\n\n"
        blocks.append(Block(start, start + len(part), kind))
    return Report(
        id=name, series=name, path=f"{name}.txt", text=text, blocks=tuple(blocks),
        outlet=outlet or name.title(), credits=tuple(named), published_at=at,
        language="en",
    )  # fmt: skip


def weighed(*reports):
    notes = tuple(
        Annotations(report=r.id, language="en", sentences=sentences_of(r))
        for r in reports
    )
    units = find_passages(reports, notes).units
    return weigh_pairs(reports, notes, units), notes


def descent_of(*reports):
    return find_descent(weighed(*reports)[0])


def bounds_of(*reports):
    """Bounds by the reading of the first report that has the unit, and its report."""
    pairs, notes = weighed(*reports)
    by_id = {r.id: r for r in reports}
    found = {}
    for unit, origin in zip(pairs.units, find_origins(pairs, notes), strict=True):
        first = unit.readings[0]
        words = by_id[first.report].quote(first.spans[0])
        found[words] = (origin.at_least, origin.at_most, len(unit.readings))
    return found


__all__ = ["LONG", "OTHER", "bounds_of", "descent_of", "report", "weighed"]
