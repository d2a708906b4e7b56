"""Malformed inputs, made in code: (name, bytes), the same in every run."""
# ruff: noqa: E501

import gzip
import json
import random
import struct
import zlib

from read.forms import (
    ATOM,
    JSON_FEED,
    MAIL,
    OPML,
    PAGE,
    RSS,
    news_item,
    news_message,
    ninjs,
    ninjs_2,
    packed,
    record,
)

_SENTENCE = "The old harbour bridge was closed on Sunday after a barge struck it. "
_ARABIC = "أغلق الجسر القديم يوم الأحد بعد أن اصطدمت به سفينة في المرفأ. "
_EMOJI = "🚢💥🌉 \U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301 \u202egnorw\u202c "
_PAGE = (
    "<!doctype html><html><head><title>T</title></head><body><article><h1>Bridge</h1>"
    f"<p>{_SENTENCE * 3}</p><script>alert(1)</script></article></body></html>"
)
_ROW = json.dumps({"id": "a", "text": _SENTENCE * 3})


def fixed():
    """Inputs that are each wrong in a way of their own."""
    plain = (_SENTENCE * 20).encode()
    zipped = gzip.compress(plain, mtime=0)
    deep = "<div>" * 20_000 + _SENTENCE + "</div>" * 20_000
    yield from {
        "empty.txt": b"",
        "blank.txt": b" \n\t\r\n ",
        "nuls.txt": b"\x00" * 5000,
        "some-nuls.txt": plain.replace(b"barge", b"ba\x00ge", 1),
        "mark-only.txt": b"\xef\xbb\xbf",
        "mark16-only.txt": b"\xff\xfe",
        "odd-utf16.txt": b"\xff\xfe" + _SENTENCE.encode("utf-16-le") + b"\x20",
        "utf16-no-mark.txt": (_SENTENCE * 3).encode("utf-16-be"),
        "utf32.txt": b"\xff\xfe\x00\x00" + _SENTENCE.encode("utf-32-le"),
        "cut-utf8.txt": ("é" * 200).encode()[:-1],
        "cp1252.txt": "“Où est le pont ?” – dit-il à l’écluse. ".encode("cp1252") * 9,
        "mixed-encodings.txt": "é".encode() * 30 + b"\xe9" * 30,
        "surrogate-bytes.txt": plain + b"\xed\xa0\x80",
        "random.bin": random.Random(1).randbytes(20_000),
        "png.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        "elf.txt": b"\x7fELF" + bytes(2000),
        "zip.docx": b"PK\x03\x04" + bytes(500),
        "no-word.docx": plain,
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
        "no.pdf": plain,
        "cut.txt.gz": zipped[: len(zipped) // 2],
        "bad-sum.txt.gz": zipped[:-8] + b"\x00" * 8,
        "no-gzip.txt.gz": plain,
        "empty.txt.gz": b"",
        "head-only.txt.gz": zipped[:10],
        "flipped.txt.gz": zipped[:40] + b"\xff\xff\xff" + zipped[43:],
        "twice.txt.gz": gzip.compress(zipped, mtime=0),
        "bomb.txt.gz": gzip.compress(bytes(50_000_000), 9, mtime=0),
        "bomb.jsonl.gz": gzip.compress(b'{"text": "' + b"a" * 60_000_000, 9, mtime=0),
        "zlib.gz": zlib.compress(plain),
        "rtl.txt": (_ARABIC * 30).encode(),
        "emoji.txt": (_EMOJI * 50).encode(),
        "bidi.txt": ("\u202e" * 3000 + _SENTENCE).encode(),
        "marks.txt": ("a" + "\u0301" * 50_000).encode(),
        "line-ends.txt": "One.\rTwo.\r\nThree.\n\rFour.\u2028Five.\x0bSix.\x85".encode(),
        "one-line.txt": plain * 400,
        "no-space.txt": b"a" * 900_000,
        "quotes.txt": ("“" * 50_000 + _SENTENCE).encode(),
        "brackets.txt": (b"(" * 100_000 + b")" * 100_000),
        "dashes.txt": (b"- " * 100_000),
        "digits.txt": b"1" * 200_000,
        "short-lines.txt": b"A b\n" * 100_000,
        "blank-lines.txt": b"\n" * 500_000 + plain,
        "names.txt": b"Ann Lee and " * 20_000,
        "slashes.txt": b"A/B/" * 20_000 + b" via Getty",
        "capitals.txt": b"PORT ELLERY, " * 2000 + b"(AP) - Text goes on here now.",
        "page.html": _PAGE.encode(),
        "page-in.txt": _PAGE.encode(),
        "deep.html": f"<html><body>{deep}</body></html>".encode(),
        "open-tags.html": ("<html><body>" + "<b><i><a href=x>" * 30_000 + "x").encode(),
        "cut.html": _PAGE[:150].encode(),
        "no-text.html": b"<!doctype html><html><script>x()</script></html>",
        "comment.html": b"<html><!--" + b"-" * 100_000,
        "entities.html": b"<html><body><p>"
        + b"&amp;" * 50_000
        + b"&#55296;&#x110000;</p>",
        "nul.html": _PAGE.replace("Bridge", "Br\x00dge").encode(),
        "utf16.html": b"\xff\xfe" + _PAGE.encode("utf-16-le"),
        "bad-charset.html": b"<html><meta charset=nope><p>" + plain,
        "bad-ld.html": _PAGE.replace(
            "</head>", '<script type="application/ld+json">{"@type": [[</script></head>'
        ).encode(),
        "deep-ld.html": _PAGE.replace(
            "</head>",
            '<script type="application/ld+json">' + "[" * 90_000 + "</script></head>",
        ).encode(),
        "wrong-ld.html": _PAGE.replace(
            "</head>",
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":1},'
            '"author":[[],{"name":[]}],"publisher":7,"datePublished":[]}</script></head>',
        ).encode(),
        "bad-links.html": _PAGE.replace(
            "</head>", '<link rel=canonical href="http://[::1"></head>'
        ).encode(),
        "cut.jsonl": (_ROW + "\n" + _ROW[:30]).encode(),
        "not.jsonl": plain,
        "lists.jsonl": b'[1]\n"x"\n3\nnull\n{}\n',
        "types.jsonl": b'{"text": 3}\n{"text": null, "sentences": [1, null]}\n{"text": ""}',
        "deep.jsonl": b'{"text": ' + b"[" * 100_000,
        "number.jsonl": b'{"text": "The bridge.", "n": ' + b"9" * 100_000 + b"}",
        "nan.jsonl": b'{"text": "The bridge.", "n": NaN, "m": -Infinity, "k": 1e999999}',
        "surrogate.jsonl": b'{"text": "The \\ud800 bridge \\udc00.", "id": "\\udfff"}',
        "nul.jsonl": b'{"text": "The \\u0000 bridge."}\n\x00\n',
        "controls.jsonl": b'{"text": "The \x01\x02 bridge\tis\x7f shut."}',
        "twice-id.jsonl": (_ROW + "\n" + _ROW + "\n" + _ROW).encode(),
        "empty.jsonl": b"\n\n\n",
        "utf16.jsonl": b"\xff\xfe" + _ROW.encode("utf-16-le"),
        "mark.jsonl": b"\xef\xbb\xbf" + _ROW.encode(),
        "cr.jsonl": (_ROW + "\r" + _ROW).encode(),
        "fields.jsonl": b'{"text": "The bridge.", "published_at": "2021-99-99", '
        b'"headline": ["x"], "url": 3, "id": {}, "language": ""}',
        "front.md": b"---\ntitle: [\n---\n# \n\n" + plain,
        "open-front.md": b"---\n" + b"a: b\n" * 10_000,
        "hashes.md": b"# " * 50_000,
        "quotes.md": b"> " * 50_000 + plain,
        "links.md": b"![x](" * 20_000,
        "underlines.md": b"A\n===\n" * 20_000,
        "cut.warc.gz": packed(record("http://a.example/1"))[:-40],
        "head.warc.gz": packed(record("http://a.example/1"))[:25],
        "long.warc": b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        "minus.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -9\r\n\r\n",
        "headers.warc": b"WARC/1.0\r\n" + b"A: b\r\n" * 90_000 + b"\r\n",
        "header.warc": b"WARC/1.0\r\nA: " + b"b" * 900_000 + b"\r\n\r\n",
        "versions.warc": b"WARC/1.0\r\n" * 20_000,
        "no-http.warc": record(
            "http://a.example/1", kind="resource", media="text/html"
        ),
        "bad-uri.warc": record("http://[::1", PAGE),
        "no-uri.warc": record("", PAGE),
        "nul-uri.warc": record("http://a.example/\x00", PAGE),
        "in-warc.warc": record("http://a.example/1", record("http://a.example/2")),
        "bomb.warc.gz": packed(record("http://a.example/1", bytes(60_000_000))),
        "inner-bomb.warc": record(
            "http://a.example/1", gzip.compress(bytes(60_000_000), 9, mtime=0)
        ),
        "wet.warc": record(
            "http://a.example/1", "", kind="conversion", media="text/plain"
        ),
        "wide.wet": record(
            "x", _SENTENCE.encode("utf-16"), kind="conversion", media="text/plain"
        ),
        "laughs.xml": (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
            + b"".join(
                b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;")
                for n in range(12)
            )
            + b"]><newsItem><p>&a11;</p></newsItem>"
        ),
        "quadratic.xml": b'<!DOCTYPE x [<!ENTITY a "'
        + b"a" * 60_000
        + b'">]><newsItem>'
        + b"&a;" * 60_000
        + b"</newsItem>",
        "outside.xml": b'<!DOCTYPE x SYSTEM "file:///etc/hostname"><newsItem/>',
        "parameter.xml": b'<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>'
        b"<newsItem/>",
        "laughs.rss": b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
        + RSS.split("?>", 1)[1].replace("Short.", "&b;").encode(),
        "deep.xml": b"<newsItem>" + b"<a>" * 60_000,
        "deep.rss": b"<rss version='2.0'><channel><item><description>"
        + b"<a>" * 20_000,
        "many.xml": b"<newsItem>" + b"<a/>" * 600_000 + b"</newsItem>",
        "many.rss": b"<rss><channel>" + b"<item><title>a</title></item>" * 9_000,
        "attributes.xml": b"<newsItem "
        + b"".join(b'a%d="" ' % n for n in range(20_000)),
        "twice.xml": b"<newsItem a='' a=''/>",
        "nul.xml": news_item().replace("Bridge", "Br\x00dge").encode(),
        "utf16.xml": news_item().encode("utf-16"),
        "utf32.xml": news_item().encode("utf-32"),
        "wrong.xml": f'<?xml version="1.0" encoding="utf-16"?>{news_item()}'.encode(),
        "odd.xml": f'<?xml version="1.0" encoding="nope"?>{news_item()}'.encode(),
        "text.xml": plain,
        "words.rss": plain,
        "empty.rss": b"<rss><channel></channel></rss>",
        "empty.json": b"{}",
        "words.json": plain,
        "deep.json": b'{"uri": "x", "body_text": ' + b"[" * 90_000,
        "deep-list.json": b'[{"a": ' * 20_000,
        "types.json": b'{"uri": 3, "type": [], "body_text": {}, "headlines": {"a": 1}}',
        "types-2.json": b'{"uri": "x", "type": "text", "bodies": [1, null, {"value": 3},'
        b' {"value": " "}], "headlines": 3, "associations": [[[]]]}',
        "in-itself.json": json.dumps(
            ninjs(associations={"a": ninjs(associations={"b": ninjs()})})
        ).encode(),
        "nan.json": b'[{"text": "The bridge.", "n": NaN}]',
        "surrogate.json": b'[{"text": "The \\ud800 bridge."}]',
        "items.json": b'{"version": "https://jsonfeed.org/version/1", "items": [1, [], {},'
        b' {"id": {}, "content_html": 3}]}',
        "no-head.eml": plain,
        "no-body.eml": b"From: a@b.example\nMIME-Version: 1.0\n",
        "no-end.eml": b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 2_000,
        "nested.eml": b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
            for n in range(2_000)
        ),
        "in-mail.eml": b"Content-Type: message/rfc822\n\n" * 2_000 + plain,
        "headers.eml": b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\n" + plain,
        "from.eml": b"From: " + b'"(' * 20_000 + b"\n\n" + plain,
        "date.eml": b"Date: 99 Foo 99999 99:99:99 +9999\n\n" + plain,
        "base64.eml": b"Content-Transfer-Encoding: base64\n\n" + b"=A" * 9_000,
        "utf7.eml": b"Content-Type: text/plain; charset=utf-7\n\n+AGE-" + plain,
        "charset.eml": b'Content-Type: text/plain; charset="\xff\x00"\n\n' + plain,
        "opml.opml": b"<opml><body><outline xmlUrl='javascript:x'/></body></opml>",
        "html.opml": _PAGE.encode(),
        "pack.txt": struct.pack("<1000d", *range(1000)),
    }.items()


