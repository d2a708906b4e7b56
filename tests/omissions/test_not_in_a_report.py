"""What is not in a report: sources, hedges, denials, conditions, figures, passages."""

from dataclasses import replace

import pytest
from stories import collated, report

from synoptic.annotate import annotate_all
from synoptic.collate.omissions import find_omissions
from synoptic.collate.omissions.findings import omission_findings
from synoptic.collate.omissions.sources import source_of
from synoptic.collate.omissions.texts import Told
from synoptic.model import Evidence, Omission, Span

DEAL = (
    "The port of Torhaven has handed the union a list of demands for a new contract "
    "before the summer"
)
FERRY = "The ferry Alma ran onto a sandbank outside Torhaven before dawn on Monday."
CREW = "All 41 people on board were taken off by two fishing boats within the hour."
TUG = "A tug from the southern yard will try to pull her free at high water."
FISH = "Oyster growers along the estuary closed their beds after finding diesel."


def lines(found, *reports):
    """(kind, report that lacks it, words of the first that has it)."""
    by_id = {r.id: r for r in reports}
    return [
        (o.kind, o.report, by_id[o.members[0].report].quote(o.members[0].span))
        for o in found.omissions
    ]


def test_words_printed_without_their_source_are_told():
    a = report("a", DEAL + ", according to two people familiar with the talks.", FERRY)
    b = report("b", DEAL + ".", CREW)
    ((kind, where, words),) = lines(collated(a, b), a, b)
    assert (kind, where) == ("attribution", "b")
    assert words == "according to two people familiar with the talks"


def test_a_source_that_is_only_he_stays_off_the_first_screen():
    a = report("a", DEAL + ", according to two people familiar, he said.")
    b = report("b", DEAL + ".")
    (omission,) = collated(a, b).omissions
    assert [f.kind for f in omission_findings((a, b), [omission])] == ["source-beside"]
    at = a.text.index("he said")
    he = Evidence("a", Span(at, at + len("he said")))
    assert not omission_findings((a, b), [replace(omission, members=(he,))])


def test_a_continued_quotation_in_typewriter_marks_lacks_no_source():
    a = report("a", "`` " + DEAL + " , '' Anders Holm said .", FERRY)
    b = report("b", "`` The talks are over , '' he said . " + DEAL + ".", CREW)
    assert not [k for k in lines(collated(a, b), a, b) if k[0] == "attribution"]


def test_the_shared_words_stand_beside():
    a = report("a", DEAL + ", according to two people familiar with the talks.")
    b = report("b", DEAL + ".")
    (omission,) = collated(a, b).omissions
    assert b.quote(omission.beside[0]).startswith("The port of Torhaven")
    assert omission.carried_by == ("a",)


def test_a_source_named_in_other_words_is_a_source():
    a = report("a", DEAL + ", according to two people familiar with the talks.")
    for lead in ("Officials said ", "The union says ", "It was reported that "):
        b = report("b", lead + DEAL + ".")
        assert not lines(collated(a, b), a, b)


def test_a_source_named_in_the_sentence_before_is_a_source():
    a = report("a", DEAL + ", according to two people familiar with the talks.")
    b = report("b", "Two officials spoke of the talks. " + DEAL + ".")
    assert not lines(collated(a, b), a, b)


def test_a_report_that_is_the_source_lacks_none():
    a = report("a", DEAL + ", according to the Torhaven Post.")
    b = replace(report("b", DEAL + "."), outlet="Torhaven Post")
    assert not lines(collated(a, b), a, b)


def test_a_hedge_beside_the_same_words_is_told():
    a = report("a", "The harbour pilot was allegedly asleep when the Alma ran aground.")
    b = report("b", "The harbour pilot was asleep when the Alma ran aground.")
    assert lines(collated(a, b), a, b) == [("hedge", "b", "allegedly")]


def test_another_hedge_is_a_hedge():
    a = report("a", "The harbour pilot was allegedly asleep when the Alma ran aground.")
    b = report(
        "b", "The harbour pilot was reportedly asleep when the Alma ran aground."
    )
    assert not lines(collated(a, b), a, b)


def test_a_denial_behind_the_same_words_is_told():
    shared = "The harbour pilot was asleep when the ferry Alma ran onto the sandbank"
    a = report("a", shared + ", which his lawyer Ines Holm has denied.")
    b = report("b", shared + ".", FISH)
    ((kind, where, words),) = lines(collated(a, b), a, b)
    assert (kind, where) == ("denial", "b")
    assert "denied" in words


def test_a_denial_elsewhere_in_the_report_is_a_denial():
    shared = "The harbour pilot was asleep when the ferry Alma ran onto the sandbank"
    a = report("a", shared + ", which his lawyer Ines Holm has denied.")
    b = report("b", shared + ".", FISH, "His lawyer denies it.")
    assert not lines(collated(a, b), a, b)


