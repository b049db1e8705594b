#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tt-discover against the stand-in platform, over real sockets: discover.py FOLDER"""

import json
import pathlib
import signal
import subprocess
import sys
import tempfile

from stage import Stage, judge, report, wait_for

FOLDER = sys.argv[1]


def discover(stage, *options, lines=None):
    """Its exit code, its candidates, its words."""
    process = stage.start("tt-discover", *options)
    out, err = process.communicate("".join(line + "\n" for line in lines or []).encode(), timeout=120)
    return process.returncode, [json.loads(line) for line in out.splitlines()], err.decode()


def sources(place):
    with Stage(FOLDER, place, "--seed", 4, "--explore", 60) as stage:
        names = stage.names()
        known = {video["id"]: video for video in stage.videos()}
        for option, source, value in (("--user", "user", names["creators"][0]), ("--hashtag", "hashtag", names["hashtags"][0]),
                                      ("--sound", "sound", names["sounds"][0])):
            code, got, said = discover(stage, option, value)
            good = code == 0 and 1 <= len(got) <= 20 and all(r["video_id"] in known for r in got)
            judge(f"{option} lists videos", good, code, len(got), said)
            judge(f"{option}: candidates have neither status nor timepoint, and say how they were found",
                  all((r["status"], r["timepoint"], r["collection_timestamp"]) == (None, None, None)
                      and r["discovered_via"].startswith(f"{source}:{value};") for r in got), got[:1])
            judge(f"{option}: where --count is not filled, it says what would bring more", f"chose {len(got)} of the 100" in said, said)
            times = [r["upload_timestamp"] for r in got]
            judge(f"{option}: the newest come first", times == sorted(times, reverse=True) and None not in times, times)
            judge(f"{option}: no video twice", len({r["video_id"] for r in got}) == len(got))
        code, got, said = discover(stage, "--user", names["creators"][0])
        judge("an upload time out of the id says so", all(r["upload_source"] in ("id", "platform") for r in got)
              and any(r["upload_source"] == "id" and r["upload_timestamp"] == int(r["video_id"]) >> 32 for r in got), got[:1])
        code, got, said = discover(stage)
        judge("no source named: what is trending, and it says so", code == 0 and len(got) > 20 and "no source is named" in said
              and all(r["discovered_via"].startswith("explore") for r in got), code, len(got), said)
        judge("F58 advertisements are left out and counted", "advertisement" in said and not any(r["is_ad"] for r in got), said)
        code, with_ads, said = discover(stage, "--ads")
        judge("F58 --ads", any(r["is_ad"] for r in with_ads), said)
        again = [discover(stage, "--count", 10, "--mix", "views", "--seed", 5)[1] for _ in range(2)]
        judge("the same seed is the same choice", again[0] == again[1])
        some = list(known)[:3]
        code, got, said = discover(stage, "-", lines=some + [json.dumps(r) for r in with_ads[:2]] + some)
        judge("ids and records on stdin", {r["video_id"] for r in got} == {*some, *(r["video_id"] for r in with_ads[:2])}, said)


def hashtags_instead(place):
    with Stage(FOLDER, place, "--seed", 4) as stage:
        code, got, said = discover(stage)
        judge("an explore page without a listing: the three hashtags, and it says so",
              code == 0 and got and all(r["discovered_via"].split(";")[0] in ("hashtag:fyp", "hashtag:foryou", "hashtag:viral") for r in got)
              and "fyp, foryou, viral" in said, code, len(got), said)
        code, got, said = discover(stage, "--user", "nobody.at.all")
        judge("a creator that is not there", code != 0 or "nobody.at.all" in said, code, said)


def short_links(place):
    with Stage(FOLDER, place, "--seed", 4, "--own-links") as stage:
        video = stage.videos()[0]
        code, got, said = discover(stage, "-", lines=[f"{stage.base}/t/v{n}" for n in range(3)])
        if not got and "another site" in said:  # only the platform's own addresses are short links
            code, got, said = discover(stage, "-", lines=[f"https://www.tiktok.com/t/{kind}" for kind in ("v1", "v2", "u1", "l1", "nothing")])
        targets = [row["target"] for row in stage.requests()]
        judge("F57 short links cost one request each", len(targets) == 5, targets, said)
        judge("F57 those that lead to a video name it", len(got) == 2 and all(r["video_id"] in {v["id"] for v in stage.videos()} for r in got), got[:1], said)
        judge("F57 the others say where they lead", said.count("leads to") >= 2 or said.count("/t/") >= 3, said)


def interrupted(place):
    """A page whose answer nobody waited for was asked all the same, and what the others had counts."""
    with Stage(FOLDER, place, "--seed", 4) as stage:
        tags = stage.names()["hashtags"][:4]
        stage.control(path=f"/embed/tag/{tags[1]}", fault="stall")
        process = stage.start("tt-discover", *[word for tag in tags for word in ("--hashtag", tag)])
        judge("two pages were asked", wait_for(lambda: len(stage.requests()) == 2), stage.requests())
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        said, got = err.decode(), [json.loads(line) for line in out.splitlines()]
        judge("F21 SIGINT: each page is counted once", process.returncode == 130
              and f"hashtag:{tags[1]}: asked, but its answer was not waited for" in said
              and "2 of 4 pages were not asked" in said and "stopped: interrupted" in said, process.returncode, said)
        judge("F21 SIGINT: what was found is written", got and all(r["discovered_via"].startswith(f"hashtag:{tags[0]};") for r in got), got[:1])


def pipeline(place):
    """tt-discover | tt-snapshot, as the user types it, with refusals."""
    with Stage(FOLDER, place, "--seed", 8, "--explore", 40, "--refuse", 0.2, "--burst", 0, "--refuse-with", "overload,empty,error-500") as stage:
        done = subprocess.run(["sh", "-c", "tt-discover --count 25 | tt-snapshot --no-raw > hour_0.jsonl; tt-velocity hour_*.jsonl | tt-tocsv > rows.csv"],
                              cwd=place, env=stage.environment, capture_output=True, timeout=120)
        rows = [json.loads(line) for line in (place / "hour_0.jsonl").read_text().splitlines()]
        judge("tt-discover | tt-snapshot > hour_0.jsonl", len(rows) == 25 and all(r["timepoint"] == "hour_0" and r["status"] == "ok" for r in rows),
              len(rows), done.stderr)
        judge("what was discovered is kept", all(r["discovered_via"] and r["discovered_timestamp"] and r["cohort_id"] == "20261123_120000" for r in rows))
        judge("a table comes of it", (place / "rows.csv").read_bytes().count(b"\n") >= 26)


with tempfile.TemporaryDirectory() as folder:
    for part in (sources, hashtags_instead, short_links, interrupted, pipeline):
        place = pathlib.Path(folder, part.__name__)
        place.mkdir()
        part(place)
report.done()
