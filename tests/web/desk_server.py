"""A real server in a thread, for a browser to ask."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.request

import uvicorn
from web_desk import wait_for

from synoptic.web import ServerSettings, create_app


class Server:
    """A real server in a thread of its own."""

    def __init__(self, where, *, fast=True):
        self.app = create_app(
            str(where), ServerSettings(fast=fast, workers="thread", poll_seconds=0.1)
        )
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        config = uvicorn.Config(self.app, log_config=None, timeout_graceful_shutdown=1)
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(
            target=self.server.run, kwargs={"sockets": [self.listening]}
        )

    def __enter__(self):
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)
        return self

    def __exit__(self, *_):
        self.server.should_exit = True
        self.thread.join(20)

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=20) as answer:
            return answer.read().decode()

    def add(self, *texts):
        for text in texts:
            asked = urllib.request.Request(
                self.address + "/api/v1/reports",
                json.dumps({"text": text}).encode(),
                {"content-type": "application/json"},
            )
            urllib.request.urlopen(asked, timeout=20).close()

    def story(self, words):
        stories = json.loads(self.get("/api/v1/stories"))["stories"]
        return next(f"/stories/{s['id']}" for s in stories if words in s["title"])

    def read(self, story):
        wait_for(lambda: 'id="findings"' in self.get(story))
