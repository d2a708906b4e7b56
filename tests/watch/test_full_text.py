"""From an entry to its report: the feed's own text or the page."""

import pytest
from watch.feed_site import body, first_failing, item, moved, page, rss, status, typed

from synoptic.model import Rejected
from synoptic.read import ReadOptions
from synoptic.read.feeds.full_text import report_of
from synoptic.read.feeds.polite import Manners
from synoptic.read.feeds.poll import poll
from synoptic.read.feeds.state import FeedState

LOCAL = ReadOptions(allow_private=True, timeout_seconds=5)


def outcome(site, entry_text, *, title="The Ellery Post", link="/", manners=None):
    site.answers["/rss"] = rss(entry_text, title=title, link=link)
    feed, (entry,), _ = poll(FeedState.new(f"{site.url}/rss"), options=LOCAL)
    manners = manners or Manners(LOCAL, delay_seconds=0)
    return report_of(entry, feed, options=LOCAL, manners=manners)


def test_a_short_entry_is_fetched_in_full(site):
    site.answers["/1"] = page(1, site="Norden Wire")
    report, again = outcome(site, item(1, "/1"))
    assert not again
    assert report.url == f"{site.url}/1"
    assert report.outlet == "Norden Wire"
    assert report.published_at == "2024-03-03T06:01:00+00:00"
    assert len(report.text.split()) > 50
    assert report.extractor.startswith("trafilatura")


def test_a_full_entry_is_not_fetched(site):
    report, _ = outcome(site, item(1, "/1", text=body(1, 200)))
    assert site.n_asked("/1") == 0
    assert report.outlet == "The Ellery Post"
    assert report.extractor.startswith("rss20")


@pytest.mark.parametrize("end", ["…", "[...]", "Read more »", "Continue reading →"])
def test_a_long_beginning_is_fetched(site, end):
    site.answers["/1"] = page(1, n_words=300)
    report, _ = outcome(site, item(1, "/1", text=f"{body(1, 200)} {end}"))
    assert report.extractor.startswith("trafilatura")


def test_the_longer_of_both_texts_is_taken(site):
    site.answers["/1"] = page(1, site="Norden Wire", n_words=10)
    report, _ = outcome(site, item(1, "/1", text=body(1, 100)))
    assert report.extractor.startswith("rss20")
    assert report.outlet == "Norden Wire"


def test_the_source_of_an_entry_is_its_outlet(site):
    site.answers["/1"] = page(1, site="A Portal")
    source = '<source url="https://norden.example/rss">Norden Wire</source>'
    report, _ = outcome(site, item(1, "/1", source=source), title="Everything")
    assert report.outlet == "Norden Wire"


def test_a_feed_of_other_sites_is_no_outlet(site):
    entry = item(1, "https://elsewhere.example/1", text=body(1, 200))
    report, _ = outcome(site, entry, title="A Collector")
    assert report.outlet is None


def test_the_canonical_address_is_kept_but_for_a_front_page(site):
    link = '<link rel="canonical" href="https://post.example/story-1">'
    site.answers["/1"] = page(1, head=link)
    assert outcome(site, item(1, "/1")).item.url == "https://post.example/story-1"
    front = '<link rel="canonical" href="https://post.example/">'
    site.answers["/1"] = page(1, head=front)
    assert outcome(site, item(1, "/1")).item.url == f"{site.url}/1"


def test_a_redirected_link_gives_the_address_it_leads_to(site):
    site.answers["/go"] = moved(302, "/1")
    site.answers["/1"] = page(1)
    assert outcome(site, item(1, "/go")).item.url == f"{site.url}/1"


@pytest.mark.parametrize(
    ("answer", "code", "again"),
    [
        (status(500), "fetch-failed", True),
        (status(503, Retry_After="1"), "fetch-failed", True),
        (status(429), "fetch-failed", True),
        (status(404), "no-page", False),
        (status(403), "no-page", False),
        (typed(b"\x89PNG\r\n\x1a\n", "image/png"), "not-a-page", False),
        (typed(b"%PDF-1.7 ...", "application/pdf"), "not-a-page", False),
        ("<html><script>x()</script></html>", "no-text", False),
    ],
)
def test_a_page_that_does_not_come_is_a_reject(site, answer, code, again):
    site.answers["/1"] = answer
    found = outcome(site, item(1, "/1"))
    assert isinstance(found.item, Rejected)
    assert (found.item.code, found.again) == (code, again)


def test_the_feeds_own_text_stands_in_for_a_page_that_is_refused(site):
    site.answers["/1"] = status(403)
    report, _ = outcome(site, item(1, "/1", text=body(1, 60)))
    assert report.extractor.startswith("rss20")


def test_robots_txt_is_kept_to(site):
    site.answers["/robots.txt"] = "User-agent: synoptic\nDisallow: /private/\n"
    site.answers["/private/1"] = page(1)
    site.answers["/open/1"] = page(1)
    assert outcome(site, item(1, "/private/1")).item.code == "robots"
    assert site.n_asked("/private/1") == 0
    assert not isinstance(outcome(site, item(1, "/open/1")).item, Rejected)


def test_a_site_whose_rules_cannot_be_had_is_left_alone_for_now(site):
    site.answers["/robots.txt"] = first_failing(1, "")
    site.answers["/1"] = page(1)
    manners = Manners(LOCAL, delay_seconds=0)
    first = outcome(site, item(1, "/1"), manners=manners)
    assert first.again
    assert site.n_asked("/1") == 0
    assert not isinstance(outcome(site, item(1, "/1"), manners=manners).item, Rejected)


def test_rules_are_asked_for_once(site):
    site.answers["/1"] = page(1)
    manners = Manners(LOCAL, delay_seconds=0)
    for _ in range(3):
        outcome(site, item(1, "/1"), manners=manners)
    assert site.n_asked("/robots.txt") == 1


def test_a_host_is_left_alone_between_two_questions():
    waited = []

    class Stop:
        def wait(self, seconds):
            waited.append(seconds)

    manners = Manners(LOCAL, delay_seconds=2, stop=Stop())
    for _ in range(3):
        manners.wait("https://www.post.example/x")
    manners.wait("https://other.example/x")
    manners.hold("https://post.example/y", 100)
    manners.wait("https://post.example/z")
    assert [round(seconds) for seconds in waited] == [0, 2, 4, 0, 100]


def test_a_page_in_the_way_of_the_one_asked_for_is_told(site):
    wall = "<p>We value your privacy, and our 900 partners do so too.</p>" * 9
    site.answers["/1"] = f"<html><body><h1>Before you go on</h1>{wall}</body></html>"
    found = outcome(
        site, item(1, "/1").replace("from the port", "Harbour opened again")
    )
    assert found.item.code == "wrong-page"


def test_a_page_with_less_than_the_feeds_beginning_is_told(site):
    site.answers["/1"] = page(1, n_words=5)
    found = outcome(site, item(1, "/1", text=f"{body(1, 60)} ..."))
    assert found.item.code == "wrong-page"
