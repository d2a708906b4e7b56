"""The pages of a workspace in a real browser, at three widths, with hostile text."""

from __future__ import annotations

import shutil

import pytest
from desk_server import Server
from web_desk import HOSTILE, OTHER, PAPER, WIRE

pytestmark = pytest.mark.browser

LATE = """Strike of the bakers of Urd ends after a night of talks

The Urd Mail

June 9, 2026

The bakers of Urd go back to their ovens on Wednesday with four crowns more an \
hour, their union said after a night of talks in the town hall.

"We are tired and there will be rolls," said Ilka Dorn, who led them. The owners of \
the mills had refused to speak with her until Monday.
"""
WIDTHS = (360, 900, 1500)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A workspace whose stories were read, hostile ones among them."""
    where = tmp_path_factory.mktemp("desk") / "desk.db"
    with Server(where) as server:
        server.add(WIRE, PAPER, OTHER, HOSTILE, HOSTILE.replace("nobody", "somebody"))
        server.read(server.story("Osk"))
        server.read(server.story("script"))
    return where


@pytest.fixture
def desk(filled, tmp_path):
    with Server(shutil.copy(filled, tmp_path / "desk.db")) as server:
        yield server


@pytest.fixture
def visit(browser, desk):
    """Open a page; errors, messages and requests to elsewhere fail the test."""
    contexts = []

    def opened(path, *, width=1500, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("console", lambda message: page.heard.append(message.text))
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith(desk.address) or page.heard.append(asked.url)
            ),
        )
        page.goto(desk.address + path)
        return page

    yield opened
    for context in contexts:
        heard = [line for page in context.pages for line in page.heard]
        context.close()
        assert heard == []


def rooms(desk):
    return {
        "today": "/",
        "story": desk.story("Osk"),
        "hostile story": desk.story("script"),
        "report": f"/reports/{_first_report(desk)}",
        "search": "/search?q=steel",
        "feeds": "/feeds",
        "add": "/add",
        "corrections": "/corrections",
        "api": "/api",
    }


def _first_report(desk):
    import json

    return json.loads(desk.get("/api/v1/search?q=steel"))["hits"][0]["id"]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_runs_over_the_edge_or_obeys_a_report(desk, visit, width):
    for name, path in rooms(desk).items():
        page = visit(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.evaluate("window.hit") is None
        assert page.locator("main h1").is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_button_for_the_colours_says_which_they_are(visit, width):
    page = visit("/", width=width)
    page.locator("#theme").click()
    assert page.locator("#theme span").bounding_box()["width"] > 20
    assert page.locator("#theme").inner_text() == "Colours: light"


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1500, "light")])
def test_axe_finds_nothing_serious(desk, visit, axe, width, scheme):
    for name, path in rooms(desk).items():
        page = visit(path, width=width, color_scheme=scheme, bypass_csp=True)
        assert axe(page) == [], name


def test_pages_are_whole_without_script(desk, visit):
    page = visit("/", java_script_enabled=False)
    page.get_by_role("link", name="Ferry to Osk stops for nine days").click()
    page.get_by_role("heading", name="Findings").wait_for()
    page.get_by_role("link", name="link to these words in A").first.click()
    page.locator("#words").wait_for()
    page.get_by_role("searchbox", name="Search the reports").fill("steel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=steel")
    assert page.locator(".hits li").count() == 2
    page.get_by_role("link", name="Add").click()
    page.get_by_label("Paste a report").fill(OTHER.replace("Hamm", "Brinn"))
    page.get_by_role("button", name="Add").click()
    page.get_by_text("1 report added").wait_for()


def test_new_reports_appear_in_an_open_page(desk, visit):
    page = visit("/")
    desk.add(OTHER.replace("Hamm", "Tolm").replace("owls", "storks"))
    page.get_by_text("1 new report.").wait_for(timeout=10_000)
    page.locator("#fresh a").click()
    page.wait_for_load_state()
    page.get_by_text("storks counted in the belfry of Tolm").first.wait_for()


def test_story_being_read_shows_itself_when_it_is(desk, visit):
    desk.add(LATE, LATE.replace("four", "five").replace("Mail", "Post"))
    page = visit(desk.story("bakers"))
    page.locator("#findings").wait_for(timeout=60_000)


def test_story_that_was_read_before_the_page_listens_shows_itself(desk, visit):
    page = visit("/")

    def when_read(route):
        desk.read(story)
        route.continue_()

    page.route("**/live*", when_read)
    desk.add(LATE, LATE.replace("four", "five").replace("Mail", "Post"))
    story = desk.story("bakers")
    page.goto(desk.address + story)
    page.locator("#findings").wait_for(timeout=60_000)


def test_keys_lead_to_the_search_and_from_story_to_story(desk, visit):
    page = visit("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator(".stories h2 a").nth(1)
    assert second.evaluate("link => link === document.activeElement")
    page.keyboard.press("k")
    page.keyboard.press("/")
    page.keyboard.type("steel")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=steel")


def test_keys_of_the_comparison_work_on_its_live_page(desk, visit):
    page = visit(desk.story("Osk"))
    page.keyboard.press("j")
    assert page.locator(".p.here").count() == 1
    page.keyboard.press("n")
    assert page.locator(".p.here").get_attribute("id").startswith("B")


def test_a_reader_who_hears_the_page_gets_from_finding_to_evidence(
    desk, visit, heard_by
):
    page = visit(desk.story("Osk"))
    heard = heard_by(page)
    at = heard.index(("heading", "Findings"))
    assert any("quotation marks of Mara Quill" in name for _, name in heard[at:])
    page.get_by_role("link", name="evidence in B").first.focus()
    page.keyboard.press("Enter")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("B: edited, also in A")
    page.keyboard.press("ArrowLeft")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("A: edited, also in B")
    named = ("link", "button", "checkbox", "region", "heading", "textbox")
    assert [role for role, name in heard if role in named and not name] == []


def test_selected_words_have_a_link_that_finds_them(desk, visit):
    page = visit(f"/reports/{_first_report(desk)}")
    page.evaluate(
        """() => {
          const block = [...document.querySelectorAll('.text .body')]
            .find((p) => p.textContent.includes('fishing boats'));
          const at = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (at.nextNode()) {
            const place = at.currentNode.data.indexOf('fishing');
            if (place >= 0) {
              range.setStart(at.currentNode, place);
              range.setEnd(at.currentNode, place + 'fishing'.length);
            }
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }"""
    )
    page.get_by_text("Link to these words").click()
    page.wait_for_url("**/reports/**#words")
    assert page.locator("#words").inner_text() == "fishing"


def test_marks_are_shown_when_they_are_asked_for(desk, visit):
    page = visit(f"/reports/{_first_report(desk)}")
    mark = page.locator(".text .q").first
    ground = "mark => getComputedStyle(mark).backgroundColor"
    before = mark.evaluate(ground)
    page.get_by_label("quotations").check()
    assert mark.evaluate(ground) != before


def test_a_reader_sets_right_and_undoes(desk, visit):
    page = visit(f"/reports/{_first_report(desk)}")
    page.get_by_label("Outlet").fill("The Brann Mail")
    page.locator("#correct button").first.click()
    page.get_by_text("Kept. It can be undone").wait_for()
    assert page.locator(".kicker").inner_text() == "The Brann Mail"
    page.get_by_role("link", name="Corrections").first.click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone.").first.wait_for()
    assert page.locator(".undone").count() == 1


def test_files_can_be_dropped_on_the_page(desk, visit):
    page = visit("/add")
    page.evaluate(
        """(text) => {
          const dropped = new DataTransfer();
          dropped.items.add(new File([text], 'owls.txt', { type: 'text/plain' }));
          const options = { dataTransfer: dropped, cancelable: true };
          dispatchEvent(new DragEvent('drop', options));
        }""",
        OTHER.replace("Hamm", "Quell"),
    )
    page.get_by_role("button", name="Add").click()
    page.get_by_text("1 report added").wait_for()


def test_page_prints_without_its_controls(desk, visit):
    page = visit(desk.story("Osk"))
    page.emulate_media(media="print")
    for hidden in (".rooms", ".quick", "#correct", ".doors"):
        assert page.locator(hidden).is_hidden(), hidden
    assert page.locator("#findings").is_visible()
