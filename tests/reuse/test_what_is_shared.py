"""What counts as a shared passage, and what is told apart from one."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from reuse_corpora import sentence, text, word

from synoptic.model import Report
from synoptic.reuse import Settings, passages_of, settings_for
from synoptic.reuse.pairs import clusters_of, pairs_of


def report(name, body, *, outlet=None, published_at=None):
    return Report(
        id=name,
        series=name,
        path=name,
        text=body,
        blocks=(),
        outlet=outlet,
        published_at=published_at,
    )


def shared(rows, reports):
    texts = {r.id: r.text for r in reports}
    return [
        tuple(texts[row[s]][row[f"{s}_start"] : row[f"{s}_end"]] for s in "ab")
        for row in rows.to_pylist()
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("雨が降り続き川の水位が上がったため市は住民に避難を呼びかけました", None),
        ("เจ้าหน้าที่ขอให้ประชาชนอพยพออกจากพื้นที่ริมแม่น้ำทันที", None),
        (
            "강물이 불어나자 시 당국은 주민들에게 즉시 대피하라고 거듭 요청했다",
            None,
        ),
        (
            "“We don’t organise a cease-fire,” the café’s OWNER told the harbour",
            "\"WE DON'T ORGANIZE A CEASEFIRE\", THE CAFE'S owner told the harbor",
        ),
        (
            "Мэр города попросил жителей покинуть берег реки ещё до наступления ночи",
            "МЭР ГОРОДА попросил жителей покинуть берег реки еще до наступления ночи",
        ),
    ],
)
def test_a_passage_of_any_script_is_found(one, two):
    chance = random.Random(2)
    a = report("a", f"{sentence(chance)}\n{one}\n{sentence(chance)}")
    b = report("b", f"{sentence(chance)}\n{two or one}\n{sentence(chance)}")
    assert shared(passages_of([a, b]), [a, b]) == [
        (one.strip("“"), (two or one).strip('"'))
    ]


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_passages_go_on_through_edits(share):
    chance = random.Random(7)
    lines = [sentence(chance, 60) for _ in range(20)]
    held = total = 0
    for number, line in enumerate(lines):
        own = [word(chance) if chance.random() < share else w for w in line.split()]
        a = report("a", f"{text(chance, 3)}\n{line}\n{text(chance, 3)}")
        b = report("b", f"{text(chance, 3)}\n{' '.join(own)}\n{text(chance, 3)}")
        found = shared(passages_of([a, b]), [a, b])
        held += sum(len(one) for one, _ in found)
        total += len(line)
        assert len(found) <= 2, number
    assert held > 0.9 * total


def test_a_second_look_finds_what_was_edited_heavily():
    """Runs of three words, too short to bring reports together by themselves."""
    chance = random.Random(3)
    plain, heavy = sentence(chance, 30), sentence(chance, 32)
    own = [word(chance) if k % 4 == 3 else w for k, w in enumerate(heavy.split())]
    mixed = " ".join(own)
    gap = text(chance, 6)
    a = report("a", f"{plain}\n{gap}\n{heavy}")
    b = report("b", f"{plain}\n{text(chance, 6)}\n{mixed}")
    settings = Settings(run_words=5, window=4)
    linked = shared(passages_of([a, b], settings=settings), [a, b])
    alone = passages_of([report("a", heavy), report("b", mixed)], settings=settings)
    assert len(linked) == 2
    assert linked[1][0].startswith(heavy[:20])
    assert alone.num_rows == 0


def test_names_and_stock_phrases_are_no_passage():
    chance = random.Random(4)
    phrases = (
        "President Anna Lindqvist and Prime Minister Jean Okonkwo",
        "it was one of the most in the",
        "ahead of her meeting with Norland President Anders Okonkwo",
        "said Dr. Tove Ingersen, president of the Norland Federation of Pilots",
    )
    for phrase in phrases:
        a = report("a", f"{text(chance, 2)} {phrase} {text(chance, 2)}")
        b = report("b", f"{text(chance, 2)} {phrase} {text(chance, 2)}")
        assert passages_of([a, b]).num_rows == 0, phrase


def outlet_with_box(*, outlet="Boxed", days=20, n=12):
    chance = random.Random(5)
    box, line = sentence(chance, 40), sentence(chance, 20)
    made = [
        report(
            f"r{number:02}",
            f"{text(chance, 4)}\n{line + chr(10) if number in (3, 9) else ''}{box}",
            outlet=outlet,
            published_at=f"2031-04-{number % days + 1:02}",
        )
        for number in range(n)
    ]
    return made, box, line


def test_furniture_of_an_outlet_is_no_passage():
    reports, _, line = outlet_with_box()
    ((one, two),) = shared(passages_of(reports), reports)
    assert one.startswith(line[:-1])
    assert one == two


def test_furniture_is_given_marked_when_asked_for():
    reports, box, _ = outlet_with_box()
    rows = passages_of(reports, settings=settings_for(12, show_furniture=True))
    kinds = rows.column("kind").to_pylist()
    assert kinds.count("passage") == 1
    assert kinds.count("furniture") >= 11
    furniture = [
        s[0]
        for s, k in zip(shared(rows, reports), kinds, strict=True)
        if k == "furniture"
    ]
    assert set(furniture) == {box[:-1]}


@pytest.mark.parametrize(("days_apart", "n_pairs"), [(3, 10), (15, 0)])
def test_what_few_reports_share_for_more_than_a_month_is_furniture(days_apart, n_pairs):
    reports, *_ = outlet_with_box(n=6)
    chosen = [r for n, r in enumerate(reports) if n != 3]
    for number, one in enumerate(chosen):
        day = date(2031, 4, 1) + timedelta(days=number * days_apart)
        chosen[number] = replace(one, published_at=day.isoformat())
    assert pairs_of(passages_of(chosen)).num_rows == n_pairs


@pytest.mark.parametrize("how", [{"outlet": None}, {"days": 1}])
def test_without_outlet_or_days_apart_nothing_is_furniture(how):
    reports, *_ = outlet_with_box(**how)
    assert pairs_of(passages_of(reports)).num_rows == 66


def test_a_story_printed_often_by_one_outlet_is_no_furniture():
    chance = random.Random(6)
    story = [sentence(chance) for _ in range(10)]
    reports = [
        report(
            f"r{number:02}",
            "\n".join([*story[: 9 + number % 2], sentence(chance)]),
            outlet="One",
            published_at=f"2031-04-{number + 1:02}",
        )
        for number in range(12)
    ]
    assert pairs_of(passages_of(reports)).num_rows == 66


@pytest.mark.parametrize(("crowd", "n_pairs"), [(512, 60 * 59 // 2), (16, None)])
def test_the_story_printed_most_keeps_its_pairs_or_stays_connected(crowd, n_pairs):
    chance = random.Random(8)
    story = [sentence(chance) for _ in range(8)]
    reports = [
        report(
            f"r{number:02}", "\n".join([sentence(chance), *story]), outlet=f"o{number}"
        )
        for number in range(60)
    ]
    rows = passages_of(reports, settings=settings_for(60, crowd=crowd))
    pairs = pairs_of(rows)
    if n_pairs is not None:
        assert pairs.num_rows == n_pairs
    else:
        assert pairs.num_rows < 12 * 60
    clusters = clusters_of(pairs).to_pylist()
    assert {row["cluster"] for row in clusters} == {"r00"}
    assert len(clusters) == 60


def test_pairs_say_how_much_of_each_stands_in_the_other():
    chance = random.Random(9)
    lines = [sentence(chance, 20) for _ in range(10)]
    whole, part = "\n".join(lines), "\n".join(lines[:3])
    other = "\n".join([*lines[:2], text(chance, 8)])
    reports = [report("a", whole), report("b", part), report("c", other)]
    pairs = {(p["a"], p["b"]): p for p in pairs_of(passages_of(reports)).to_pylist()}
    assert pairs["a", "b"]["relation"] == "contained"
    assert pairs["a", "b"]["within"] == "a"
    assert (pairs["a", "b"]["a_share"], pairs["a", "b"]["b_share"]) == (0.3, 1.0)
    assert pairs["a", "c"]["relation"] == "overlapping"
    assert pairs["b", "c"]["a_share"] == pytest.approx(2 / 3, abs=1e-3)


def test_clusters_do_not_chain_through_a_brief():
    chance = random.Random(10)
    brief = sentence(chance, 20)
    reports = [
        report("brief", brief),
        report("one", f"{text(chance, 8)}\n{brief}"),
        report("two", f"{brief}\n{text(chance, 8)}"),
    ]
    assert clusters_of(pairs_of(passages_of(reports))).num_rows == 0


def test_nothing_shared_gives_empty_tables():
    chance = random.Random(11)
    reports = [report(n, text(chance)) for n in "abc"]
    rows = passages_of(reports)
    assert rows.num_rows == 0
    assert pairs_of(rows).num_rows == 0
    assert clusters_of(pairs_of(rows)).num_rows == 0
