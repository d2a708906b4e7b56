"""What readers do on the pages: add, set right, undo, remove."""

from __future__ import annotations

import html
import json
import re

import pytest
from web_desk import OTHER, PAPER, WIRE, add, form_key, report_ids, story_ids

from synoptic.app.corrections import KINDS
from synoptic.model import Correction, Target


def post(client, path, **data):
    answer = client.post(path, data={"form_key": form_key(client), **data})
    assert answer.status_code == 200, answer.text
    return answer.text


def report_named(client, outlet):
    hits = client.get("/api/v1/search", params={"limit": 100}).json()["hits"]
    return next(hit["id"] for hit in hits if hit["outlet"] == outlet)


def records(client):
    return client.get("/api/v1/corrections").json()["corrections"]


def test_paste_is_read_and_kept_once(open_desk):
    client = open_desk()
    assert "1 report added" in add(client, text=WIRE).text
    again = add(client, text=WIRE).text
    assert "0 reports added" in again
    assert "is here already" in again
    assert len(report_ids(client)) == 1


def test_adding_names_and_links_the_story(open_desk):
    client = open_desk()
    said = add(client, text=WIRE).text
    (story,) = story_ids(client)
    linked = rf'<a href="/stories/{story}"[^>]*>Ferry to Osk stops for nine days</a>'
    assert re.search("Alone so far in the story</span> " + linked, said)
    for _ in range(2):  # new, and then known
        said = add(client, text=PAPER).text
        assert re.search(f"In the story</span> {linked} .*of 2 reports", said)


def test_what_is_stated_wins(open_desk):
    client = open_desk()
    add(client, text=OTHER, outlet="The Hamm Star", published_at="2026-06-05T10:00")
    (hit,) = client.get("/api/v1/search").json()["hits"]
    assert (hit["outlet"], hit["published_at"]) == ("The Hamm Star", "2026-06-05T10:00")


def test_time_that_is_none_is_refused(open_desk):
    client = open_desk()
    data = {"form_key": form_key(client), "text": OTHER, "published_at": "soon"}
    answer = client.post("/add", data=data)
    assert answer.status_code == 422
    assert "is no time" in answer.text
    kept = re.search(r"<textarea[^>]*>(.*?)</textarea>", answer.text, re.DOTALL)[1]
    assert html.unescape(kept).strip() == OTHER.strip()
    assert report_ids(client) == []


def test_several_files_come_in_and_bad_ones_are_named(open_desk):
    client = open_desk()
    files = [
        ("files", ("one.txt", WIRE.encode(), "text/plain")),
        ("files", ("two.html", f"<p>{OTHER}</p>".encode(), "text/html")),
        ("files", ("three.txt", bytes(range(256)) * 9, "application/x")),
    ]
    page = add(client, files=files).text
    assert "2 reports added" in page
    assert re.search(r"Not read:</strong> <bdi>three.txt</bdi>", page)


def test_empty_form_adds_nothing(open_desk):
    said = add(open_desk(), text="  ").text
    assert "Nothing was given" in said
    assert "Paste a report, choose files" in said


def test_outlet_and_time_are_set_right_kept_and_undone(desk):
    report = report_named(desk, "The Osk Letter")
    page = post(
        desk,
        f"/reports/{report}/fields",
        outlet="The Osk Post",
        published_at="2026-06-02T09:30",
        byline="",
    )
    assert "Kept." in page
    assert "The Osk Post" in page
    assert "09:30" in page
    kinds = {record["kind"] for record in records(desk)}
    assert kinds == {"outlet", "published_at"}
    outlet = next(r for r in records(desk) if r["kind"] == "outlet")
    page = post(desk, f"/corrections/{outlet['id']}/undo")
    assert "Undone." in page
    assert "The Osk Letter" in desk.get(f"/reports/{report}").text
    assert f'class="undone" id="c-{outlet["id"]}"' in page


def test_undoing_can_be_undone(desk):
    report = report_named(desk, "The Osk Letter")
    post(
        desk,
        f"/reports/{report}/fields",
        outlet="The Osk Post",
        published_at="2026-06-02",
        byline="",
    )
    (first,) = records(desk)
    post(desk, f"/corrections/{first['id']}/undo")
    second = records(desk)[-1]
    post(desk, f"/corrections/{second['id']}/undo")
    assert "The Osk Post" in desk.get(f"/reports/{report}").text


def test_an_undoing_says_what_it_undoes(desk):
    report = report_named(desk, "The Osk Letter")
    stated = {"published_at": "2026-06-02", "byline": ""}
    post(desk, f"/reports/{report}/fields", outlet="The Osk Post", **stated)
    for how in ("Undone", "Again"):
        page = post(desk, f"/corrections/{records(desk)[-1]['id']}/undo")
        assert re.search(rf"{how}: Outlet of [^<]*“The Osk Post”", page)


def test_a_mistyped_time_keeps_nothing_of_the_form(desk):
    report = report_named(desk, "The Osk Letter")
    typed = {"outlet": "The Osk Post", "published_at": "noonish", "byline": ""}
    answer = desk.post(
        f"/reports/{report}/fields",
        data={"form_key": form_key(desk), **typed},
        headers={"accept": "text/html"},
    )
    assert answer.status_code == 422
    assert "write it like 2025-03-14" in answer.text
    assert records(desk) == []


