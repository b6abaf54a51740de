"""A running fake-gitlab program."""

import json
import re
import select
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path


class FakeInstance:
    """Starts the program, reads what it announces, and ends it with the block."""

    def __init__(self, program: Path, *options: str) -> None:
        self.command = [str(program), "--port", "0", *options]

    def __enter__(self) -> "FakeInstance":
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, bufsize=0)
        announcement = self._announcement()
        self.url = announcement["URL"].rstrip("/")
        self.token = announcement["Token"]
        self.administrator = announcement["Admin"]
        self.group = announcement["Group"]
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def _announcement(self, patience: float = 120) -> dict[str, str]:
        """The labelled lines up to the last one, which says how to end the program."""
        text, deadline = "", time.monotonic() + patience
        while "Ctrl-C" not in text:
            ready, _, _ = select.select([self.process.stdout], [], [], 1)
            part = self.process.stdout.read(4096).decode() if ready else ""
            if (ready and not part) or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"{self.command[0]} announced nothing: {text!r}")
            text += part
        return dict(re.findall(r"^  (\w+) +(\S+)$", text, re.MULTILINE))

    def get(self, path: str, **parameters: object) -> object:
        """The body of a GET below /api/v4 as the administrator; None when it answers 404."""
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        return self._send("GET", path + query)

    def post(self, path: str, **fields: object) -> object:
        """The body of what a POST as the administrator made."""
        return self._send("POST", path, json.dumps(fields).encode())

    def _send(self, method: str, path: str, body: bytes | None = None) -> object:
        headers = {"PRIVATE-TOKEN": self.administrator, "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.url}/api/v4{path}", body, headers, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            with error:
                if method == "GET" and error.code == 404:
                    return None
                raise RuntimeError(f"{method} {path}: {error.code}") from error
