"""Made-up inputs of the forms in which archives, agencies and feeds deliver."""

import gzip
import json

LEAD = (
    "The old harbour bridge was closed on Sunday after a barge struck one of its "
    "piers, the harbour master said in a statement."
)
MORE = (
    "The council had planned to replace the bridge in two years, but the money was "
    "short and the plan was put off again last spring."
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>Bridge shut | The Post</title>'
    '<meta property="og:site_name" content="The Ellery Post"></head><body><article>'
    f"<h1>Bridge shut after crash</h1><p>{LEAD}</p><p>{MORE}</p></article>"
    "</body></html>"
)


def record(
    uri,
    payload=PAGE,
    *,
    kind="response",
    media="text/html; charset=utf-8",
    status="200 OK",
    http="",
    warc="",
):
    """One WARC record."""
    body = payload if isinstance(payload, bytes) else payload.encode()
    if kind in {"response", "request"}:
        body = (
            f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{http}\r\n".encode() + body
        )
        stated = f"application/http; msgtype={kind}"
    else:
        stated = media
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n"
        "WARC-Date: 2024-03-04T06:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{abs(hash(uri)) % 10**12:012}>\r\n{warc}"
        f"Content-Type: {stated}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def packed(*records):
    """A WARC file packed record by record."""
    return b"".join(gzip.compress(r, mtime=0) for r in records)


def news_item(
    *,
    guid="urn:newsml:norden.example:20240303:1",
    version="2",
    status="stat:usable",
    embargo="",
    kind="ninat:text",
    body=f"<p>{LEAD}</p><h2>New span</h2><p>{MORE}</p>",
    content=None,
    root="newsItem",
):
    """One item of NewsML-G2."""
    if content is None:
        content = (
            '<inlineXML contenttype="application/xhtml+xml">'
            '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head>'
            f"<body>{body}</body></html></inlineXML>"
        )
    return f"""<{root} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}"
 version="{version}" standard="NewsML-G2" standardversion="2.29" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<itemMeta><itemClass qcode="{kind}"/><provider qcode="nprov:NW"><name>Norden Wire</name>
</provider><versionCreated>2024-03-03T18:30:00Z</versionCreated>
<firstCreated>2024-03-03T18:15:00Z</firstCreated>{embargo}<pubStatus qcode="{status}"/>
</itemMeta><contentMeta><contentCreated>2024-03-03T18:15:00+00:00</contentCreated>
<creator literal="Mara Lindqvist"/><language tag="en-GB"/>
<slugline separator="-">HARBOUR-BRIDGE</slugline>
<headline>Bridge shut after crash</headline><dateline>PORT ELLERY, March 3</dateline>
<by>By Mara Lindqvist</by><creditline>Norden Wire</creditline></contentMeta>
<contentSet>{content}</contentSet></{root}>"""


def news_message(*items):
    """A message of several items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><newsMessage '
        'xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>'
        "2024-03-03T18:31:00Z</sent></header><itemSet>"
        f"{''.join(items)}</itemSet></newsMessage>"
    )


def ninjs(**fields):
    """An item of ninjs 1."""
    item = {
        "uri": "http://norden.example/content/1",
        "type": "text",
        "version": "3",
        "versioncreated": "2024-03-03T18:30:00Z",
        "firstcreated": "2024-03-03T18:15:00Z",
        "pubstatus": "usable",
        "language": "en-GB",
        "headline": "Bridge shut after crash",
        "slugline": "HARBOUR-BRIDGE",
        "byline": "By Mara Lindqvist",
        "copyrightholder": "Norden Wire",
        "body_html": f"<p>{LEAD}</p><p>{MORE}</p>",
    }
    return {k: v for k, v in (item | fields).items() if v is not None}


def ninjs_2(**fields):
    """An item of ninjs 2."""
    item = {
        "uri": "http://norden.example/content/2",
        "standard": {"name": "ninjs", "version": "2.1"},
        "type": "text",
        "version": "1",
        "versioncreated": "2024-03-03T18:30:00Z",
        "contentcreated": "2024-03-03T18:15:00Z",
        "pubstatus": "usable",
        "by": "Mara Lindqvist",
        "headlines": [
            {"role": "short", "value": "Bridge shut"},
            {"role": "main", "value": "Bridge shut after crash"},
        ],
        "bodies": [
            {"contenttype": "text/plain", "value": f"{LEAD}\n\n{MORE}"},
            {"contenttype": "text/html", "value": f"<p>{LEAD}</p><p>{MORE}</p>"},
        ],
        "infosources": [{"name": "Norden Wire"}],
    }
    return item | fields


RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Ellery Post » World</title><link>https://post.example/</link>
<language>en-gb</language>
<item><title>Bridge shut after crash</title><link>/bridge?utm_source=rss</link>
<guid isPermaLink="false">post-1</guid><dc:creator>Mara Lindqvist</dc:creator>
<pubDate>Sun, 03 Mar 2024 18:15:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>
<item><title>Ferry late</title><link>https://norden.example/ferry</link>
<guid>norden-2</guid><source url="https://norden.example/rss">Norden Wire</source>
<description>{MORE}</description></item>
<item><title>No text</title><link>https://post.example/3</link></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Ellery Post</title>
<link href="https://post.example/"/><id>urn:x</id><updated>2024-03-04T00:00:00Z</updated>
<entry><title type="html">Bridge &lt;b&gt;shut&lt;/b&gt;</title><id>urn:x:1</id>
<link rel="alternate" href="https://post.example/bridge"/>
<published>2024-03-03T18:15:00+01:00</published><updated>2024-03-04T00:00:00Z</updated>
<author><name>Mara Lindqvist</name></author>
<content type="html">&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content>
</entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Ellery Post",
        "home_page_url": "https://post.example/",
        "language": "en",
        "items": [
            {
                "id": "1",
                "url": "https://post.example/bridge",
                "title": "Bridge shut after crash",
                "content_html": f"<p>{LEAD}</p><p>{MORE}</p>",
                "date_published": "2024-03-03T18:15:00Z",
                "authors": [{"name": "Mara Lindqvist"}],
            },
            {"id": "2", "title": "No text"},
        ],
    },
    indent=2,
)

OPML = """<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head/><body>
<outline text="Papers"><outline type="rss" text="Post" xmlUrl="https://post.example/rss"/>
<outline type="rss" text="Wire" xmlurl="feed://norden.example/atom"/></outline>
<outline text="Post again" xmlUrl="https://post.example/rss"/></body></opml>"""

MAIL = (
    "Return-Path: <bounce@post.example>\r\nMIME-Version: 1.0\r\n"
    'From: "Mara Lindqvist from The Ellery Post" <news@post.example>\r\n'
    "To: reader@home.example\r\nMessage-ID: <1@post.example>\r\n"
    "Date: Sun, 03 Mar 2024 19:15:00 +0100\r\n"
    "Subject: =?utf-8?q?Bridge_shut_=E2=80=93_what_now=3F?=\r\n"
    'Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\n'
    'Content-Type: multipart/alternative; boundary="a"\r\n\r\n--a\r\n'
    "Content-Type: text/plain; charset=utf-8\r\n\r\nOpen this in a browser.\r\n--a\r\n"
    "Content-Type: text/html; charset=windows-1252\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    f"<html><body><h1>Bridge shut</h1><p>=93{LEAD}=94</p>\r\n"
    f'<p>{MORE} <a href=3D"https://post.example/more">More=\r\n</a></p></body></html>'
    "\r\n--a--\r\n--m\r\nContent-Type: image/png\r\n"
    "Content-Disposition: attachment; filename=x.png\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--m--\r\n"
)
