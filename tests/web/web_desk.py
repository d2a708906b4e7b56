"""Reports and ways to ask for the tests of the pages."""

from __future__ import annotations

import os
import re
import time

from synoptic.errors import NothingToCompare

WIRE = """Ferry to Osk stops for nine days

The Tidewater Post

June 2, 2026

The ferry to Osk will not sail for nine days because its \
stern ramp is cracked, the harbour company said on Tuesday.

"We found 12 cracks in the ramp and we will not guess about the thirteenth," said Mara \
Quill, who runs the company.

About 400 people live on the island, and three fishing boats will carry their mail.

The yard at Brann has ordered steel for the repair and expects it on Friday.
"""
PAPER = WIRE.replace("The Tidewater Post\n\nJune", "The Osk Letter\n\nJune").replace(
    "found 12 cracks", "found 20 cracks"
)
OTHER = """Seven owls counted in the belfry of Hamm

The Hamm Observer

June 3, 2026

A school class climbed the belfry of Hamm on Wednesday and counted seven owls, two \
more than last year, their teacher Olin Bratt said.

"They looked at us as if we were late," he said. The class will come again in autumn \
and write to the bishop about a window that does not close.
"""
HOSTILE = """<script>window.hit = 1</script><img src=x onerror="window.hit=2">

The "><svg onload=window.hit=3> Gazette

June 4, 2026

{{ 7 * 7 }} and </p></main><a href="javascript:window.hit=4">a link</a> stood in the \
report \u202e of <b>nobody</b>, said O'Hara & Sons.

"</q><script>window.hit=5</script>" said a man who called himself <!-- nobody -->.
"""


PAGES = {"accept": "text/html"}


def form_key(client, path="/add"):
    page = client.get(path).text
    return re.search(r'name="form_key" value="([^"]+)"', page)[1]


def add(client, **fields):
    files = fields.pop("files", None)
    data = {"form_key": form_key(client), **fields}
    answer = client.post("/add", data=data, files=files)
    assert answer.status_code == 200, answer.text
    return answer


def story_ids(client):
    return re.findall(r'href="[^"]*/stories/([0-9a-f-]+)"', client.get("/").text)


def report_ids(client):
    found = client.get("/api/v1/search", params={"limit": 100}).json()["hits"]
    return [hit["id"] for hit in found]


def wait_for(look, seconds=60.0):
    """What `look` gives, as soon as that is something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")


def read_story(client, story):
    """The page of a story, once its reports are compared."""

    def look():
        page = client.get(f"/stories/{story}").text
        return page if 'id="findings"' in page else None

    return wait_for(look)


def echo(task):
    """What a process that reads stories may do in a test: it stands for `make`."""
    if task.story == "refused":
        raise NothingToCompare("nothing is there")
    if task.story == "mistake":
        raise ZeroDivisionError
    if task.story == "killed":
        os._exit(1)
    return {"page": task.story.encode()}
