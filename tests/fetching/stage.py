# SPDX-License-Identifier: MIT
"""A stand-in platform that runs while a test does, and the tools run against it."""

import json
import os
import pathlib
import subprocess
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[1] / folder) for folder in ("house", "platform")]
import report  # noqa: E402
from stand_in import StandIn  # noqa: E402

BEGINS = "2026-11-23T12:00:00Z"
BEGIN = 1795435200


class Stage(StandIn):
    """The server, from `with` on; its world's clock begins at BEGINS and stands unless --speed is told."""

    def __init__(self, folder, place, *options):
        self.tools, self.place = report.ROOT / folder / "tools", pathlib.Path(place)
        super().__init__(report.ROOT / "build/tests/platform/stand_in", "--cert", self.place / "cert",
                         "--now", BEGINS, "--speed", "0", *map(str, options))
        self.environment = {key: value for key, value in report.environment(f"{folder}/tools", place).items()
                            if not key.lower().endswith("_proxy") and key not in ("CURL_CA_BUNDLE", "SSL_CERT_FILE")}
        self.environment |= {"TIKTRACK_DELAY": "0", "TIKTRACK_RETRY_DELAY": "0", "TIKTRACK_TIMEOUT": "20s", "TIKTRACK_NOW": BEGINS}

    def __enter__(self):
        super().__enter__()
        self.environment |= {"TIKTRACK_BASE_URL": self.base, "TIKTRACK_CACERT": self.at["ca"]}
        return self

    def requests(self):
        """What was asked so far, these questions behind the stage left out."""
        return [row for row in self.lines("requests") if not row["target"].startswith("/made-up/")]

    def videos(self):
        """What the world holds now: its own words."""
        return self.lines("videos")

    def start(self, tool, *more, **how):
        return subprocess.Popen([self.tools / tool, *map(str, more)], cwd=self.place,
                                **{"env": self.environment, "stdin": subprocess.PIPE, "stdout": subprocess.PIPE,
                                   "stderr": subprocess.PIPE} | how)

    def snapshot(self, ids, *more, **how):
        """Runs tt-snapshot on lines: its exit code, its records, its words."""
        process = self.start("tt-snapshot", *more, **how)
        self.written, err = process.communicate("".join(line + "\n" for line in ids).encode(), timeout=300)
        return process.returncode, [json.loads(line) for line in self.written.splitlines()], err.decode()


def judge(name, good, *seen):
    report.judge(name, good, "\n".join(str(each)[:2000] for each in seen))


def wait_for(what, seconds=20):
    """Waits until something holds; whether it does."""
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.02)
    return what()


def real_data():
    folder = os.environ.get("TIKTRACK_REAL_DATA")
    return pathlib.Path(folder) if folder else None