def test_a_condition_beside_the_same_words_is_told():
    shared = "The port of Torhaven will reopen the northern quay to ferries on Friday"
    a = report("a", shared + ", unless divers find cracks in the foundations.")
    b = report("b", shared + ".", FISH)
    ((kind, where, words),) = lines(collated(a, b), a, b)
    assert (kind, where) == ("condition", "b")
    assert words.startswith("unless divers")


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("Nobody was hurt, and the owner thanked the fishermen.", ["unit"]),
        ("Beds were closed: diesel had reached the oyster growers.", []),
    ],
)
def test_what_most_have_is_told_of_the_one_without(words, lacks):
    closed = "Oyster growers along the estuary have closed their beds over diesel."
    reports = (
        report("a", FERRY, FISH),
        report("b", CREW, closed),
        report("c", TUG, words),
    )
    notes = annotate_all(reports, fast=True).annotations
    # no copy tree, so that each report stands for itself
    found = find_omissions(reports, notes, collated(*reports).units, ())
    assert [o.kind for o in found if o.report == "c"] == lacks


def test_copies_of_one_text_are_no_majority():
    copy = (FERRY, CREW, TUG, FISH)
    reports = [report(name, *copy) for name in "abcd"]
    own = report("e", "The mayor opened a library in the old customs house on Tuesday.")
    found = collated(*reports, own)
    assert not [o for o in found.omissions if o.report == "e"]


def test_neither_order_nor_a_stranger_changes_what_is_not_in_a_report():
    a = report("a", DEAL + ", according to two people familiar with the talks.", FERRY)
    b = report("b", DEAL + ".", CREW)
    c = report("c", "The mayor opened a library in the old customs house on Tuesday.")
    alone = lines(collated(a, b), a, b)
    assert lines(collated(b, a), a, b) == alone
    assert [x for x in lines(collated(a, b, c), a, b, c) if x[1] == "b"] == alone


def test_the_same_text_lacks_nothing():
    a, b = report("a", FERRY, CREW, DEAL + "."), report("b", FERRY, CREW, DEAL + ".")
    assert collated(a, b).omissions == ()


def test_a_statement_of_its_own_is_no_source_of_the_words_beside_it():
    shared = "Dead bream lay along the shore of the lagoon for eleven miles on Saturday"
    a = report("a", shared + ", and officials said that the water held no oxygen.")
    b = report("b", shared + ".", FERRY)
    assert not [x for x in lines(collated(a, b), a, b) if x[0] == "attribution"]


def test_a_deed_somebody_agreed_to_is_no_source():
    deed = "cut the pay of all dockers in return for the loans of the two banks"
    a = report("a", f"After months of talks, the council agreed to {deed}.")
    told = Told(a, annotate_all((a,)).annotations[0])
    at = a.text.index(deed)
    assert source_of(told, [Span(at, at + len(deed))]) is None


def test_a_sentence_of_small_words_is_missed_by_nobody():
    small = "We are going to go through this with all of you."
    a, b = report("a", FERRY, small), report("b", TUG, small)
    c = report("c", FISH)
    assert not [k for k in lines(collated(a, b, c), a, b, c) if k[2] == small]


def test_the_next_sentence_of_what_is_missing_is_not_told_again():
    a, b, c = report("a", f"{FERRY} {CREW}"), report("b", f"{FERRY} {CREW}"), TUG
    first, second = (lacking(words, a, b) for words in (FERRY, CREW))
    reports = (a, b, report("c", c))
    assert len(omission_findings(reports, [second])) == 1
    (found,) = omission_findings(reports, [first, second])
    assert "sandbank" in found.text
    elsewhere = replace(second, carried_by=("b",))
    assert len(omission_findings(reports, [first, elsewhere])) == 2


def lacking(words, *carriers):
    """That report c has not the words of the others."""
    at = carriers[0].text.index(words)
    return Omission(
        report="c",
        kind="unit",
        unit=None,
        carried_by=tuple(r.id for r in carriers),
        members=tuple(Evidence(r.id, Span(at, at + len(words))) for r in carriers),
        origins=2,
        weight=90.0 - at / 10,
    )


def test_only_what_all_prints_of_a_quotation_have_is_told_as_theirs():
    shared = "The divers will not go down again until every pillar has been measured"
    more = "Nobody in this town has asked me what the cranes of last winter cost."
    a = report("a", TUG, f"“{more} {shared},” Olga Brandt said on the quay.")
    b = report("b", FISH, f"“{shared},” Olga Brandt said.")
    c = report("c", FERRY, CREW)
    found = collated(a, b, c)
    told = [o for o in found.omissions if o.kind == "quotation"]
    assert [o.report for o in told] == ["c"]
    assert a.quote(told[0].members[0].span).startswith("The divers")
    (line,) = [f.text for f in omission_findings((a, b, c), told)]
    assert line == f"Not in C: “{shared}” (A and B)."
