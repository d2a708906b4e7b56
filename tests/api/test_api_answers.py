"""The HTTP API: shapes, pages, tags, problems."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from web_desk import OTHER, WIRE, wait_for

from synoptic.present.json import from_json

V1 = "/api/v1"


def test_stories_come_in_pages(api):
    for number in range(3):
        text = OTHER.replace("Hamm", f"Town{number}").replace("owls", f"cranes{number}")
        api.post(f"{V1}/reports", json={"text": text})
    seen, path = [], f"{V1}/stories?limit=2"
    while path:
        page = api.get(path).json()
        assert len(page["stories"]) <= 2
        seen += [story["id"] for story in page["stories"]]
        path = page["next"]
    assert len(seen) == len(set(seen)) == api.get(f"{V1}/stories").json()["total"]


def test_collation_is_the_document_of_the_schema(api):
    answer = api.get(f"{V1}/stories/{api.story}/collation")
    schema = files("synoptic.present") / "schema" / "synoptic-1.schema.json"
    jsonschema.validate(answer.json(), json.loads(schema.read_text(encoding="utf-8")))
    assert len(from_json(answer.text).reports) == 2


def test_unchanged_answers_are_not_sent_again(api):
    for path in (
        f"/stories/{api.story}/collation",
        "/stories",
        f"/reports/{api.reports[0]}",
    ):
        first = api.get(V1 + path)
        tag = first.headers["etag"]
        again = api.get(V1 + path, headers={"if-none-match": f'"other", {tag}'})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == tag


def test_tag_changes_with_a_correction(api):
    path = f"{V1}/reports/{api.reports[0]}"
    tag = api.get(path).headers["etag"]
    made = api.post(
        f"{V1}/corrections",
        json={"kind": "outlet", "target": {"report_id": api.reports[0]}, "value": "X"},
    )
    assert made.status_code == 201
    assert api.get(path, headers={"if-none-match": tag}).json()["outlet"] == "X"
    api.post(f"{V1}/corrections/{made.json()['id']}/undo")
    assert api.get(path).json()["outlet"] != "X"


def test_report_holds_what_is_known_of_it(api):
    report = api.get(f"{V1}/reports/{api.reports[0]}").json()
    assert report["text"]
    assert report["blocks"]
    assert report["figures"]
    quoted = report["quotations"][0]["content"][0]
    assert report["text"][slice(*quoted)].startswith('"We found')


def test_report_nobody_looked_at_says_so(api):
    made = api.post(f"{V1}/reports", json={"text": OTHER})
    name = made.json()["added"][0]["id"]
    api.app.state.desk.room.close()
    report = api.get(f"{V1}/reports/{name}").json()
    assert report["figures"] is None or report["figures"]
    assert report["sentences"] is None or report["sentences"]


def test_spans_of_hits_point_into_the_text(api):
    (hit, *_) = api.get(f"{V1}/search", params={"q": "steel"}).json()["hits"]
    text = api.get(f"{V1}/reports/{hit['id']}").json()["text"]
    assert [text[s:e] for s, e in hit["spans"]] == ["steel"]


def test_versions_of_a_report(api):
    given = {"text": OTHER, "url": "https://example.org/owls"}
    first = api.post(f"{V1}/reports", json=given).json()["added"][0]
    later = {**given, "text": OTHER.replace("seven", "eight")}
    second = api.post(f"{V1}/reports", json=later).json()["added"][0]
    assert (first["kind"], second["kind"]) == ("new", "version")
    found = api.get(f"{V1}/reports/{second['id']}/versions").json()["versions"]
    assert [v["id"] for v in found] == [first["id"], second["id"]]


def test_evidence_says_whether_it_has_moved(api):
    asked = {"report": api.reports[0], "exact": "three fishing boats"}
    text = api.get(f"{V1}/reports/{api.reports[0]}").json()["text"]
    start = text.index("three fishing boats")
    there = {**asked, "start": start, "end": start + 19}
    assert api.get(f"{V1}/evidence", params=there).json()["moved"] is False
    other = api.get(f"{V1}/evidence", params={**asked, "report": "gone"}).json()
    assert other["moved"] is True
    assert other["report"] in api.reports
    gone = api.get(f"{V1}/evidence", params={"report": "x", "exact": "no such words"})
    assert gone.status_code == 404


def test_removed_report_is_gone(api):
    done = api.delete(f"{V1}/reports/{api.reports[0]}").json()
    assert done["ids"] == [api.reports[0]]
    assert done["complete"] is True
    answer = api.get(f"{V1}/reports/{api.reports[0]}")
    assert answer.status_code == 404


def test_changes_go_on_from_a_number(api):
    first = api.get(f"{V1}/changes").json()
    assert [c["number"] for c in first["changes"]] == sorted(
        c["number"] for c in first["changes"]
    )
    api.post(f"{V1}/reports", json={"text": OTHER})
    later = api.get(f"{V1}/changes", params={"since": first["last"]}).json()
    assert "report-new" in [change["kind"] for change in later["changes"]]


def test_feeds_and_corrections_are_listed(api):
    assert api.get(f"{V1}/feeds").json() == {"feeds": []}
    assert api.get(f"{V1}/corrections").json() == {"corrections": []}


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "code"),
    [
        ("get", "/stories/none", None, 404, "not-in-workspace"),
        ("get", "/reports/none", None, 404, "not-in-workspace"),
        ("get", "/nowhere", None, 404, "not-found"),
        ("put", "/stories", None, 405, "method-not-allowed"),
        ("get", "/stories?limit=0", None, 422, "not-valid"),
        ("get", "/search?q=-only", None, 422, "usage"),
        ("get", "/stories?since=soon", None, 422, "usage"),
        ("post", "/reports", {}, 422, "usage"),
        ("post", "/reports", {"text": WIRE, "more": 1}, 422, "not-valid"),
        ("post", "/corrections/none/undo", {}, 404, "not-found"),
        (
            "post",
            "/corrections",
            {"kind": "nonsense", "target": {"report_id": "none"}},
            404,
            "not-in-workspace",
        ),
    ],
)
def test_errors_are_problem_documents(  # noqa: PLR0917
    api, method, path, given, status, code
):
    answer = api.request(method, V1 + path, json=given)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert set(told) == {"type", "title", "status", "detail", "instance"}
    assert told["type"].endswith(f"/{code}")
    assert told["status"] == status
    assert told["detail"]


def test_ids_may_hold_slashes_and_marks(api):
    from dataclasses import replace

    from synoptic.app.workspace import add_reports

    workspace = api.app.state.desk.workspace
    report = workspace.report(api.reports[0])
    odd = replace(report, id="wire/2026?# ü", series="odd", text=report.text + " More.")
    add_reports(workspace, [odd], annotate=False, fast=True)
    from urllib.parse import quote

    answer = api.get(f"{V1}/reports/{quote(odd.id, safe='')}")
    assert answer.json()["id"] == odd.id
    story = workspace.story_of(odd.id)
    wait_for(lambda: f"/reports/{quote(odd.id)}" in api.get(f"/stories/{story}").text)
    assert api.get(f"/reports/{quote(odd.id)}").status_code == 200


def test_every_operation_and_error_has_an_entry_in_the_reference(api):
    root = Path(__file__).parents[2]
    page = (root / "docs" / "reference" / "http-api.md").read_text(encoding="utf-8")
    paths = api.get(f"{V1}/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in page.replace(":path", "")
    gate = (root / "src" / "synoptic" / "api" / "gate.py").read_text(encoding="utf-8")
    for code in re.findall(r'^ +"([a-z]+-[a-z-]+)",$', gate, re.MULTILINE):
        assert f"`{code}`" in page or code == "too-large", code
