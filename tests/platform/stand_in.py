# SPDX-License-Identifier: MIT
"""Starts the stand-in for tests and asks it things: `with StandIn(program, "--seed", "3") as site: site.get("/explore")`."""

import http.client
import json
import ssl
import subprocess
import urllib.parse


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8")


class StandIn:
    """One that runs as long as the block; it also ends when this process does, since its stdin ends then."""

    def __init__(self, program, *options):
        self.command = [program, "--until-stdin-ends", "--lifetime", "600", *options]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, encoding="utf-8")
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"it did not start: {self.process.stderr.read()}")
        self.at = json.loads(line)
        self.base, self.port = self.at["base_url"], self.at["port"]
        self.trust = ssl.create_default_context(cafile=self.at["ca"])
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()
        complaint = self.process.stderr.read()
        self.process.stderr.close()
        if self.process.returncode != 0:
            raise RuntimeError(f"the stand-in ended with {self.process.returncode}: {complaint}")

    def connect(self, timeout=20):
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=timeout)

    def get(self, target, headers=(), on=None, timeout=20):
        """One GET, on a connection of its own unless one is given; redirects are not followed."""
        connection = on or self.connect(timeout)
        try:
            connection.request("GET", target, headers=dict(headers))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            if on is None:
                connection.close()

    def control(self, **told):
        """Tells it something, e.g. control(advance=3600, refuse_with="empty"), and gives its state."""
        query = urllib.parse.urlencode({key.replace("_", "-"): value for key, value in told.items()})
        answer = self.get(f"/made-up/control?{query}")
        if answer.status != 200:
            raise ValueError(answer.text)
        return json.loads(answer.body)

    def lines(self, what):
        """The JSON lines of /made-up/requests or /made-up/videos."""
        return [json.loads(line) for line in self.get(f"/made-up/{what}").text.splitlines()]

    def names(self):
        return json.loads(self.get("/made-up/names").body)
