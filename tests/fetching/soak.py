#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Cohorts for 48 simulated hours with faults throughout, and an account of every video and timepoint at the end:
soak.py FOLDER [COHORTS VIDEOS [SEED]]"""

import collections
import pathlib
import random
import re
import signal
import subprocess
import sys
import tempfile

from followed import BEGIN, GONE, MOODS, Followed, judge, report

FOLDER = sys.argv[1]
COHORTS, VIDEOS, SEED = (int(word) for word in (*sys.argv[2:5], *("3", "10", "7")[len(sys.argv) - 2:]))
HOURS = (0, 1, 6, 24, 48)
TICK = 900  # seconds between two ticks of cron
LAST = 48 * 3600 + 18000 + 7200  # the last window of the last cohort has closed
PARALLEL = 4


class Soak:
    def __init__(self, stage):
        self.stage, self.chance = stage, random.Random(SEED)
        self.cohorts = {}  # folders, and the videos that each tracks
        self.good = collections.Counter()  # answers that showed a video
        self.ends = collections.Counter()
        self.killed = 0
        stage.clock = 0
        stage.timepoints, stage.hours = [f"hour_{each}" for each in HOURS], HOURS

    def begin_cohort(self, number):
        """Every other one counts from the upload, and has videos of the last day."""
        stage = self.stage
        stage.folder = stage.place / f"cohort_{number}"
        taken = {video for videos in self.cohorts.values() for video in videos}
        free = [each for each in stage.videos() if each["id"] not in taken]
        self.chance.shuffle(free)
        if number % 2:
            free.sort(key=lambda each: each["uploaded"] < BEGIN + stage.clock - 86400)
        ids = [each["id"] for each in free[:VIDEOS]]
        self.cohorts[stage.folder] = ids
        code, said = stage.discover(ids, "--time-origin", "upload" if number % 2 else "discovery",
                                    "--timepoints", ",".join(map(str, HOURS)))
        judge(f"cohort {number} begins", code == 0 and f"{len(ids)} videos added" in said and len(ids) == VIDEOS, code, said)

    def misfortune(self):
        """What befalls the host and its videos from now on."""
        stage, chance = self.stage, self.chance
        stage.control(refuse=chance.choice((0, 0, 0, 0.1, 0.3, 0.6, 0.95)), refuse_with=MOODS)
        everyone = [video for videos in self.cohorts.values() for video in videos]
        if everyone and chance.random() < 0.2:
            stage.control(video=chance.choice(everyone), standing=chance.choice(("removed", "private_account", "shown", "shown")))

    def tick(self, clock):
        """What cron does: whatever is due, for every cohort, the most urgent first."""
        stage, chance = self.stage, self.chance
        stage.set_clock(clock)
        self.misfortune()
        if chance.random() < 0.05:  # the laptop's clock is wrong for once
            stage.environment["TIKTRACK_NOW"] = str(BEGIN + clock + chance.choice((-7200, -1200, 300)))
        due = subprocess.run([stage.tools / "tt-due", "--cohorts", *self.cohorts], env=stage.environment, cwd=stage.place,
                             capture_output=True, encoding="utf-8", timeout=600)
        judge_once("tt-due reads every cohort", due.returncode == 0, due.stderr)
        for folder in due.stdout.splitlines():
            stage.folder = pathlib.Path(folder)
            # The pace towards a host that refuses is slow in real time, too: what is left comes with the next tick.
            limit = 200 if chance.random() < 0.1 else max(2000, 50 * VIDEOS)
            options = ["--parallel", PARALLEL, "--source", "embed", "--attempts", 3, "--wait", "5m", "--limit", f"{limit}ms"]
            how = {}
            if chance.random() < 0.3:
                how = {"kill": chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM)), "after": chance.uniform(0, 0.03 * VIDEOS)}
            code, said = stage.collect(*options, **how)
            self.ends[code] += 1
            self.killed += code == -signal.SIGKILL
            judge_once("a collect ends as it should", code in (0, 1, 69, 75, 143, -9, -15), code, said)
        for row in stage.requests():
            video = re.search(r"/(\d+)$", row["target"].split("?")[0])
            if video and row["status"] == 200 and not row["fault"]:
                self.good[video[1]] += 1
        stage.control(clear="requests")

    def run(self):
        clock, next_cohort = 0, 0
        while clock < LAST:
            while next_cohort < COHORTS and next_cohort * 7200 // COHORTS <= clock:
                self.stage.set_clock(clock)
                self.begin_cohort(next_cohort)
                next_cohort += 1
            self.tick(clock)
            clock += TICK + self.chance.randint(-60, 60)
            if self.chance.random() < 0.01:  # it sleeps
                clock += self.chance.randint(1800, 9 * 3600)
        self.stage.set_clock(LAST + 6 * 3600)
        self.stage.control(refuse=0)
        for self.stage.folder in self.cohorts:
            code, said = self.stage.collect()
            judge(f"{self.stage.folder.name}: the last collect", code == 0 and not self.stage.due()[1], code, said)

    def account(self):
        """What became of everything that was due, and whether that is all."""
        stage = self.stage
        total, kinds = collections.Counter(), ("ok", "gone", "missed", "already_past", "still to be tried")
        lost = 0
        for stage.folder, stage.tracked in self.cohorts.items():
            judge(f"{stage.folder.name}: no line is torn or doubled, and the archive alone gives every file byte for byte", not (
                wrong := stage.faults_of_files()), *wrong)
            cells = stage.account()
            twice = {key: ends for key, ends in cells.items() if len(ends) > 1}
            judge(f"{stage.folder.name}: nothing has two final outcomes", not twice, twice)
            here = collections.Counter(ends[0] if ends else "still to be tried" for ends in cells.values())
            board = subprocess.run([stage.tools / "tt-due", "--board", stage.folder], env=stage.environment, capture_output=True, encoding="utf-8")
            rows = re.findall(r"^hour_\d+((?: +\d+)+)$", board.stdout, re.M)
            ok, gone, again, due, missed, past, waiting = (sum(column) for column in zip(*(map(int, row.split()) for row in rows)))
            judge(f"{stage.folder.name}: the board tells the same", [here[each] for each in kinds] == [ok, gone, missed, past, again + due + waiting],
                  here, board.stdout, board.stderr)
            total += here
            rows = [r for each in stage.timepoints for r in stage.outcomes(each)]
            seen = collections.Counter(r["video_id"] for r in rows if r["status"] == "ok")
            vanished = {r["video_id"] for r in rows if r["status"] in GONE}
            lost += sum(self.good[video] - seen[video] for video in stage.tracked if video not in vanished)
        everything = COHORTS * VIDEOS * len(HOURS)
        print(f"# {COHORTS} cohorts x {VIDEOS} videos x {len(HOURS)} timepoints = {everything}: "
              + ", ".join(f"{total[each]} {each}" for each in kinds) + f"; collects by their ends: {dict(self.ends)}; {lost} answers lost")
        judge("the sum is exact", sum(total.values()) == everything and set(total) <= set(kinds), total)
        judge("nothing is left to be tried", total["still to be tried"] == 0, total)
        judge("most of what could be had is there", total["ok"] > everything // 3, total)
        judge("collects were killed, and what was answered and lost is what was on its way then", self.killed > 0 and 0 <= lost <= PARALLEL * self.killed,
              lost, self.killed)


def judge_once(name, good, *seen):
    """As `judge`, but what is good again is not told again."""
    if not good or name not in judge_once.told:
        judge(name, good, *seen)
        judge_once.told.add(name)


judge_once.told = set()
with tempfile.TemporaryDirectory() as folder, Followed(FOLDER, folder, "--seed", SEED, "--videos", max(600, COHORTS * VIDEOS * 2),
                                                       "--creators", max(40, COHORTS * VIDEOS // 10), "--burst", 0, "--lifetime", 14400) as stage:
    soak = Soak(stage)
    soak.run()
    soak.account()
report.done()
