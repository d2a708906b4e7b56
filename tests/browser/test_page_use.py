from __future__ import annotations

import pytest
from builders import Made, collation, ferry_story, hostile_story, many_reports

from synoptic.present.html import to_html
from synoptic.present.view import view

pytestmark = pytest.mark.browser

MOVED = [f"Paragraph {i} of the quay story has its own few words." for i in range(30)]


def moved_story():
    """The last paragraph of one report opens the other."""
    a = [("body", [(f"a{i}", text)]) for i, text in enumerate(MOVED)]
    b = [
        ("body", [(f"b{i}", text.replace("quay", "pier"))])
        for i, text in enumerate(MOVED)
    ]
    shared = ("body", [("u", "The bell of the old ferry rang once more.")])
    return collation([Made("one", [shared, *a]), Made("two", [*b, shared])])


SHOWN = """() => [...document.querySelectorAll(".head")]
    .filter((head) => head.offsetParent && !head.hidden).map((head) => head.id)"""
LEVEL = """([one, other, level]) => {
  const top = (id) => document.getElementById(id).getBoundingClientRect().top;
  return (Math.abs(top(one) - top(other)) <= 3) === level;
}"""


def wait_until_level(page, one, other, *, level=True):
    page.wait_for_function(LEVEL, arg=[one, other, level], timeout=10_000)


def test_hostile_text_does_nothing(open_page):
    page = open_page(to_html(hostile_story()))
    assert page.evaluate("() => window.hit") is None
    page.mouse.move(300, 600)
    for key in "jjnnkp":
        page.keyboard.press(key)
    assert page.evaluate("() => window.hit") is None
    assert page.locator(".cell").first.is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 900, 1600])
@pytest.mark.parametrize("reports", [2, 3, 9])
def test_nothing_runs_over_the_edge(open_page, width, reports):
    page = open_page(to_html(many_reports(reports, 8)), width=width)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    assert page.locator(".top:visible").count() >= 2


def test_findings_stand_close_beside_a_long_list_of_what_one_report_has(open_page):
    own = [("only-here", f"{n} passages only in A: its words.", []) for n in range(40)]
    made = Made("one", [("headline", "Ferry stops"), ("body", "The ferry stops.")])
    found = [("same", "Both print it.", []), ("more", "A says so.", []), *own]
    page = open_page(to_html(collation([made], findings=found)), width=1440)
    boxes = [li.bounding_box() for li in page.locator(".findings > li").all()]
    assert boxes[1]["y"] - (boxes[0]["y"] + boxes[0]["height"]) < 10
    assert boxes[0]["height"] < 100


def test_labels_keep_their_distance_in_a_report_written_from_the_right(open_page):
    title = "הגשר נסגר אתמול"
    made = Made("one", [("headline", title), ("body", [("u", "הגשר נסגר.")])])
    page = open_page(to_html(collation([made, Made("two", made.blocks)])))
    label = page.locator(".furniture .what").first
    assert label.evaluate("(e) => getComputedStyle(e).marginLeft") != "0px"


def test_page_is_whole_without_script(open_page):
    page = open_page(to_html(ferry_story()), java_script_enabled=False)
    for words in ("Three fishing boats", "a trio of trawlers", "Tickets already"):
        assert page.get_by_text(words).first.is_visible()
    assert page.locator(".tools").is_hidden()
    page.get_by_role("link", name="counterpart in B").first.click()
    assert page.url.endswith("#B2")
    page.locator("#only-reworded").check()
    assert page.locator("tr.unit:visible").count() == 2


def test_counterparts_light_up_and_slide_into_line(open_page):
    page = open_page(to_html(moved_story()))
    page.locator("#A1").click()
    assert "lit" in page.locator("#B31").get_attribute("class")
    wait_until_level(page, "A1", "B31")
    page.keyboard.press("Escape")
    wait_until_level(page, "A1", "B31", level=False)
    assert page.locator(".lit").count() == 0


def test_a_passage_is_cited_with_its_source_and_has_an_address(open_page):
    page = open_page(to_html(ferry_story()))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("c")
    page.get_by_text("no passage is chosen").wait_for(state="attached")
    page.locator("#B2").click()
    assert page.url.endswith("#B2")
    page.keyboard.press("c")
    page.get_by_text("B2 is in the clipboard").wait_for(state="attached")
    line = page.evaluate("() => navigator.clipboard.readText()")
    passage = view(ferry_story()).report("B").passages[1]
    report = view(ferry_story()).report("B")
    parts = [report.name, report.headline, report.published_at and report.published]
    source = ", ".join(filter(None, [*parts, "passage B2"]))
    assert line == f"{passage.text} ({source})"
    page.keyboard.press("Escape")
    assert "#" not in page.url


def test_hovering_brings_a_far_counterpart_into_line(open_page):
    page = open_page(to_html(moved_story()))
    page.locator("#A1").scroll_into_view_if_needed()
    page.locator("#A1").hover()
    assert "lit" in page.locator("#B31").get_attribute("class")
    wait_until_level(page, "A1", "B31")


def test_motion_is_left_out_where_the_reader_wants_none(open_page):
    page = open_page(to_html(moved_story()), reduced_motion="reduce")
    page.locator("#A1").click()
    assert page.evaluate(LEVEL, ["A1", "B31", True])


def test_a_bar_of_the_strip_leads_to_its_passage(open_page):
    page = open_page(to_html(ferry_story()))
    page.locator('rect[data-p="B4"]').click()
    assert "here" in page.locator("#B4").get_attribute("class")
    assert "lit" in page.locator("#A3").get_attribute("class")


