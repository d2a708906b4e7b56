"""Who draws on whom."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from descent.stories import LONG, OTHER, descent_of, report

from synoptic.collate.descent.tree import edge_posteriors, p_one_root
from synoptic.collate.descent.wording import TIME_ALONE
from synoptic.collate.origins.findings import descent_findings

WIRE = report("wire", LONG, outlet="Reuters", named=("Reuters",), at="2024-03-03T09:00")


def test_a_cut_print_with_credit_draws_on_the_agencys_file():
    paper = report(
        "paper", LONG[:4], credit="Reuters contributed to this report.",
        named=("Reuters",), at="2024-03-03T12:00",
    )  # fmt: skip
    found = descent_of(paper, WIRE)
    (edge,) = found.edges
    assert (edge.parent, edge.child, edge.extent) == ("wire", "paper", "wholly")
    assert edge.p > 0.5
    assert edge.bits == pytest.approx(sum(edge.parts.values()))
    assert any("names wire" in r or "names Reuters" in r for r in edge.reasons)


def test_reports_in_words_of_their_own_are_not_tied():
    found = descent_of(WIRE, report("rival", OTHER))
    assert not found.edges
    assert not found.lost_parents
    assert not found.undecided


def test_two_prints_of_one_agency_have_a_lost_parent():
    local = "The council of the village met on Monday and spoke of nothing else."
    first = report("gazette", (*LONG[:4], local), credit="AFP", named=("AFP",))
    second = report("ledger", (LONG[0], *LONG[2:]), credit="AFP", named=("AFP",))
    found = descent_of(first, second)
    assert not found.edges
    (lost,) = found.lost_parents
    assert lost.agency == "AFP"
    assert lost.children == ("gazette", "ledger")
    assert lost.units


def test_a_credit_alone_is_a_lost_parent_in_doubt():
    (lost,) = descent_of(
        WIRE, report("rival", OTHER, credit="AP", named=("AP",))
    ).lost_parents
    assert (lost.agency, lost.children, lost.units) == ("AP", ("rival",), ())
    assert lost.p < 0.7


def test_time_alone_decides_nothing():
    first = report("early", LONG, at="2024-03-03T09:00")
    second = report("late", LONG, at="2024-03-03T19:00")
    found = descent_of(first, second)
    for edge in found.edges:
        assert (edge.parent, edge.child) == ("early", "late")
        assert edge.p < 0.9
    turned = descent_of(report("early", LONG), report("late", LONG))
    assert not turned.edges


def test_where_only_times_tell_the_line_says_so():
    first = report("early", LONG, at="2024-03-03T09:00")
    second = report("late", LONG, at="2024-03-03T19:00")
    found = descent_of(first, second)
    (edge,) = found.edges
    assert edge.reasons[-1] == TIME_ALONE
    sure = replace(found, edges=(replace(edge, p=0.8, units=()),))
    (line,) = descent_findings((first, second), (), sure)
    assert "draws" not in line.text
    assert "nothing else shows which drew on which" in line.text


def test_a_lead_that_only_one_has_is_more_than_the_time():
    first = report("early", LONG, at="2024-03-03T09:00")
    lead = "The harbour office of the town met on Monday to speak of it."
    second = report("late", (lead, *LONG[:5]), at="2024-03-03T19:00")
    assert all(TIME_ALONE not in e.reasons for e in descent_of(first, second).edges)


def test_who_names_the_other_has_no_lost_parent_with_it():
    council = "The council of the village met on Monday and spoke of nothing else."
    captain = "A ferry captain said he would wait for the spring tide."
    first = report(
        "gazette", (council, *LONG[:2], council, LONG[4]), outlet="Orrin Gazette"
    )

    naming = captain + " (via Orrin Gazette)"
    second = report("blog", (*LONG[1:4], LONG[5], captain, naming), outlet="Blog")
    found = descent_of(first, second)
    assert not found.lost_parents
    assert not found.undecided
    (edge,) = found.edges
    assert (edge.parent, edge.child, edge.extent) == ("gazette", "blog", "partly")
    assert edge.reasons[0] == "B names A as a source"
    assert "21 % of A stands in B" in edge.reasons


def test_two_whole_prints_of_one_agency_draw_on_it_and_not_on_each_other():
    prints = [
        report(name, LONG, credit="AFP", named=("AFP",), at=f"2024-03-03T{hour}:00")
        for name, hour in (("early", "09"), ("late", "10"), ("last", "11"))
    ]
    found = descent_of(*prints)
    assert not found.edges
    (lost,) = found.lost_parents
    assert (lost.agency, lost.children) == ("AFP", ("early", "late", "last"))


def test_whole_prints_still_draw_on_the_agencys_own_file():
    prints = [
        report(name, LONG, credit="Reuters", named=("Reuters",)) for name in ("a", "b")
    ]
    found = descent_of(WIRE, *prints)
    assert {(e.parent, e.child) for e in found.edges} == {("wire", "a"), ("wire", "b")}


def test_shared_quotations_tie_nobody():
    quotation = (
        '"I climbed the tower with a torch and I counted every step twice before I '
        'understood that the lamp had gone," the keeper said.'
    )
    found = descent_of(
        report("one", (OTHER[0], quotation)),
        report("two", (quotation, "Nobody in the village heard a boat.")),
    )
    assert not found.edges
    assert not found.lost_parents


def test_input_order_changes_nothing():
    paper = report("paper", LONG[:4], credit="Reuters", named=("Reuters",))
    rival = report("rival", OTHER)
    results = [
        {(e.parent, e.child, round(e.p, 9)) for e in descent_of(*order).edges}
        for order in itertools.permutations((WIRE, paper, rival))
    ]
    assert all(r == results[0] for r in results)


def test_edge_posteriors_equal_the_sum_over_all_trees():
    rng = np.random.default_rng(7)
    n = 4
    edge, root = rng.normal(size=(n, n)), rng.normal(size=n)
    total = one = 0.0
    p_edge, p_root = np.zeros((n, n)), np.zeros(n)
    for parents in itertools.product(range(-1, n), repeat=n):
        if not _is_forest(parents):
            continue
        weight = np.exp(
            sum(root[c] if p < 0 else edge[p, c] for c, p in enumerate(parents))
        )
        total += weight
        one += weight * (parents.count(-1) == 1)
        for c, p in enumerate(parents):
            if p < 0:
                p_root[c] += weight
            else:
                p_edge[p, c] += weight
    found_edge, found_root, log_total = edge_posteriors(edge, root)
    assert np.allclose(found_edge, p_edge / total)
    assert np.allclose(found_root, p_root / total)
    assert log_total == pytest.approx(np.log(total))
    assert p_one_root(edge, root) == pytest.approx(one / total)


def _is_forest(parents):
    for c in range(len(parents)):
        seen, at = set(), c
        while at >= 0:
            if at in seen:
                return False
            seen.add(at)
            at = parents[at]
    return True


def test_edge_posteriors_of_no_reports_are_empty():
    p_edge, p_root, _ = edge_posteriors(np.zeros((0, 0)), np.zeros(0))
    assert p_edge.shape == (0, 0)
    assert p_root.shape == (0,)
