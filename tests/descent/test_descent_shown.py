"""The tree as text, SVG and PROV-JSON, and the claims."""

import json
import re
import xml.etree.ElementTree as ET

import pytest
from descent.stories import LONG, OTHER, report

from synoptic import compare
from synoptic.collate.descent.wording import in_hundred
from synoptic.present.claims import claims_of
from synoptic.present.descent_svg import descent_svg
from synoptic.present.descent_tree import tree_lines
from synoptic.present.html import to_html
from synoptic.present.json import from_json, to_json
from synoptic.present.prov import to_prov
from synoptic.present.terminal_origins import print_origins
from synoptic.present.view import view
from synoptic.present.wording import chance


@pytest.fixture(scope="module")
def collation():
    return compare(
        [
            report("wire", LONG, outlet="Reuters", at="2024-03-03T09:00"),
            report("paper", LONG[:4], credit="Reuters", named=("Reuters",)),
            report("rival", OTHER, credit="AP <b>", named=("AP",)),
        ],
        fast=True,
    ).collation


def test_tree_names_ties_and_what_is_not_given(collation):
    text = "\n".join(tree_lines(collation, reasons=True))
    assert "Paper: wholly" in text
    assert "AP copy (not given)" in text
    assert "because" in text


def test_drawing_is_well_formed_and_leads_nowhere_outside_the_page(collation):
    root = ET.fromstring(descent_svg(collation))
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert "href" not in descent_svg(collation)


def test_what_is_not_given_is_named_in_full(collation):
    drawn = descent_svg(collation)
    assert "<title>AP copy, not given</title>" in drawn
    assert ">AP copy</text>" in drawn
    assert ">not given</text>" in drawn


def test_each_line_of_the_page_opens_its_passages(collation):
    page = to_html(collation)
    leads_to = re.findall(r'<a href="#(tie-\w+-\d+)"', page)
    assert set(leads_to) == {"tie-edge-1", "tie-lost-1"}
    for name in leads_to:
        row = page[page.index(f'id="{name}"') :]
        assert 'class="evidence"' in row[: row.index("</li>", row.index("<ul"))]


def test_even_odds_stay_off_the_first_screen():
    found = compare(
        [
            report("early", LONG, at="2024-03-03T09:00"),
            report("late", LONG, at="2024-03-03T19:00"),
        ],
        fast=True,
    ).collation
    shown = [f for f in found.findings if f.kind == "draws-on"]
    assert len(shown) == sum(edge.p >= 0.7 for edge in found.descent.edges)
    (origins,) = [f.text for f in found.findings if f.kind == "origins"]
    assert origins == "Of the 6 passages in both reports, all rest on one origin."


def test_prov_names_every_tie(collation):
    document = json.loads(to_prov(collation))
    ties = document["wasDerivedFrom"].values()
    assert all(t["prov:usedEntity"] in document["entity"] for t in ties)
    assert len(ties) == 2


def test_claims_say_where_the_words_are_from(collation):
    claims = claims_of(collation)
    assert claims
    assert any(c.words_from for c in claims)
    assert all(c.bounds for c in claims)


def test_terminal_prints_both_views(collation, capsys):
    print_origins(collation)
    print_origins(collation, claims=True)
    printed = capsys.readouterr().out
    assert "COPY TREE" in printed
    assert "printed in:" in printed


def test_a_saved_result_keeps_descent_and_origins(collation):
    again = from_json(to_json(collation))
    assert again.descent is not None
    assert [(e.parent, e.child) for e in again.descent.edges] == [("wire", "paper")]
    assert again.origins is not None
    assert len(again.origins) == len(again.units)


def test_the_words_accuse_nobody(collation):
    shown = "\n".join(tree_lines(collation, reasons=True)) + "".join(
        f.text for f in collation.findings
    )
    for word in ("copied", "stolen", "confirmed", "altered", "omitted", "conflict"):
        assert word not in shown.lower()


def test_what_is_inferred_is_never_called_certain():
    assert in_hundred(0.9999) == "over 99 in 100"
    assert in_hundred(0.834) == "83 in 100"
    assert chance(0.9999) == "over 99 %"
    assert chance(0.99) == "99 %"


def test_claims_say_which_report_each_letter_is(collation, capsys):
    print_origins(collation, claims=True)
    assert "A is " in capsys.readouterr().out


def test_what_would_decide_leaves_out_what_is_given(collation):
    for claim in claims_of(collation):
        assert not any("the copy of Reuters" in what for what in claim.would_decide)


def test_reasons_name_reports_by_their_letters(collation):
    (edge,) = collation.descent.edges
    said = " ".join(edge.reasons)
    assert "B stands in A" in said
    assert "Paper" not in said


def test_the_origins_lead_to_their_longest_passages_first(collation):
    page = to_html(collation)
    part = page[page.index('id="origins"') :]
    rows = part[part.index("<ul>") : part.index("</section>")]
    (of_one,) = [p for p in view(collation).parts if p.id == "origins"]
    lengths = [len(q.text) for q in of_one.rows[0].quotes]
    assert lengths == sorted(lengths, reverse=True)
    assert f'href="#{of_one.rows[0].quotes[0].anchor}"' in rows


def test_excerpts_have_no_words_of_descent_and_origins(collation):
    page = to_html(collation, excerpts=0)
    assert 'id="descent"' in page
    for part in ("descent", "origins"):
        rows = page[page.index(f'<section class="part" id="{part}"') :]
        assert 'class="evidence"' not in rows[: rows.index("</section>")]
