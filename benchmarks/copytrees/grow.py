"""Grow a story: originals, copies of copies, and what is true about them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from copytrees import operations as op
from copytrees.draft import Draft, Piece, child_of, render, sentences_of
from copytrees.rules import FITTED, HELD_OUT, Context
from copytrees.truth import RELEASE, describe

if TYPE_CHECKING:
    from copytrees.stories import Story

_OUTLETS = (
    "Northern Post,Harbour Gazette,The Daily Ledger,Metro Echo,Valley Tribune,"
    "Morning Mail,The Beacon,City Wire,Lakeside Journal,The Examiner Online,"
    "Kestrel News,Radio Five Towns,The Standard-Bulletin,Newsdesk 24"
).split(",")
_AGENCIES = ("Reuters", "AP", "AFP", "dpa")
_LONG = {"AP": "The Associated Press", "AFP": "Agence France-Presse"}
_WRITERS = "Nell Harker,Ivo Brandt,Tessa Quill,Amos Reed,Lena Faber,Hugo Stein".split(
    ","
)


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How hard a story is. Shares are probabilities, `edited` a range of them."""

    originals: tuple[int, int]
    copies: tuple[int, int]
    hide_original: float
    hide_between: float
    merged: float
    edited: tuple[float, float]
    keep: tuple[float, float]
    local: tuple[int, int]
    credited: float
    named_outlet: float
    no_time: float
    wrong_time: float
    version: float
    release: float
    chained: float
    cut_end: float = 0.6
    cut_middle: float = 0.5
    cut_sentences: float = 0.3
    new_lead: float = 0.3
    place_dropped: float = 0.5


SETTINGS = {
    "easy": Setting(
        originals=(1, 2), copies=(2, 4), hide_original=0.15, hide_between=0.0,
        merged=0.05, edited=(0.0, 0.2), keep=(0.6, 1.0), local=(0, 1), credited=0.8,
        named_outlet=0.5, no_time=0.1, wrong_time=0.0, version=0.1, release=0.05,
        chained=0.2,
    ),
    "medium": Setting(
        originals=(1, 3), copies=(2, 6), hide_original=0.25, hide_between=0.03,
        merged=0.12, edited=(0.1, 0.6), keep=(0.4, 1.0), local=(0, 3), credited=0.65,
        named_outlet=0.25, no_time=0.25, wrong_time=0.05, version=0.1, release=0.1,
        chained=0.25,
    ),
    "hard": Setting(
        originals=(1, 3), copies=(3, 8), hide_original=0.6, hide_between=0.15,
        merged=0.3, edited=(0.4, 0.95), keep=(0.2, 0.8), local=(1, 5), credited=0.3,
        named_outlet=0.1, no_time=0.6, wrong_time=0.3, version=0.1, release=0.3,
        chained=0.5,
    ),
}  # fmt: skip
VARIED = "varied"
"""The setting that draws every share anew for each story: weights fitted on it alone
cannot lean on one way of editing."""


def varied(rng: random.Random) -> Setting:
    """A setting of its own for one story."""
    fewest = rng.uniform(0.2, 0.9)
    most_edited = rng.uniform(0.0, 0.95)
    return Setting(
        originals=(1, 3),
        copies=(2, rng.randint(3, 9)),
        hide_original=rng.uniform(0.0, 0.7),
        hide_between=rng.uniform(0.0, 0.15),
        merged=rng.uniform(0.0, 0.3),
        edited=(rng.uniform(0.0, most_edited), most_edited),
        keep=(fewest, 1.0),
        local=(0, rng.randint(0, 4)),
        credited=rng.uniform(0.0, 0.9),
        named_outlet=rng.uniform(0.0, 0.4),
        no_time=rng.uniform(0.0, 1.0),
        wrong_time=rng.uniform(0.0, 0.4),
        version=rng.uniform(0.0, 0.15),
        release=rng.uniform(0.0, 0.3),
        chained=rng.uniform(0.0, 0.8),
        cut_end=rng.random(),
        cut_middle=rng.random(),
        cut_sentences=rng.uniform(0.0, 0.6),
        new_lead=rng.uniform(0.0, 0.6),
        place_dropped=rng.random(),
    )


@dataclass(frozen=True)
class Grown:
    """A story: report rows, given ones only and in no telling order, and the truth."""

    name: str
    rows: list[dict[str, object]]
    truth: dict[str, object]


@dataclass
class _Tree:
    story: Story
    setting: Setting
    rng: random.Random
    rules: tuple
    more: bool
    nodes: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    outlets: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)

    def node(self, node_id: str) -> Draft:
        return next(n for n in self.nodes if n.id == node_id)


