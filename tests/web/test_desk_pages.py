"""Every page of a workspace, as it comes from the server."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from web_desk import (
    HOSTILE,
    OTHER,
    PAPER,
    WIRE,
    form_key,
    read_story,
    report_ids,
    story_ids,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def test_empty_workspace_says_what_to_do(open_desk):
    page = open_desk().get("/").text
    assert "No story yet" in page
    assert 'href="/add"' in page


def test_today_lists_stories_with_what_differs(desk):
    page = desk.get("/").text
    assert "2 reports by 2 outlets" in page
    assert re.search(r"at most \d origins?", page)
    assert "“12”" in page
    assert "“20”" in page


def test_today_lists_stories_of_one_report_small_below_the_others(desk):
    page = desk.get("/").text
    several, single = page.split("One report so far")
    assert "Ferry to Osk stops" in several
    assert "Seven owls" not in several
    assert re.search(r"Seven owls[^<]*</a> .*<bdi>The Hamm Observer</bdi>, ", single)


def test_today_names_no_kind_of_story_that_is_not_there(open_desk):
    page = open_desk(OTHER).get("/").text
    assert "One report so far" in page
    assert 'class="stories"' not in page
    assert "No story yet" not in page


def test_a_story_of_one_report_offers_nothing_that_needs_several(desk):
    story = next(s for s in story_ids(desk) if s != desk.story)
    page = desk.get(f"/stories/{story}").text
    assert "Seven owls" in page
    assert "One report so far" in page
    for words in ("/split", "page.html", "/collation"):
        assert words in desk.page
        assert words not in page
    assert " to <time" not in page


def test_outlets_are_counted_as_far_as_they_are_named(open_desk):
    unnamed = WIRE.replace("The Tidewater Post\n\n", "")
    client = open_desk(WIRE, unnamed, PAPER.replace("nine", "ten"))
    (story,) = story_ids(client)
    for page in (client.get("/").text, client.get(f"/stories/{story}").text):
        assert "3 reports, 2 outlets named" in page
    letter = next(
        r
        for r in report_ids(client)
        if "Osk Letter" in client.get(f"/reports/{r}").text
    )
    data = {"form_key": form_key(client), "outlet": "The Tidewater Post"}
    client.post(f"/reports/{letter}/fields", data=data)
    assert "3 reports, 1 outlet named" in client.get(f"/stories/{story}").text


def test_an_address_that_leads_to_nothing_is_named_beside_a_search_box(desk):
    answer = desk.get("/nowhere/<b>?x=%E2%80%AE1")
    assert answer.status_code == 404
    main = answer.text.split("<main")[1]
    assert "Nothing is here" in main
    assert "/nowhere/&lt;b&gt;?x=" in main
    assert "\u202e" not in main
    assert 'action="/search"' in main
    assert "There is no report" in desk.get("/reports/none").text
    assert "/reports/none" in desk.get("/reports/none").text


@pytest.mark.parametrize("order", ["outlets", "origins"])
def test_today_can_be_ordered_by_outlets_and_origins(desk, order):
    page = desk.get("/", params={"order": order}).text
    assert page.index("Ferry to Osk stops") < page.index("Seven owls")
    assert f'href="/?order={order}" aria-current="true"' in page


def test_story_is_being_read_until_it_was_read(open_desk, monkeypatch):
    import threading

    from synoptic.web import server

    go_on = threading.Event()
    make = server.make
    monkeypatch.setattr(server, "make", lambda task: go_on.wait(20) and make(task))
    client = open_desk(WIRE, WIRE.replace("nine", "ten").replace("Post", "Mail"))
    (story,) = story_ids(client)
    page = client.get(f"/stories/{story}").text
    assert "These reports are being read." in page
    assert "Ferry to Osk stops" in page
    assert client.get(f"/api/v1/stories/{story}/collation").status_code == 202
    go_on.set()
    assert "being read" not in read_story(client, story)


def test_story_shows_findings_first_and_all_parts(desk):
    page = desk.page
    places = [page.index(f'id="{part}"') for part in ("findings", "reports", "units")]
    assert places == sorted(places)
    assert "Inside quotation marks of Mara Quill" in page
    assert 'id="help"' in page


def test_no_link_on_a_story_page_leads_nowhere(desk):
    stories = story_ids(desk)
    pages = [desk.get(f"/stories/{story}").text for story in stories]
    assert any("One report so far" in page for page in pages)
    for page in pages:
        places = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= places


def test_every_piece_of_evidence_has_a_link_that_leads_to_its_words(desk):
    links = re.findall(r'href="\.\./(evidence\?[^"]+)"', desk.page)
    assert links
    for link in links[:6]:
        address = f"/{link.replace('&amp;', '&')}"
        answer = desk.get(address)
        assert answer.status_code == 200
        words = parse_qs(urlsplit(address).query)["exact"][0]
        assert lit(answer.text).split() == words.split()


def lit(page):
    """The words that a link marks."""
    return unescape("".join(re.findall(r'class="[^"]*\blit\b[^"]*">([^<]*)<', page)))


def test_evidence_is_found_again_in_a_workspace_built_anew(desk):
    """Another name of the same text: other id, other offsets, the same words."""
    asked = {
        "report": "an-id-of-before",
        "start": 7,
        "end": 9,
        "exact": "nine days because",
        "prefix": "will not sail for ",
        "suffix": " its stern ramp",
    }
    answer = desk.get("/evidence", params=asked)
    assert answer.url.path.removeprefix("/reports/") in report_ids(desk)
    assert lit(answer.text) == "nine days because"


def test_words_that_are_gone_are_said_to_be_gone(desk):
    report = report_ids(desk)[0]
    answer = desk.get(
        "/evidence", params={"report": report, "exact": "words of another world"}
    )
    assert "were not found in the report" in answer.text


def test_report_shows_its_text_marks_and_quotations(desk):
    report = next(
        r for r in report_ids(desk) if "Osk" in desk.get(f"/reports/{r}").text
    )
    page = desk.get(f"/reports/{report}").text
    assert "cracks in the ramp" in page
    assert "Who is quoted" in page
    assert 'id="show-quotation"' in page
    assert 'id="show-figure"' in page


def test_later_version_says_what_changed(open_desk):
    client = open_desk()
    for text in (WIRE, WIRE.replace("nine days", "ten days")):
        given = {"text": text, "url": "https://example.org/osk"}
        client.post("/api/v1/reports", json=given)
    pages = [client.get(f"/reports/{r}").text for r in report_ids(client)]
    page = next(p for p in pages if "What changed" in p)
    assert "“nine” became “ten”" in page


def test_search_finds_marks_and_links_the_words(desk):
    page = desk.get("/search", params={"q": "steel"}).text
    assert "2 reports" in page
    assert '<mark class="found">steel</mark>' in page
    link = re.search(r'<h3><a href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert lit(desk.get(link).text) == "steel"


def test_a_search_without_hits_says_what_else_to_try(desk):
    page = desk.get("/search", params={"q": "zzyzx"}).text
    assert "No report here has all of that" in page
    assert "No report here" not in desk.get("/search", params={"q": "steel"}).text


def test_search_says_what_it_cannot_do(desk):
    page = desk.get("/search", params={"q": "-steel"})
    assert page.status_code == 200
    assert 'role="alert"' in page.text


def test_feeds_say_how_they_are(desk):
    desk.app.state.desk.workspace.put_feed(
        {
            "url": "https://example.org/feed",
            "title": "A <feed>",
            "failures": 3,
            "last_error": ["fetch-failed", "the <server> answered 500"],
        }
    )
    page = desk.get("/feeds").text
    assert "A &lt;feed&gt;" in page
    assert "no answer 3 times in a row" in page
    assert "the &lt;server&gt; answered 500" in page
    assert "https://example.org/feed" in page


def test_story_has_an_atom_feed(desk):
    answer = desk.get(f"/stories/{desk.story}/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.text)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert sum("Ferry to Osk" in title for title in titles) == 2
    assert any("quotation marks" in title for title in titles)
    assert all(e.findtext(f"{ATOM}updated") for e in feed.iter(f"{ATOM}entry"))


def test_story_can_be_kept_as_one_page(desk):
    answer = desk.get(f"/stories/{desk.story}/page.html")
    assert "attachment" in answer.headers["content-disposition"]
    assert "Side by side" in answer.text
    assert "form_key" not in answer.text


def test_hostile_report_stands_as_text_on_every_page(open_desk):
    client = open_desk(HOSTILE, HOSTILE.replace("nobody", "somebody"))
    (story,) = story_ids(client)
    pages = [read_story(client, story), client.get("/").text]
    pages += [client.get(f"/reports/{r}").text for r in report_ids(client)]
    pages += [
        client.get(p).text for p in ("/search?q=nobody", f"/stories/{story}/feed.atom")
    ]
    pages.append(
        client.get("/search", params={"q": '"><script>window.hit=6</script>'}).text
    )
    for page in pages:
        assert "<script>window" not in page
        assert "<img src=x" not in page
        assert "<svg onload" not in page
        assert 'href="javascript:' not in page
        assert "\u202e" not in page
        assert ">49 and" not in page


def test_nothing_is_loaded_from_elsewhere_or_stands_inline(desk):
    for path in ("/", f"/stories/{desk.story}", "/search", "/add", "/feeds"):
        page = desk.get(path).text
        assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', page)
        assert not re.search(r"<script(?![^>]* src=)", page)
        assert "<style" not in page
        assert not re.search(r"<[^>]+ style=", page.split("<svg")[0])


def test_styles_and_scripts_are_there_and_may_be_kept(desk):
    page = desk.page
    for path in re.findall(r'(?:src|href)="(/(?:static|columns)[^"]*)"', page):
        answer = desk.get(path.replace("&amp;", "&"))
        assert answer.status_code == 200, path
        assert "max-age" in answer.headers["cache-control"]
    assert desk.get("/static/0/passwords").status_code == 404


def test_everything_moves_under_a_base_path(open_desk):
    client = open_desk(base_path="/desk")
    page = client.get("/desk/").text
    assert 'href="/desk/add"' in page
    key = re.search(r'name="form_key" value="([^"]+)"', client.get("/desk/add").text)[1]
    done = client.post("/desk/add", data={"form_key": key, "text": OTHER})
    report = re.search(r'href="/desk(/reports/[0-9a-f]+)"', done.text)[1]
    assert client.get(f"/desk{report}").status_code == 200
    assert client.get("/desk/api/v1/stories").json()["total"] == 1
    assert client.get("/desk/healthz").text == "ok\n"


@pytest.mark.parametrize("path", ["/reports/none", "/stories/none", "/nowhere"])
def test_what_is_not_there_is_said_on_a_page(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "<h1>Nothing is here</h1>" in answer.text


def test_other_askers_get_a_problem_document(desk):
    answer = desk.get("/reports/none", headers={"accept": "application/json"})
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith("/not-in-workspace")


def test_api_page_lists_every_operation(desk):
    page = desk.get("/api").text
    for path in desk.get("/api/v1/openapi.json").json()["paths"]:
        assert f"/api/v1{path}" in page


def test_healthy_server_says_so_and_counts(desk):
    assert desk.get("/healthz").text == "ok\n"
    figures = desk.get("/metrics").text
    assert "synoptic_reports 3.0" in figures
    assert "synoptic_stories 2.0" in figures
    assert 'route="/stories/{story_id}"' in figures
    assert "ferry" not in figures.lower()


def test_form_key_stands_in_every_form_that_changes_something(desk):
    report = report_ids(desk)[0]
    for path in (f"/stories/{desk.story}", f"/reports/{report}", "/add"):
        page = desk.get(path).text
        posts = page.count('method="post"')
        assert posts
        assert page.count('name="form_key"') == posts
    assert form_key(desk)