def test_further_reports_come_in_at_the_edge(open_page):
    page = open_page(to_html(many_reports(9, 8)), width=1200)
    assert page.evaluate(SHOWN) == ["A", "B", "C"]
    for _ in range(4):
        page.keyboard.press("n")
    assert page.evaluate(SHOWN) == ["A", "C", "D"]
    page.get_by_role("button", name="I Outlet number 8").click()
    assert page.evaluate(SHOWN) == ["A", "C", "D", "I"]


def test_words_found_in_a_column_that_is_not_shown_bring_it_in(open_page):
    page = open_page(to_html(many_reports(9, 8)), width=1200)
    assert page.evaluate(SHOWN) == ["A", "B", "C"]
    assert page.locator("#H2").get_attribute("hidden") is None
    height = "() => document.querySelector('.rows').offsetHeight"
    before = page.evaluate(height)
    # What the browser's search does: the hidden ancestors hear of it, then open.
    page.evaluate(
        """() => document.querySelector("#H2").closest("[hidden]").dispatchEvent(
            new Event("beforematch", { bubbles: true }))"""
    )
    assert page.evaluate(SHOWN) == ["A", "C", "H"]
    assert page.locator("#H2").is_visible()
    assert page.evaluate(height) == before


def test_paper_says_which_columns_are_not_on_it(open_page):
    said = "() => getComputedStyle(document.querySelector('.rows'), '::before').content"
    page = open_page(to_html(many_reports(5, 8)), width=1200)
    assert page.evaluate(said) == "none"
    page.emulate_media(media="print")
    assert page.evaluate(said).endswith('not on this paper: D, E"')
    for name in ("D Outlet number 3", "E Outlet number 4"):
        page.emulate_media(media="screen")
        page.get_by_role("button", name=name).click()
        page.emulate_media(media="print")
    assert page.evaluate(said) == "none"


def test_paper_is_white_whatever_colours_the_reader_chose(open_page):
    page = open_page(to_html(ferry_story()), color_scheme="dark")
    tint = "() => getComputedStyle(document.documentElement).getPropertyValue('--same')"
    for _ in ("as the system", "chosen"):
        assert page.evaluate(tint) == "#7f9fff"
        page.emulate_media(media="print")
        assert page.evaluate(tint) == "#14305e"
        page.emulate_media(media="screen")
        page.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")


def test_columns_stand_side_by_side_on_paper(open_page):
    page = open_page(to_html(ferry_story()), width=688)
    tops = """() => ["#A1", "#B1"].map((id) =>
        document.querySelector(id).closest(".cell").getBoundingClientRect().top)"""
    above, below = page.evaluate(tops)
    assert above < below
    page.emulate_media(media="print")
    left, right = page.evaluate(tops)
    assert left == right


def test_what_stands_around_a_text_opens_by_key_and_where_a_link_leads(open_page):
    menu = [("boilerplate", f"Desk number {i}") for i in range(6)]
    body = ("body", [("u", "The bell of the old ferry rang once more.")])
    story = collation([Made("one", [*menu, body]), Made("two", [body])])
    page = open_page(to_html(story), width=390)
    fold = page.locator(".around")
    assert page.get_by_text("Desk number 3").is_hidden()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Desk number 3").is_visible()
    page.keyboard.press("Enter")
    page.evaluate("() => { location.hash = 'A-b3'; }")
    assert page.get_by_text("Desk number 3").is_visible()


def test_single_letter_keys_can_be_switched_off(open_page):
    page = open_page(to_html(ferry_story()))
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.get_by_label("Single-letter keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    assert page.locator(".here").count() == 0
    page.locator("#A1").focus()
    page.keyboard.press("ArrowDown")
    assert "here" in page.locator("#A2").get_attribute("class")
    page.wait_for_url("**#A2")  # else the browser may load again where it was before
    page.reload()
    page.heard.clear()
    page.keyboard.press("j")
    assert page.locator(".here").get_attribute("id") == "A2"


def test_colours_follow_the_system_until_the_reader_chooses(open_page):
    page = open_page(to_html(ferry_story()), color_scheme="dark")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(ground) == "rgb(23, 24, 27)"
    page.get_by_role("button", name="Colours").click()
    assert page.evaluate(ground) == "rgb(251, 250, 246)"


def test_marks_stay_apart_in_forced_colours_and_on_paper(open_page):
    page = open_page(to_html(ferry_story()), forced_colors="active")
    style = """(id) => getComputedStyle(document.querySelector(id + " > .w"))
        .textDecorationStyle"""
    styles = [page.evaluate(style, f"#{p}") for p in ("A1", "A3", "A4", "B6")]
    assert styles == ["dashed", "solid", "wavy", "dotted"]
    page.emulate_media(media="print", forced_colors="none")
    assert page.locator(".controls").is_hidden()
    assert page.locator("#A1").is_visible()


def test_a_page_of_fifty_reports_opens_and_answers(open_page):
    page = open_page(to_html(many_reports(50)))
    page.keyboard.press("j")
    page.keyboard.press("n")
    assert "here" in page.locator("#B1").get_attribute("class")
    assert page.locator(".head:visible").count() <= 6


def test_text_runs_in_its_own_direction_whatever_marks_it(open_page):
    arabic, latin = "توقفت العبارة عن الإبحار.", "The ferry stopped."
    made = [
        Made(name, [("headline", text), ("body", [("u", text)])])
        for name, text in zip("abc", (arabic, arabic, latin), strict=True)
    ]
    page = open_page(to_html(collation(made, kinds={"u": "reworded"})))
    direction = "(p) => getComputedStyle(p).direction"
    body = [each.evaluate(direction) for each in page.locator("p.body").all()]
    assert body == ["rtl", "rtl", "ltr"]
    readings = page.locator(".readings p").all()
    assert [each.evaluate(direction) for each in readings] == ["rtl", "ltr"]