def grow(
    story: Story, *, setting: str = "medium", seed: int = 0, held_out: bool = False
) -> Grown:
    """Grow one story.

    Args:
        held_out: Edit by the rules and operations that are kept for measuring.
    """
    rng = random.Random(f"{story.name}/{setting}/{seed}/{held_out}")
    rules = HELD_OUT if held_out else FITTED
    shares = varied(rng) if setting == VARIED else SETTINGS[setting]
    tree = _Tree(story, shares, rng, rules, held_out)
    tree.outlets = rng.sample(_OUTLETS, len(_OUTLETS))
    tree.leads = rng.sample(story.leads, len(story.leads))
    _originals(tree)
    for _ in range(rng.randint(*tree.setting.copies)):
        _copy(tree)
    _hide_between(tree)
    for node in tree.nodes:
        _stamp(tree, node)
    return hand_in(f"{story.name}-{seed}", tree.nodes, rng)


def hand_in(name: str, nodes: list[Draft], rng: random.Random) -> Grown:
    """What is given of a tree, shuffled and named, and what is true about it."""
    given = [n for n in nodes if not n.hidden]
    rng.shuffle(given)
    names = {n.id: f"{name}-{k + 1}" for k, n in enumerate(given)}
    rows = []
    passages = {}
    for node in given:
        row, where = render(node)
        row["id"] = names[node.id]
        if "series" in row:
            row["series"] = names.get(str(row["series"]), names[node.id])
        rows.append(row)
        passages[node.id] = where
    return Grown(name, rows, describe(name, nodes, names, passages))


def _originals(tree: _Tree) -> None:
    rng, story = tree.rng, tree.story
    n = min(rng.randint(*tree.setting.originals), len(story.tellings))
    agencies = rng.sample(_AGENCIES, len(_AGENCIES))
    for number, k in enumerate(rng.sample(range(len(story.tellings)), n)):
        node_id = f"o{number}"
        paragraphs = [
            [Piece(s, node_id) for s in sentences_of(p)] for p in story.tellings[k]
        ]
        node = Draft(id=node_id, paragraphs=paragraphs, written_hour=rng.uniform(0, 5))
        node.headline = rng.choice(story.headlines)
        _take_release(tree, node, k)
        if rng.random() < 0.6:
            node.agency = node.outlet = agencies[number]
            node.place = story.place
            node.dateline_agency = node.agency if rng.random() < 0.8 else None
        else:
            node.outlet = tree.outlets.pop()
            node.place = story.place if rng.random() < 0.3 else ""
        if rng.random() < 0.5:
            node.byline = f"By {rng.choice(_WRITERS)}"
        node.hidden = rng.random() < tree.setting.hide_original
        tree.nodes.append(node)
    _share_release(tree)


def _take_release(tree: _Tree, node: Draft, telling: int) -> None:
    """Sentences that writers take over from one press release, marks or no marks."""
    if tree.rng.random() > tree.setting.release:
        return
    first = tree.story.tellings[0]
    k = 1 + len(tree.story.name) % (len(first) - 1)
    release = [s for s in sentences_of(first[k]) if '"' not in s and "“" not in s][:1]
    if telling == 0:
        node.paragraphs[k] = [
            replace(p, origin=RELEASE) if p.text in release else p
            for p in node.paragraphs[k]
        ]
    elif release:
        at = min(k, len(node.paragraphs))
        node.paragraphs.insert(at, [Piece(s, RELEASE) for s in release])


def _share_release(tree: _Tree) -> None:
    """A sentence that one writer took from the hand-out is from there in all."""
    paragraphs = [para for node in tree.nodes for para in node.paragraphs]
    release = {p.text for para in paragraphs for p in para if p.origin == RELEASE}
    for para in paragraphs:
        para[:] = [replace(p, origin=RELEASE) if p.text in release else p for p in para]


