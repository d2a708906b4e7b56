"""Pages a second and memory of reading a made-up web archive.

    python benchmarks/archive_speed.py [N_PAGES]

The archive is written to a temporary folder, each record packed by itself as crawlers
do; every tenth record is a picture, every fiftieth is damaged. Memory must not grow
with the archive. Nothing else should run on the machine meanwhile.
"""

from __future__ import annotations

import gzip
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from synoptic.model import Rejected, Report
from synoptic.read import read_each

_SENTENCES = (
    "The council of Port Merrow approved the harbour wall on Tuesday after two years.",
    "“We have no time to lose,” said Olga Brandt, who leads the regional council.",
    "The ferry would sail again once the quay was mended, the harbour office said.",
    "At least nine people were hurt when a tram left the rails, officials said.",
)
_N_PARAGRAPHS = 14


def record(number: int) -> bytes:
    rng = random.Random(number)
    address = f"http://site{number % 97}.example/{number}"
    if number % 10 == 9:
        return _packed(address, "image/jpeg", rng.randbytes(20_000))
    paragraphs = (
        f"<p>{' '.join(rng.choices(_SENTENCES, k=3))} {number}.</p>"
        for _ in range(_N_PARAGRAPHS)
    )
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60))
    page = (
        f"<!doctype html><html><head><title>Report {number}</title>"
        f'<meta property="og:site_name" content="Site {number % 97}"></head><body>'
        f"<nav><ul>{menu}</ul></nav><article><h1>Report {number}</h1>"
        f"{''.join(paragraphs)}</article><footer>{menu}</footer></body></html>"
    )
    data = _packed(address, "text/html; charset=utf-8", page.encode())
    return data[:300] if number % 50 == 0 else data


def _packed(address: str, media_type: str, body: bytes) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", 6, mtime=0)


def main() -> None:
    n_pages = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made-up.warc.gz"
        with path.open("wb") as file:
            for number in range(n_pages):
                file.write(record(number))
        print(f"{n_pages} records, {path.stat().st_size / 1e6:.1f} MB packed")
        began, done, rejected = time.perf_counter(), 0, 0
        for item in read_each([str(path)]):
            done += isinstance(item, Report)
            rejected += isinstance(item, Rejected)
            if isinstance(item, Report) and done % max(n_pages // 5, 1) == 0:
                _tell(done, rejected, time.perf_counter() - began)
        _tell(done, rejected, time.perf_counter() - began)


def _tell(done: int, rejected: int, seconds: float) -> None:
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{done:6} pages  {rejected:4} rejects  {done / seconds:6.0f} a second  "
        f"peak {peak_mb:5.0f} MB"
    )


if __name__ == "__main__":
    main()
