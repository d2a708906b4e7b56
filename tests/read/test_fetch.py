"""Addresses: fetched when named, refused when they lead astray."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from synoptic.read import ReadOptions, read

LOCAL = ReadOptions(allow_private=True, timeout_seconds=5)
TEXT = b"The old harbour bridge was closed on Sunday after a barge struck it."


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/loop"):
            self.answer(302, b"", Location="/loop")
        elif self.path.startswith("/away"):
            self.answer(302, b"", Location="file:///etc/hostname")
        elif self.path.startswith("/moved"):
            self.answer(301, b"", Location="/page.txt")
        elif self.path.startswith("/packed"):
            self.answer(200, gzip.compress(TEXT), **{"Content-Encoding": "gzip"})
        elif self.path.startswith("/big"):
            self.answer(200, b"x" * 100_000)
        elif self.path.startswith("/page"):
            self.answer(200, TEXT, **{"Content-Type": "text/plain; charset=utf-8"})
        else:
            self.answer(404, b"no")

    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("where", ["/page.txt", "/moved", "/packed"])
def test_a_page_is_fetched(site, where):
    intake = read([site + where], options=LOCAL)
    assert not intake.rejected
    assert intake.reports[0].text == TEXT.decode()


def test_the_address_after_redirects_is_kept(site):
    (report,) = read([f"{site}/moved"], options=LOCAL).reports
    assert report.url == f"{site}/page.txt"
    assert report.path == f"{site}/moved"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("/gone", "fetch-failed"),
        ("/loop", "fetch-failed"),
        ("/away", "bad-address"),
    ],
)
def test_what_leads_nowhere_is_a_reject(site, where, code):
    intake = read([site + where], options=LOCAL)
    assert [r.code for r in intake.rejected] == [code]


def test_private_addresses_are_refused_unless_allowed(site):
    intake = read([f"{site}/page.txt"])
    assert [r.code for r in intake.rejected] == ["private-address"]


def test_nothing_is_fetched_offline(site):
    options = ReadOptions(offline=True, allow_private=True)
    intake = read([f"{site}/page.txt"], options=options)
    assert [r.code for r in intake.rejected] == ["offline"]


def test_a_page_above_the_limit_is_refused(site):
    options = ReadOptions(allow_private=True, max_bytes=50_000)
    intake = read([f"{site}/big"], options=options)
    assert [r.code for r in intake.rejected] == ["too-large"]


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "file:///etc/passwd", "http://", "http://[::1"]
)
def test_only_http_addresses_are_fetched(address):
    assert [r.code for r in read([address]).rejected] == ["bad-address"]
