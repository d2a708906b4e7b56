"""Pairs of invented reports with planted differences, and with harmless ones.

Every pair tells one story in two wordings. In half one figure or day differs so
that both cannot hold; in the other it differs harmlessly: rounded, in another unit,
hedged, of another scope, or counted later.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from synoptic.model import Block, Report

_FILLERS = [
    (
        "Divers from the naval base at Corrin joined the search before dawn.",
        "Before dawn, divers from the naval base at Corrin joined the search.",
    ),
    (
        "“We have no time to lose,” said Ines Falk, who leads the regional council.",
        "Ines Falk, who leads the regional council, said: “We have no time to lose.”",
    ),
    (
        "Shops in the old town stayed shut and the schools sent their pupils home.",
        "Schools sent their pupils home and shops in the old town stayed shut.",
    ),
    (
        "The weather office expects strong westerly winds to ease by the evening.",
        "Strong westerly winds should ease by the evening, the weather office said.",
    ),
    (
        "Opposition members of the assembly want an inquiry into the harbour board.",
        "An inquiry into the harbour board was asked for by opposition members.",
    ),
]


@dataclass(frozen=True)
class Frame:
    """One statement in two wordings with a place for the number."""

    key: str
    a: str
    b: str
    low: int
    high: int


FRAMES = [
    Frame(
        "killed",
        "The ferry Tern sank off Port Merrow in heavy seas, killing {} people, the "
        "coast guard said.",
        "The ferry Tern went down in heavy seas off Port Merrow and {} people were "
        "killed, according to the coast guard.",
        11,
        96,
    ),
    Frame(
        "injured",
        "A tram left the rails in the centre of Dunholt, injuring {} people, officials "
        "said.",
        "Officials said {} people were injured when a tram left the rails in the "
        "centre of Dunholt.",
        12,
        98,
    ),
    Frame(
        "arrested",
        "Police arrested {} people during the protest outside the Brackwater refinery.",
        "During the protest outside the Brackwater refinery police arrested {} people.",
        13,
        97,
    ),
    Frame(
        "budget",
        "The council approved ${} million for a new harbour wall at Elsby.",
        "The council has approved spending of ${} million on a new harbour wall at "
        "Elsby.",
        12,
        480,
    ),
    Frame(
        "turnout",
        "Turnout in the Merrow referendum was {} percent, the returning officer said.",
        "The returning officer said turnout in the Merrow referendum was {} percent.",
        31,
        89,
    ),
    Frame(
        "fire",
        "The fire has burned {} square km of pine forest north of Elsby.",
        "North of Elsby the fire has burned {} square km of pine forest.",
        120,
        980,
    ),
    Frame(
        "jobs",
        "The shipyard will cut {} jobs at its Brackwater plant, the company said.",
        "The company said the shipyard will cut {} jobs at its plant in Brackwater.",
        210,
        940,
    ),
    Frame(
        "age",
        "Rescuers found Mara Quill, {}, alive under the roof of the market hall.",
        "Mara Quill, {}, was found alive under the roof of the market hall by "
        "rescuers.",
        19,
        88,
    ),
    Frame(
        "truce",
        "The envoy said the truce between the two islands would last {} days.",
        "The truce between the two islands would last {} days, the envoy said.",
        11,
        90,
    ),
    Frame(
        "homes",
        "The storm left {} homes without power on the Corrin peninsula.",
        "On the Corrin peninsula {} homes were left without power by the storm.",
        1210,
        9890,
    ),
    Frame(
        "day",
        "The two governments signed the Elsby accord on March {} in Corrin.",
        "In Corrin the two governments signed the Elsby accord on March {}.",
        2,
        12,
    ),
    Frame(
        "painting",
        "The museum in Dunholt paid £{} million for the portrait by Aldous Wren.",
        "The portrait by Aldous Wren was bought by the museum in Dunholt for £{} "
        "million.",
        3,
        70,
    ),
]
_BY_KEY = {frame.key: frame for frame in FRAMES}
_TOLLS = ("killed", "injured", "arrested")
_WORDS = {11: "eleven", 12: "twelve", 13: "thirteen", 15: "fifteen", 20: "twenty"}


@dataclass(frozen=True)
class Planted:
    """A pair of reports.

    Attributes:
        differs: Whether a careful reader would say that the two differ.
        kind: What was done to the number.
    """

    reports: tuple[Report, Report]
    differs: bool
    kind: str


def planted_pairs(n, seed=7):
    """`n` pairs that differ and `n` that do not, in an order fixed by the seed."""
    rng = random.Random(seed)
    pairs = [_differing(rng, k) for k in range(n)]
    pairs += [_harmless(rng, k) for k in range(n)]
    return pairs


def _differing(rng, k):
    frame = FRAMES[k % len(FRAMES)]
    x = rng.randint(frame.low, frame.high)
    y = x
    while abs(y - x) < max(2, 0.18 * x) and (frame.key != "day" or y == x):
        y = rng.randint(frame.low, frame.high)
    return _pair(rng, k, frame, f"{x:,}", f"{y:,}", differs=True, kind="number")


def _harmless(rng, k):
    kinds = (_same, _rounded, _hedged, _other_unit, _other_scope, _later, _weekday)
    return kinds[k % len(kinds)](rng, k)


def _same(rng, k):
    frame = rng.choice(FRAMES)
    x = rng.choice([n for n in _WORDS if frame.low <= n <= frame.high] or [frame.high])
    said = _WORDS.get(x, f"{x}") if frame.key in _TOLLS else f"{x:,}"
    return _pair(rng, k, frame, f"{x:,}", said, differs=False, kind="words")


def _rounded(rng, k):
    frame = _BY_KEY[rng.choice(["homes", "fire", "jobs"])]
    x = rng.randint(frame.low, frame.high)
    step = 100 if x >= 1000 else 10
    near = round(x / step) * step
    said = rng.choice([f"about {near:,}", f"some {near:,}", f"{near:,}"])
    return _pair(rng, k, frame, f"{x:,}", said, differs=False, kind="rounded")


def _hedged(rng, k):
    frame = _BY_KEY[rng.choice(["killed", "injured", "budget", "homes", "turnout"])]
    x = rng.randint(max(frame.low, 20), frame.high)
    tens = 100 if x > 300 else 10
    said = rng.choice(
        [
            f"more than {max(x // tens * tens - (x % tens == 0), 1):,}",
            f"nearly {(x // tens + 1) * tens:,}" if x % tens > 4 else f"about {x:,}",
        ]
    )
    if frame.key == "budget":
        said = said.replace(" ", " $", 1) if said.count(" ") == 1 else said
        words = said.split(" ")
        said = " ".join(words[:-1]) + " " + words[-1].lstrip("$")
        b = frame.b.replace("${}", "{}")
        said = " ".join([*said.split(" ")[:-1], "$" + said.split(" ")[-1]])
        frame = Frame(frame.key, frame.a, b, frame.low, frame.high)
    return _pair(rng, k, frame, f"{x:,}", said, differs=False, kind="hedged")


def _other_unit(rng, k):
    frame = _BY_KEY["fire"]
    x = rng.randint(frame.low, frame.high)
    b = frame.b.replace("square km", "square miles")
    frame = Frame(frame.key, frame.a, b, frame.low, frame.high)
    said = f"{round(x / 2.58999)}"
    return _pair(rng, k, frame, f"{x}", said, differs=False, kind="unit")


def _other_scope(rng, k):
    frame = _BY_KEY[rng.choice(["killed", "fire", "jobs", "turnout"])]
    x = rng.randint(frame.low, frame.high)
    y = rng.randint(frame.low, frame.high)
    b = {
        "killed": "A ferry of the same line burned out at Corrin years ago; then {} "
        "people were killed.",
        "fire": "A second fire has burned {} square km of heath south of Dunholt.",
        "jobs": "The shipyard will create {} jobs at its Corrin plant, the company "
        "said.",
        "turnout": "In the Corrin district turnout was {} percent, the returning "
        "officer said.",
    }[frame.key]
    frame = Frame(frame.key, frame.a, b, frame.low, frame.high)
    return _pair(rng, k, frame, f"{x:,}", f"{y:,}", differs=False, kind="scope")


def _later(rng, k):
    frame = _BY_KEY[rng.choice(_TOLLS)]
    x = rng.randint(frame.low, frame.high - 8)
    y = x + rng.randint(2, 30)
    return _pair(
        rng, k, frame, f"{x}", f"{y}", differs=False, kind="later", later="2025-03-16"
    )


def _weekday(rng, k):
    frame = _BY_KEY["day"]
    days = {8: "Saturday", 9: "Sunday", 10: "Monday", 11: "Tuesday", 12: "Wednesday"}
    day = rng.choice(sorted(days))
    b = frame.b.replace("March {}", "{}")
    frame = Frame(frame.key, frame.a, b, frame.low, frame.high)
    return _pair(rng, k, frame, f"{day}", days[day], differs=False, kind="weekday")


def _pair(rng, k, frame, x, y, *, differs, kind, later=None):
    fillers = rng.sample(_FILLERS, 3)
    place = rng.randint(0, 3)
    a = [wording[0] for wording in fillers]
    b = [wording[rng.randint(0, 1)] for wording in fillers]
    a.insert(place, frame.a.format(x))
    # Half of the pairs keep the wording, as two prints of one agency text do.
    other = (
        frame.a if frame.b == _BY_KEY[frame.key].b and rng.random() < 0.5 else frame.b
    )
    said = other.format(y)
    b.insert(rng.randint(0, 3), said[0].upper() + said[1:])
    reports = (
        _report(f"a{k}{kind}", a, "2025-03-14"),
        _report(f"b{k}{kind}", b, later or "2025-03-14"),
    )
    return Planted(reports, differs, f"{kind} {frame.key}")


def _report(name, sentences, published_at):
    text = "\n\n".join(sentences)
    blocks, end = [], 0
    for sentence in sentences:
        blocks.append(Block(end, end + len(sentence), "body"))
        end += len(sentence) + 2
    return Report(
        id=name,
        series=name,
        path=f"{name}.txt",
        text=text,
        blocks=tuple(blocks),
        published_at=published_at,
        language="en",
    )
