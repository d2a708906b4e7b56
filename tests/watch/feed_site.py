"""A site of feeds and pages on this machine, with faults to order."""

from __future__ import annotations

import gzip
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DAY = datetime(2024, 3, 3, 6, 0, tzinfo=UTC)
WORDS = (
    "harbour bridge council barge ferry pier minister island storm rescue vote budget "
    "strike port crew captain road tunnel school river market farm union court judge "
    "hospital doctor train station fire police flood wind power cable winter summer"
).split()


def body(number, n_words=60, salt=0):
    """Words of their own for each report, in sentences."""
    said, state = [], number * 7919 + salt * 104_729 + 13
    for place in range(n_words):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        said.append(WORDS[state // 65_536 % len(WORDS)])
        if place % 12 == 11:
            said[-1] += f" {number}."
    words = " ".join(said)
    return f"Report {number} from the port. {words} {number}."


def page(number, *, site="The Ellery Post", n_words=60, salt=0, head=""):
    """A page with one report."""
    paragraphs = "".join(
        f"<p>{part.strip()}.</p>"
        for part in body(number, n_words, salt).split(".")
        if part.strip()
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta property="og:site_name" content="{site}">{head}'
        f"<title>Report {number}</title></head><body><article>"
        f"<h1>Report {number} from the port</h1>{paragraphs}</article></body></html>"
    )


def item(number, address, *, text="Only the beginning ...", source=""):
    """One entry of RSS."""
    when = format_datetime(DAY + timedelta(minutes=number))
    return (
        f"<item><title>Report {number} from the port</title><link>{address}</link>"
        f"<guid isPermaLink='false'>guid-{number}</guid><pubDate>{when}</pubDate>"
        f"{source}<description>{escape(text)}</description></item>"
    )


def rss(*items, title="The Ellery Post", link="/"):
    """A feed of RSS."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>{link}</link>{''.join(items)}</channel></rss>"
    )


class Site:
    """Answers by path; every question is counted.

    Attributes:
        answers: By path, what is answered: text, bytes, or a function of the handler.
        asked: Paths in order, with the headers of the question.
    """

    def __init__(self):
        self.answers = {}
        self.asked = []
        self.fallback = None
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                answer = site.answers.get(self.path)
                if answer is None and site.fallback is not None:
                    answer = site.fallback(self.path)
                try:
                    if answer is None:
                        send(self, 404, b"no")
                    elif callable(answer):
                        answer(self)
                    else:
                        send(self, 200, answer)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *args):
                pass

        class Server(ThreadingHTTPServer):
            request_queue_size = 64
            daemon_threads = True

            def handle_error(self, *args):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def n_asked(self, path):
        return sum(asked == path for asked, _ in self.asked)


def send(handler, status, data=b"", *, cut=0, **headers):
    """Answer; `cut`: so many bytes fewer than are promised."""
    data = data.encode() if isinstance(data, str) else data
    handler.send_response(status)
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    named.setdefault("Content-Type", "text/html; charset=utf-8")
    for name, value in named.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data[: len(data) - cut])


def status(code, **headers):
    return lambda handler: send(handler, code, b"", **headers)


def moved(code, to):
    return lambda handler: send(handler, code, b"", Location=to)


def typed(data, media):
    return lambda handler: send(handler, 200, data, Content_Type=media)


def truncated(data):
    return lambda handler: send(handler, 200, data, cut=len(data) // 2)


def bomb(handler):
    data = gzip.compress(bytes(60_000_000), 9)
    send(handler, 200, data, Content_Encoding="gzip")


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(100_000):
        handler.wfile.write(b"<p>more and more</p>" * 500)


def dripping(handler):
    """A byte now and then, in the header already."""
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.1)


def not_modified_when(data, etag):
    def answer(handler):
        if handler.headers.get("If-None-Match") == etag:
            send(handler, 304)
        else:
            send(handler, 200, data, ETag=etag, Content_Type="application/rss+xml")

    return answer


def first_failing(n_times, data, code=500):
    """An answer that fails so often before it comes."""
    left = [n_times]
    lock = threading.Lock()

    def answer(handler):
        with lock:
            left[0] -= 1
            fails = left[0] >= 0
        send(handler, code if fails else 200, b"" if fails else data)

    return answer


@contextmanager
def open_site():
    site = Site()
    thread = threading.Thread(
        target=site.server.serve_forever, args=(0.05,), daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()
