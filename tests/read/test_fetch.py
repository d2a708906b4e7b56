"""Addresses: fetched when named, refused when they lead astray."""

import gzip
import shutil
import ssl
import subprocess
import threading
import time
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
        elif self.path.startswith("/private"):
            port = self.server.server_port
            self.answer(302, b"", Location=f"http://127.0.0.2:{port}/page.txt")
        elif self.path.startswith("/short"):
            self.answer(200, TEXT, n_more=9)
        elif self.path.startswith("/bomb"):
            data = gzip.compress(bytes(9_000_000))
            self.answer(200, data, **{"Content-Encoding": "gzip"})
        elif self.path.startswith("/drip"):
            self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
            for _ in range(40):
                self.wfile.write(b"a")
                time.sleep(0.05)
        elif self.path.startswith("/big"):
            self.answer(200, b"x" * 100_000)
        elif self.path.startswith("/page"):
            self.answer(200, TEXT, **{"Content-Type": "text/plain; charset=utf-8"})
        else:
            self.answer(404, b"no")

    def answer(self, status, body, *, n_more=0, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) + n_more))
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


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "printer.local",
        "metadata.google.internal",
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0.0.0.0",
        "10.0.0.1",
        "169.254.169.254",
        "168.63.129.16",
        "100.100.100.200",
        "224.0.0.1",
        "[::1]",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
    ],
)
def test_no_door_to_a_private_network_is_open(host):
    intake = read([f"http://{host}/latest/meta-data"])
    assert [r.code for r in intake.rejected] == ["private-address"]


def test_a_redirect_into_a_private_network_is_refused(site, monkeypatch):
    from synoptic.read import addresses

    monkeypatch.setattr(
        addresses, "_is_open", lambda number: str(number) == "127.0.0.1"
    )
    intake = read([f"{site}/private"])
    assert [r.code for r in intake.rejected] == ["private-address"]
    assert "127.0.0.2" in intake.rejected[0].reason
    assert read([f"{site}/moved"]).reports


def test_an_address_is_looked_up_once(site, monkeypatch):
    import socket

    asked = []
    real = socket.getaddrinfo

    def look_up(host, *args, **named):
        asked.append(host)
        return real(host, *args, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert read([f"{site}/page.txt"], options=LOCAL).reports
    assert asked.count("127.0.0.1") <= 2  # once by us, once for the number it gave


@pytest.mark.parametrize(
    ("where", "code"),
    [("/short", "truncated"), ("/drip", "fetch-failed"), ("/bomb", "too-large")],
)
def test_bodies_in_part_without_end_and_too_large_are_rejects(site, where, code):
    options = ReadOptions(allow_private=True, timeout_seconds=1, max_bytes=1_000_000)
    intake = read([site + where], options=options)
    assert [r.code for r in intake.rejected] == [code]


@pytest.fixture
def secure_site(tmp_path):
    """The site over TLS, and the file of the certificate that it shows."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not on this machine")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    words += " -addext subjectAltName=DNS:localhost"
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, *words.split(), *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    server.handle_error = lambda *args: None
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"https://localhost:{server.server_port}", certificate
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_secure_page_is_fetched_where_its_certificate_holds(secure_site, monkeypatch):
    from synoptic.read import connection

    address, certificate = secure_site
    refused = read([f"{address}/page.txt"], options=LOCAL)
    assert [r.code for r in refused.rejected] == ["fetch-failed"]
    assert "no safe connection" in refused.rejected[0].reason
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(connection, "_tls", lambda: trusting)
    intake = read([f"{address}/moved", f"{address}/packed"], options=LOCAL)
    assert [r.text for r in intake.reports] == [TEXT.decode()] * 2