def _copy(tree: _Tree) -> None:
    rng, setting = tree.rng, tree.setting
    originals = [n for n in tree.nodes if not n.parents]
    copies = [n for n in tree.nodes if n.parents]
    parent = rng.choice(
        copies if copies and rng.random() < setting.chained else originals
    )
    node = child_of(parent, f"c{len(tree.nodes)}")
    if rng.random() < setting.version and not parent.hidden:
        _version(tree, parent, node)
        return
    node.outlet = tree.outlets.pop() if tree.outlets else None
    node.written_hour = parent.written_hour + rng.uniform(0.3, 9)
    if rng.random() < setting.cut_end:
        op.cut_end(node, rng.uniform(*setting.keep))
    if rng.random() < setting.cut_middle:
        op.cut_middle(node, rng, rng.uniform(0, 1 - setting.keep[0]) * 0.7)
    if rng.random() < setting.cut_sentences:
        op.cut_sentences(node, rng, 0.3)
    others = [n for n in tree.nodes if n.id != parent.id and _unlike(n, node)]
    second = rng.choice(others) if others and rng.random() < setting.merged else None
    if second:
        op.merge(node, second, rng, rng.uniform(0.3, 0.7))
        node.written_hour = max(node.written_hour, second.written_hour + 0.3)
    context = Context(tree.story.day, tree.story.date)
    op.edit_sentences(node, rng, rng.uniform(*setting.edited), tree.rules, context)
    if tree.more and rng.random() < 0.3:
        op.reorder(node, rng)
    if rng.random() < 0.4:
        op.regroup(node, rng)
    op.add_local(node, rng, rng.randint(*setting.local), tree.used)
    if rng.random() < setting.new_lead:
        op.new_lead(node, rng, tree.leads)
    if rng.random() < 0.7:
        op.new_headline(node, tree.story, rng)
    else:
        node.headline = parent.headline
    if rng.random() < 0.3:
        node.byline = parent.byline or f"By {rng.choice(_WRITERS)}"
    if rng.random() < setting.place_dropped:
        node.place = ""
    _credit(tree, node, [p for p in (parent, second) if p is not None])
    tree.nodes.append(node)


def _unlike(other: Draft, node: Draft) -> bool:
    own = {p.origin for para in node.paragraphs for p in para}
    return any(p.origin not in own for para in other.paragraphs for p in para)


def _version(tree: _Tree, parent: Draft, node: Draft) -> None:
    """A later state of the same report: little changed, something added."""
    rng = tree.rng
    node.outlet, node.agency, node.headline = (
        parent.outlet,
        parent.agency,
        parent.headline,
    )
    node.byline, node.place = parent.byline, parent.place
    node.dateline_agency, node.credits = parent.dateline_agency, list(parent.credits)
    node.notes = list(parent.notes)
    node.series = parent.id
    node.written_hour = parent.written_hour + rng.uniform(0.5, 6)
    context = Context(tree.story.day, tree.story.date)
    op.edit_sentences(node, rng, 0.15, tree.rules, context)
    op.add_local(node, rng, rng.randint(1, 2), tree.used)
    node.operations.append("version")
    tree.nodes.append(node)


def _credit(tree: _Tree, node: Draft, parents: list[Draft]) -> None:
    rng, setting = tree.rng, tree.setting
    agencies: list[str] = []
    for parent in parents:
        named = [parent.agency] if parent.agency else parent.credits
        if named and rng.random() < setting.credited:
            agencies += [a for a in named if a not in agencies]
        elif not named and parent.outlet and rng.random() < setting.named_outlet:
            node.top_notes.append(f"[Source: {parent.outlet}]")
    node.credits = agencies
    if not agencies:
        return
    names = " and ".join(_LONG.get(a, a) for a in agencies)
    if len(parents) == 1 and rng.random() < 0.35 and node.place:
        node.dateline_agency = agencies[0]
    elif len(parents) == 1 and rng.random() < 0.3:
        node.byline = f"By {names}"
    elif len(parents) == 1 and rng.random() < 0.4:
        node.top_notes.append(f"[Source: {names}]")
    else:
        node.notes.append(f"{names} contributed to this report.")


def _hide_between(tree: _Tree) -> None:
    for node in tree.nodes:
        children = [n for n in tree.nodes if node.id in n.parents]
        if (
            node.parents
            and len(children) == 1
            and len(children[0].parents) == 1
            and not any(n.series == node.id for n in tree.nodes)
            and tree.rng.random() < tree.setting.hide_between * 3
        ):
            node.hidden = True


def _stamp(tree: _Tree, node: Draft) -> None:
    rng, setting = tree.rng, tree.setting
    node.head_in_text = rng.random() < 0.3
    if rng.random() < setting.no_time:
        return
    hours = node.written_hour
    if rng.random() < setting.wrong_time:
        hours += rng.uniform(-12, 12)
    at = datetime.fromisoformat(tree.story.date).replace(tzinfo=UTC)
    at += timedelta(hours=9 + hours)
    node.published_at = at.strftime("%Y-%m-%dT%H:%M:00+00:00")
