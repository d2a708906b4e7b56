from __future__ import annotations

import pytest

from synoptic.text.addresses import host_of, web_address

PAGE = "https://example.org/news/feed.xml"


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        (" /ferry ", "https://example.org/ferry"),
        ("ferry", "https://example.org/news/ferry"),
        ("http://other.example/ferry", "http://other.example/ferry"),
        ("mailto:desk@example.org", None),
        ("http://[broken", None),
        ("http://", None),
        ("", None),
        (None, None),
    ],
)
def test_only_what_leads_to_a_page_is_an_address(stated, address):
    assert web_address(stated, PAGE) == address


def test_a_path_alone_is_no_address():
    assert web_address("/ferry", None) is None


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.example.org/ferry", "example.org"),
        ("https://News.example.org:8080/", "news.example.org"),
        ("http://[broken", ""),
        ("ferry", ""),
    ],
)
def test_the_host_is_told_without_www(address, host):
    assert host_of(address) == host
