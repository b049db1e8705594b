# SPDX-License-Identifier: MIT
"""A cohort that is followed on the stage: its clock, its collects, and an account of what its files hold."""

import collections
import json
import re
import subprocess
import time

from stage import BEGIN, Stage, judge, report, wait_for  # noqa: F401

GONE = {"deleted", "private", "login_required", "region_blocked", "not_found"}
FINAL = {"ok", *GONE}
SECOND_LOOK = 600
SLACK = 60  # real seconds that pass while the clock stands
# What a host does in a bad hour, without what takes seconds.
MOODS = "overload,empty,error-500,hang-up,reset,half-page,shell,garbage"


def label(hours):
    return f"hour_{hours:g}"


class Followed(Stage):
    """A stage with a cohort of videos that it shows; its clock is the world's, and stands while a tool runs but for
    the real time that passes."""

    def begin(self, videos, *options, timepoints=(0, 1, 6), folder=None):
        """Tracks that many videos from now on: the exit code of tt-discover, and its words."""
        self.timepoints, self.hours = [label(each) for each in timepoints], timepoints
        self.folder = folder or self.place / "cohort_a"
        self.tracked = [each["id"] for each in self.videos()[:videos]]
        self.clock = 0
        self.set_clock(0)
        return self.discover(self.tracked, "--timepoints", ",".join(f"{each:g}" for each in timepoints), *options)

    def discover(self, ids, *options):
        """Adds videos by their ids: its exit code and words."""
        process = self.start("tt-discover", "--into", self.folder, "--count", max(100, len(ids)), *options, "-")
        _, said = process.communicate("".join(each + "\n" for each in ids).encode(), timeout=120)
        return process.returncode, said.decode()

    def set_clock(self, seconds):
        """Moves the world, and what the tools take for the time, to so long after its beginning."""
        self.clock = int(seconds)
        self.control(now=BEGIN + self.clock)
        self.environment["TIKTRACK_NOW"] = str(BEGIN + self.clock)

    def due(self, *options):
        done = subprocess.run([self.tools / "tt-due", *options, self.folder], env=self.environment, cwd=self.place,
                              capture_output=True, timeout=120)
        return done.returncode, done.stdout, done.stderr.decode()

    def collect(self, *options, kill=None, after=None, **how):
        """tt-due COHORT | tt-snapshot --into COHORT. With `kill`, that signal comes so many seconds later, to both.
        The exit code of tt-snapshot, and its words."""
        _, lines, _ = self.due()
        command = [self.tools / "tt-snapshot", "--into", self.folder, *map(str, options)]
        with subprocess.Popen(command, cwd=self.place, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, **({"env": self.environment} | how)) as process:
            try:
                if kill is None:
                    out, said = process.communicate(lines, timeout=300)
                else:
                    process.stdin.write(lines)
                    process.stdin.close()
                    process.stdin = None
                    time.sleep(after)
                    process.send_signal(kill)
                    out, said = process.communicate(timeout=120)
            except BrokenPipeError:
                out, said = process.communicate(timeout=120)
            finally:
                process.kill()
        return process.returncode, said.decode()

    def collect_all(self, *options, rounds=60):
        """Collects until nothing is due now; the last exit code and words."""
        for _ in range(rounds):
            code, said = self.collect(*options)
            if code not in (0, 1) or not self.due()[1]:
                break
        return code, said

    def archived(self, timepoint):
        """The outcomes that a timepoint's archive holds, also those whose line is still to be written."""
        path = self.folder / f"raw/{timepoint}.warc.gz"
        if not path.exists():
            return []
        done = subprocess.run([self.tools / "tt-import", path], env=self.environment, capture_output=True, timeout=300)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def text_of(self, timepoint):
        path = self.folder / f"{timepoint}.jsonl"
        return path.read_bytes() if path.exists() else b""

    def outcomes(self, timepoint):
        return [json.loads(line) for line in self.text_of(timepoint).splitlines()]

    def faults_of_files(self):
        """Why the cohort's files are not what they should be; empty where they are."""
        wrong = []
        for each in self.timepoints:
            data = self.text_of(each)
            if data and not data.endswith(b"\n"):
                wrong.append(f"{each}: torn")
            if len(set(data.splitlines())) != data.count(b"\n"):
                wrong.append(f"{each}: a line twice")
            refs = [json.loads(line)["raw_ref"] for line in data.splitlines()]
            if len(set(refs)) != len(refs):
                wrong.append(f"{each}: a raw_ref twice")
            if any(r["timepoint"] != each for r in self.outcomes(each)):
                wrong.append(f"{each}: another timepoint's outcome")
        again = subprocess.run([self.tools / "tt-import", *sorted(self.folder.glob("raw/*.warc.gz"))],
                               env=self.environment, capture_output=True, timeout=300)
        written = b"".join(self.text_of(each) for each in self.timepoints)
        if again.stdout != written:
            wrong.append(f"the archive gives other lines: {again.returncode} {len(again.stdout)} for {len(written)} "
                         + again.stderr.decode()[:500])
        return wrong

    def closes(self, hours):
        """When the window of a timepoint closes, in seconds after the cohort's beginning. That of hour_0 is open until
        the next one's opens."""
        if hours > 0:
            return 3600 * hours + max(600, 360 * hours)
        following = 3600 * self.hours[1]
        return following - min(480, following // 2) - 1

    def account(self):
        """For each (video, timepoint) the final outcomes that its lines come to: `ok`, `gone`, `missed`, `already_past`;
        none of them where it is still to be tried."""
        found, once = collections.defaultdict(list), collections.defaultdict(list)
        for each in self.timepoints:
            for r in self.outcomes(each):
                key, at = (r["video_id"], each), r["collection_timestamp"]
                if r["status"] == "ok":
                    found[key].append("ok")
                elif r["status"] in GONE:
                    once[key].append(at)
                    if once[key][-2:-1] and at - once[key][0] >= SECOND_LOOK:
                        found[key].append("gone")
                elif r["status"] == "skipped":
                    found[key].append(r["schedule_status"])
        for hours, each in zip(self.hours, self.timepoints):
            for video in self.tracked:
                if once[video, each] and not found[video, each] and self.clock > self.closes(hours) + SLACK:
                    found[video, each].append("gone")
        return {(video, each): found[video, each] for video in self.tracked for each in self.timepoints}

    def asked(self):
        """How often each video was asked for since the requests were cleared, and how often it was answered well."""
        every, good = collections.Counter(), collections.Counter()
        for row in self.requests():
            target = row["target"].split("?")[0]
            video = re.search(r"(\d+)$", target)
            if not video:
                continue
            every[video[1]] += 1
            good[target] += row["status"] == 200 and not row["fault"]
        return every, good