_SEEDS = {
    "txt": "\n\n".join(
        [
            "Bridge shut",
            "By Ann Lee",
            "May 3, 2021",
            "PORT (AP) - " + _SENTENCE * 2,
            _SENTENCE,
            "NEW SPAN",
            _SENTENCE * 2,
            "Photo: Ann Lee/AFP",
            "Follow us",
        ]
    ).encode(),
    "html": _PAGE.encode(),
    "jsonl": (_ROW + "\n" + json.dumps({"sentences": [_SENTENCE, _ARABIC]})).encode(),
    "md": f"---\ntitle: B\n---\n# Bridge\n\n{_SENTENCE}\n\n> {_SENTENCE}\n".encode(),
    "txt.gz": gzip.compress(_SENTENCE.encode() * 30, mtime=0),
    "pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer",
    "warc": record("http://a.example/1") + record("http://a.example/2"),
    "warc.gz": packed(record("http://a.example/1"), record("http://a.example/2")),
    "wet": record("x", _SENTENCE * 9, kind="conversion", media="text/plain") * 2,
    "xml": news_item(embargo="<embargoed>2024-03-04</embargoed>").encode(),
    "newsml": news_message(news_item(), news_item(kind="ninat:picture")).encode(),
    "rss": RSS.encode(),
    "atom": ATOM.encode(),
    "opml": OPML.encode(),
    "eml": MAIL.encode("cp1252"),
    "ninjs": json.dumps(ninjs_2(), indent=1).encode(),
    "json": json.dumps([ninjs(), ninjs(type="picture")]).encode(),
    "feed.json": JSON_FEED.encode(),
    "docx": b"PK\x03\x04\x14\x00" + b"word/document.xml" * 9,
}
_POISON = (
    b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\r", b"\xe2\x80\xae", b"\xf0\x9f\x9a\xa2",
    b"<", b"<!--", b"]]>", b'"', b"\\", b"\\ud800", b"{", b"[" * 50, b"(" * 50,
    b"\xe2\x80\x9c", b"\n\n\n", b" via Getty Images", b"9" * 400, b"\x1b[31m", b"&#0;",
    b"\r\n\r\n", b"WARC/1.0\r\n", b"Content-Length: 3\r\n", b"&x;", b"<!DOCTYPE x>", b"</p>",
    b"<![CDATA[", b"--a\r\n", b"=?utf-8?b?", b"=\r\n", b"null", b"[]", b"}", b"\x1f\x8b\x08",
)  # fmt: skip


FORMS = sorted(_SEEDS)


def broken(n, *, seed=20261122, forms=FORMS):
    """`n` inputs made of good ones by cutting, doubling, swapping and poisoning."""
    rng = random.Random(seed)
    for number in range(n):
        form = rng.choice(forms)
        data = bytearray(_SEEDS[form])
        for _ in range(rng.randint(1, 8)):
            at = rng.randrange(len(data) + 1)
            match rng.randrange(6):
                case 0:
                    del data[at : at + rng.randint(1, 40)]
                case 1:
                    data[at:at] = rng.choice(_POISON)
                case 2:
                    data[at : at + 1] = bytes([rng.randrange(256)])
                case 3:
                    data[at:at] = data[: rng.randint(0, 200)]
                case 4:
                    data[at:at] = rng.randbytes(rng.randint(1, 20))
                case 5:
                    del data[at:]
        yield f"{number:04}.{form}", bytes(data)