def test_unchanged_fields_make_no_record(desk):
    report = report_named(desk, "The Osk Letter")
    page = post(
        desk,
        f"/reports/{report}/fields",
        outlet="The Osk Letter",
        published_at="2026-06-02",
        byline="",
    )
    assert records(desk) == []
    assert "Nothing changed" in page
    assert "Kept." not in page


def test_an_unchanged_speaker_makes_no_record(desk):
    path = f"/reports/{report_named(desk, 'The Osk Letter')}"
    form = desk.get(path).text.split('/speaker">')[1]
    fields = dict(re.findall(r'name="(start|end|speaker)" value="([^"]*)"', form)[:3])
    assert fields["speaker"] == "Mara Quill"
    assert "Nothing changed" in post(desk, f"{path}/speaker", **fields)
    assert records(desk) == []


def test_a_story_put_together_with_itself_makes_no_record(desk):
    path = f"/stories/{desk.story}"
    assert "Nothing changed" in post(desk, f"{path}/merge", other=desk.story)
    assert records(desk) == []


def test_speaker_is_set_right(desk):
    report = report_named(desk, "The Osk Letter")
    page = desk.get(f"/reports/{report}").text
    start = re.search(r'name="start" value="(\d+)"', page)[1]
    end = re.search(r'name="end" value="(\d+)"', page)[1]
    page = post(
        desk,
        f"/reports/{report}/speaker",
        start=start,
        end=end,
        speaker="Mara Q. Quill",
    )
    assert "Mara Q. Quill" in page
    (record,) = records(desk)
    assert record["kind"] == "speaker"
    assert record["target"]["exact"] in PAPER
    assert record["target"]["prefix"]


def test_words_that_are_no_quotation_are_taken_out(desk):
    report = report_named(desk, "The Osk Letter")
    page = desk.get(f"/reports/{report}").text
    start = re.search(r'name="start" value="(\d+)"', page)[1]
    end = re.search(r'name="end" value="(\d+)"', page)[1]
    before = page.count('name="start"')
    page = post(
        desk,
        f"/reports/{report}/speaker",
        start=start,
        end=end,
        speaker="x",
        speaker_is="none",
    )
    assert page.count('name="start"') == before - 1


def test_stories_are_put_together_and_the_other_way_round(desk):
    first, second = story_ids(desk)
    post(desk, f"/stories/{first}/merge", other=second)
    assert len(story_ids(desk)) == 1
    assert desk.get(f"/stories/{second}").status_code == 200
    (record,) = records(desk)
    assert record["kind"] == "same-story"
    post(desk, f"/corrections/{record['id']}/undo")
    assert len(story_ids(desk)) == 2


def test_reports_are_told_apart(desk):
    report = report_named(desk, "The Osk Letter")
    page = post(desk, f"/stories/{desk.story}/split", report=report)
    assert "stand apart" in page
    assert len(story_ids(desk)) == 3


@pytest.mark.parametrize("ticked", [0, 2])
def test_telling_apart_takes_some_and_not_all(desk, ticked):
    members = desk.get(f"/api/v1/stories/{desk.story}").json()["reports"][:ticked]
    page = post(desk, f"/stories/{desk.story}/split", report=members)
    assert "Tick some" in page
    assert records(desk) == []


def test_removed_report_is_gone_from_every_page(desk):
    report = report_named(desk, "The Hamm Observer")
    page = post(desk, f"/reports/{report}/remove")
    assert "is removed" in page
    assert desk.get(f"/reports/{report}").status_code == 404
    assert (
        "belfry"
        not in desk.get("/search?q=belfry").text.split("<main")[1].split("</form>")[1]
    )
    assert "belfry" not in desk.get("/").text


def test_corrections_can_be_taken_away_as_a_file(desk):
    report = report_named(desk, "The Osk Letter")
    post(
        desk,
        f"/reports/{report}/fields",
        outlet="The Osk Post",
        published_at="2026-06-02",
        byline="",
    )
    answer = desk.get("/corrections.jsonl")
    assert "attachment" in answer.headers["content-disposition"]
    (record,) = [json.loads(line) for line in answer.text.splitlines()]
    assert record["value"] == "The Osk Post"


def test_every_kind_of_correction_is_said_in_words(desk):
    report = report_named(desk, "The Osk Letter")
    for kind in KINDS:
        record = Correction(
            id=kind,
            at="2026-06-05T10:00:00+00:00",
            by="desk",
            kind=kind,
            target=Target(report_id=report, exact="the sluice"),
            value="Norden Wire",
        )
        desk.app.state.desk.workspace.correct(record)
    page = desk.get("/corrections").text
    assert "An outlet buys from “Norden Wire”" in page
    assert not [kind for kind in KINDS if f"{kind} of The Osk" in page]


def test_embargoed_report_has_a_banner_and_is_not_given_out(desk):
    workspace = desk.app.state.desk.workspace
    from dataclasses import replace

    from synoptic.app.workspace import add_reports

    report = workspace.report(report_named(desk, "The Osk Letter"))
    held = replace(
        report,
        id="held",
        series="held",
        embargoed_until="2999-01-01T00:00:00Z",
        text=report.text.replace("nine", "eight"),
    )
    add_reports(workspace, [held], annotate=False, fast=True)
    assert "Under embargo until 2999" in desk.get("/reports/held").text
    story = workspace.story_of("held")
    assert "Under embargo" in desk.get(f"/stories/{story}").text
    assert desk.get(f"/stories/{story}/page.html").status_code == 409
