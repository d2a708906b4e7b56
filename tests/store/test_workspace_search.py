"""Searches find the same reports on every database."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import made_report

from synoptic.errors import UsageError
from synoptic.store import open_workspace

TEXTS = (
    "Ferry halts\n\nThe ferry stopped at 1,300 metres; it didn't sink.",
    "Zürich votes\n\nIn ZÜRICH the naïve façade of the co-operative fell.",
    "Prices\n\nBread rose 3.5% to €2.40, the trader's guild said on 4 March.",
    "Русский флот\n\nФлот вышел в море. Ёлка.",
    "Odd\n\nnul\0inside under_score a/b %sign% back\\slash 'quote' \U0001f600 end",
    "Long word\n\n" + "x" * 3000 + " tail",
)


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
)
def filled(request, tmp_path_factory):
    """A workspace with the texts, that no test changes."""
    if request.param == "sqlite":
        place = tmp_path_factory.mktemp("search") / "desk.db"
    else:
        place = request.getfixturevalue("postgres")()
    with open_workspace(place) as workspace:
        for number, text in enumerate(TEXTS):
            workspace.add(made_report(number, text=text))
        yield workspace


def found(workspace, asked, **more):
    hits = workspace.search(asked, limit=100, **more)
    assert hits.total == len(hits.hits)
    return {int(h.report.path.split("-")[1][:-4]) for h in hits.hits}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("ferry", {0}),
        ("FERRY stopped", {0}),
        ("ferry bread", set()),
        ('"ferry stopped"', {0}),
        ('"stopped ferry"', set()),
        ('"Ferry halts The"', {0}),
        ('"halts ferry"', set()),
        ("fer*", {0}),
        ('"the fer"*', {0}),
        ("fer", set()),
        ("1,300", {0}),
        ("300", {0}),
        ("didn't", {0}),
        ("zurich", {1}),
        ("naive FACADE", {1}),
        ("the -ferry", {1, 2}),
        ("2.40", {2}),
        ("trader's", {2}),
        ("флот", {3}),
        ("ёлка", {3}),
        ("nul inside", {4}),
        ("under score", {4}),
        ("%sign%", {4}),
        ("back\\slash", {4}),
        ("'quote'", {4}),
        ("tail", {5}),
        ("xxx*", {5}),
        ('word "long', {5}),
        ("", {0, 1, 2, 3, 4, 5}),
    ],
)
def test_words_are_found(filled, asked, expected):
    assert found(filled, asked) == expected


@pytest.mark.parametrize("asked", ["-ferry", "!!", '""', "-"])
def test_a_search_needs_a_word(filled, asked):
    with pytest.raises(UsageError, match="no word"):
        filled.search(asked)


def test_outlet_and_time_narrow(filled):
    assert found(filled, "", outlet="outlet 3") == {3}
    assert found(filled, "", since="2026-03-03", until="2026-03-04") == {2, 3}
    assert found(filled, "the", since="2026-03-02") == {1, 2}
    with pytest.raises(UsageError, match="no time"):
        filled.search("the", since="tomorrow")


def test_pages_of_hits_follow_one_another(workspace):
    for number in range(7):
        workspace.add(made_report(number, text=f"Common {number}\n\ncommon words"))
    pages = [workspace.search("common", limit=3, offset=o) for o in (0, 3, 6)]
    assert [len(p.hits) for p in pages] == [3, 3, 1]
    assert {p.total for p in pages} == {7}
    ids = [h.report.id for p in pages for h in p.hits]
    assert len(set(ids)) == 7


def test_hits_say_where_the_words_stand(filled):
    (hit,) = filled.search('"naïve façade"').hits
    assert hit.report.quote(hit.spans[0]) == "naïve façade"
    assert "naïve façade" in hit.snippet


@pytest.fixture(scope="module")
def both(tmp_path_factory, postgres):
    with (
        open_workspace(tmp_path_factory.mktemp("both") / "desk.db") as one,
        open_workspace(postgres()) as other,
    ):
        for number in range(40):
            report = made_report(number, n_words=12)
            one.add(report)
            other.add(report)
        yield one, other


@pytest.mark.postgres
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="bakelomi \"*-'é.,", min_size=1, max_size=20))
def test_both_databases_find_the_same(both, asked):
    answers = []
    for workspace in both:
        try:
            answers.append(found(workspace, asked))
        except UsageError as err:
            answers.append(str(err))
    assert answers[0] == answers[1]
