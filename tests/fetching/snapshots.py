#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tt-snapshot against the stand-in platform, over real sockets: snapshots.py FOLDER"""

import collections
import json
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from stage import BEGIN, Stage, judge, real_data, report, wait_for

FOLDER = sys.argv[1]


def statuses(records):
    return collections.Counter(record["status"] for record in records)


def the_world_as_it_is(place):
    """Every standing of a video, from both sources, and the counts that the pages show."""
    with Stage(FOLDER, place, "--seed", 11, "--videos", 300) as stage:
        videos = stage.videos()
        ids = [video["id"] for video in videos]
        for source, key in (("embed", "embed_status"), ("page", "page_status")):
            code, got, said = stage.snapshot(ids, "--source", source, "--attempts", 1)
            judge(f"{source}: one outcome for each line, in order", [r["video_id"] for r in got] == ids, said)
            wrong = [(v["id"], v[key], r["status"], r["status_detail"]) for v, r in zip(videos, got) if v[key] != r["status"]]
            judge(f"F48 {source}: every standing has its status", not wrong, wrong[:5], said)
            judge(f"{source}: several statuses", len(statuses(got)) >= (2 if source == "embed" else 5), statuses(got))
            far = [(v["id"], v["views"], r["views"]) for v, r in zip(videos, got) if r["status"] == "ok"
                   and abs(r["views"] - v["views"]) > r["views_resolution"] / 2]
            judge(f"{source}: views are true within their resolution", not far, far[:5])
            judge(f"{source}: exit code", code == (0 if "parse_error" not in statuses(got) else 1), code, said)
        odd = [r for v, r in zip(videos, got) if r["status"] == "ok" and r["caption"] != v["caption"]]
        judge("F56 captions come as they are", not odd, [r["caption"] for r in odd[:3]])
        code, both, said = stage.snapshot(ids[:40], "--source", "both")
        merged = [r for r in both if r["source"] == "embed+page"]
        judge("both: merged records hold both objects", merged and all(list(r["raw"]) == ["embed", "page"] for r in merged))
        judge("both: saves are there", all(r["saves"] is not None for r in merged if not r["is_photo"]))
        again = subprocess.run([stage.tools / "tt-import"], input=stage.written, capture_output=True)
        judge("read again, no byte changes", again.stdout == stage.written, again.stderr)
        code, bare, _ = stage.snapshot(ids[:5], "--no-raw", "--vantage", "FI", "--cohort", "c1")
        judge("--no-raw, --vantage, --cohort", all((r["raw"], r["vantage"], r["cohort_id"]) == (None, "FI", "c1") for r in bare))
        code, saves, _ = stage.snapshot(ids[:40], "--need", "saves")
        judge("--need saves", all(r["saves"] is not None for r in saves if r["status"] == "ok" and "page" in r["source"])
              and any(r["source"] == "embed+page" for r in saves), statuses(saves))


def hours(place):
    """A video at hour 0, 1 and 6: labels, schedules, velocities."""
    with Stage(FOLDER, place, "--seed", 5) as stage:
        ids = [v["id"] for v in stage.videos() if v["embed_status"] == "ok"][:10]
        _, rows, _ = stage.snapshot(ids, "--cohort", "c")
        all_rows, began = list(rows), {r["video_id"]: r["collection_timestamp"] for r in rows}
        for hour in (1, 6):
            stage.control(advance=3600 * hour - (3600 if hour == 6 else 0))
            lines = [json.dumps(r, ensure_ascii=False) for r in rows]
            _, rows, said = stage.snapshot(lines, "--timepoint", f"hour_{hour}", "--now", BEGIN + 3600 * hour + 30)
            all_rows += rows
            good = all(r["timepoint"] == f"hour_{hour}" and r["target_hours"] == hour and r["schedule_status"] == "on_time"
                       and r["due_timestamp"] == began[r["video_id"]] + 3600 * hour
                       and r["lag_seconds"] == r["collection_timestamp"] - r["due_timestamp"]
                       and r["collection_timestamp"] >= BEGIN + 3600 * hour + 30 for r in rows)
            judge(f"hour {hour}: label, target, due, lag", good, [(r["timepoint"], r["due_timestamp"], r["lag_seconds"]) for r in rows[:3]], said)
        done = subprocess.run([stage.tools / "tt-velocity"], capture_output=True,
                              input="".join(json.dumps(r) + "\n" for r in reversed(all_rows)).encode())
        velocities = [json.loads(line)["views_velocity"] for line in done.stdout.splitlines()]
        judge("velocities of three hours", len(velocities) == 30 and sum(v is not None for v in velocities) == 20, velocities)


# For each fault: the status that it comes to, the requests that it takes, a word of the detail.
FAULTS = {
    "overload": ("rate_limited", 2, "overload-protect"), "too-many": ("rate_limited", 1, "429"), "retry-negative": ("rate_limited", 2, "429"),
    "retry-words": ("rate_limited", 2, "429"), "empty": ("empty", 2, ""), "waiting": ("challenged", 1, "waiting page"),
    "maintenance": ("challenged", 1, "Maintenance"), "forbidden": ("challenged", 1, "403"), "shell": ("parse_error", 2, ""),
    "tiny": ("parse_error", 2, ""), "portal": ("parse_error", 2, ""), "error-500": ("http_error", 2, "500"),
    "error-502": ("http_error", 2, "502"), "error-504": ("http_error", 2, "504"), "other-video": ("parse_error", 2, ""),
    "other-route": ("parse_error", 2, ""), "half-page": ("parse_error", 2, ""), "login": ("challenged", 1, "login"),
    "to-http": ("http_error", 2, "http://127.0.0.1:9/"), "to-host": ("http_error", 2, "elsewhere.invalid"),
    "to-file": ("http_error", 2, "file:"), "ring": ("http_error", 2, ""), "six-hops": ("http_error", 2, ""),
    "stall": ("timeout", 2, ""), "drip": ("timeout", 2, ""), "endless": (("timeout", "parse_error"), 2, ""),
    "reset": ("network_error", 2, ""), "cut": ("network_error", 2, ""), "hang-up": ("network_error", 2, ""),
    "long-length": ("network_error", 2, ""), "bomb": ("parse_error", 2, ""), "bad-gzip": ("network_error", 2, ""),
    "headers": ("parse_error", 2, ""), "garbage": ("network_error", 2, ""),
}
NUMBERS = {"stall": "F37", "drip": "F37", "endless": "F37", "reset": "F38", "cut": "F38", "hang-up": "F36", "long-length": "F38",
           "to-http": "F40", "to-host": "F40", "to-file": "F40", "ring": "F40", "six-hops": "F40", "bomb": "F41", "headers": "F41",
           "too-many": "F42", "retry-negative": "F42", "retry-words": "F42", "error-500": "F43", "error-502": "F43", "error-504": "F43",
           "empty": "F44", "portal": "F46", "waiting": "F49", "maintenance": "F49", "forbidden": "F49", "login": "F49",
           "shell": "F50", "tiny": "F50", "half-page": "F38", "other-video": "F51", "other-route": "F51"}


def every_fault(place):
    with Stage(FOLDER, place, "--seed", 7) as stage:
        one, next_one = [v["id"] for v in stage.videos() if v["embed_status"] == "ok"][:2]
        for kind, (status, requests, detail) in FAULTS.items():
            stage.control(clear="all")
            stage.control(path=f"/embed/v2/{one}", fault=kind)
            code, got, said = stage.snapshot([one, next_one], "--source", "embed", "--attempts", 2, "--timeout", "1s",
                                             "--max-wait", "3s" if kind == "too-many" else "10m", "--max-size", "2M")
            first, second = got if len(got) == 2 else ({"status": None, "status_detail": ""}, {"status": None})
            wanted = status if isinstance(status, tuple) else (status,)
            good = first["status"] in wanted and detail in (first["status_detail"] or "") and first["views"] is None
            stopped = kind in ("too-many",) or first["status"] == "challenged"
            good = good and second["status"] == ("skipped" if stopped else "ok") and first["attempts"] == requests
            judge(f"{NUMBERS.get(kind, 'F44')} {kind} is {status}", good and code == (75 if stopped else 1), code, first, second["status"], said)
        stage.control(clear="all")
        stage.control(path=f"/embed/v2/{one}", fault="reset", times=1)
        code, got, _ = stage.snapshot([one], "--source", "embed")
        judge("F36 a broken connection is tried again", code == 0 and got[0]["status"] == "ok" and got[0]["attempts"] == 2, got)
        stage.control(clear="all")
        stage.control(path=f"/embed/v2/{one}", fault="overload")
        code, got, _ = stage.snapshot([one])
        judge("where the embed page refuses, the video's own page answers", code == 0 and got[0]["source"] == "page", got)
        stage.control(clear="all")
        stage.control(path=f"/embed/v2/{one}", fault="six-hops")
        code, got, said = stage.snapshot([one] * 3, "--source", "embed", "--attempts", 1)
        judge("a line that comes three times has three outcomes", len(got) == 3, said)


def nothing_is_thrown_away(place):
    with Stage(FOLDER, place, "--seed", 9) as stage:
        ids = [v["id"] for v in stage.videos() if v["embed_status"] == "ok"][:6]
        measured = '{"video_id":"7","status":"ok","collection_timestamp":1}'
        for what, last, options, code in (("a bad line under --strict", "garbage", ["--strict"], 65),
                                          ("a line that needs --timepoint", measured, [], 2), ("a later schema", '{"video_id":"7","schema":2}', [], 65)):
            ended, got, said = stage.snapshot([*ids, last], *options)
            judge(f"{what} ends the run, and what was read before has its outcomes",
                  ended == code and [r["video_id"] for r in got] == ids and "stdin:7" in said, ended, len(got), said)
        process = stage.start("tt-snapshot", "--delay", "200ms", "-o", "out.jsonl")
        process.stdin.write("".join(line + "\n" for line in ids).encode())
        process.stdin.close()
        wait_for(lambda: len(stage.requests()) >= 20)
        process.send_signal(signal.SIGINT)
        process.wait(60)
        lines = (pathlib.Path(place) / "out.jsonl").read_bytes().splitlines() if (pathlib.Path(place) / "out.jsonl").exists() else []
        judge("F21 -o keeps what was measured", process.returncode == 130 and len(lines) == 6, process.returncode, len(lines))
        for kind, most in (("ring", 3), ("six-hops", 3), ("login", 1)):
            stage.control(clear="all")
            stage.control(path=f"/embed/v2/{ids[0]}", fault=kind)
            _, got, said = stage.snapshot(ids[:1], "--source", "embed", "--max-requests", 3, "--delay", "600ms")
            seen = stage.requests()
            gaps = [b["real"] - a["real"] for a, b in zip(seen, seen[1:])]
            judge(f"F40 {kind}: redirects count in the budget and keep the pace", len(seen) == most and got[0]["attempts"] == most
                  and all(gap >= 0.3 for gap in gaps), len(seen), gaps, got[0]["attempts"], said)


def a_thousand_pages(place):
    kinds = [kind for kind in FAULTS if kind not in ("stall", "drip", "endless", "waiting", "maintenance", "forbidden", "login", "bomb", "too-many")]
    with Stage(FOLDER, place, "--seed", 23, "--videos", 900, "--refuse", 0.2, "--burst", 0, "--refuse-with", ",".join(kinds)) as stage:
        chance = random.Random(23)
        names = {v["id"]: v["name"] for v in stage.videos()}
        asked = [chance.choice(list(names)) for _ in range(1000)]
        code, got, said = stage.snapshot(asked, "--parallel", 4, "--attempts", 3, "--timeout", "5s", "--no-raw")
        judge("a thousand pages with random faults: an outcome for each line, in order", [r["video_id"] for r in got] == asked, said)
        wrong = [r for r in got if r["status"] == "ok" and r["creator_username"] != names[r["video_id"]]]
        judge("none is another video's", not wrong, wrong[:2])
        judge("most of them are reached", statuses(got)["ok"] > 500, statuses(got), said)


def the_pace(place):
    with Stage(FOLDER, place, "--seed", 3) as stage:
        ids = [v["id"] for v in stage.videos()][:6]
        stage.snapshot(ids, "--delay", "600ms", "--contact", "https://example.org/us")
        seen = stage.requests()
        times = [row["real"] for row in seen]
        gaps = [b - a for a, b in zip(times, times[1:])]
        judge("requests keep their distance", len(seen) == 6 and min(gaps) >= 0.3, gaps)
        headers = [{name.lower(): value for name, value in row["headers"]} for row in seen]
        version = subprocess.run([stage.tools / "tt-snapshot", "--version"], capture_output=True, encoding="utf-8").stdout.split()[-1]
        judge("the program names itself and whom to talk to",
              all(h["user-agent"] == f"tiktrack/{version} (+https://example.org/us)" for h in headers), headers[0])
        judge("Accept and Accept-Language are set, gzip is welcome",
              all("accept" in h and "accept-language" in h and "gzip" in h["accept-encoding"] for h in headers), headers[0])
        judge("one connection for all", len({row["connection"] for row in seen}) == 1, [row["connection"] for row in seen])
        stage.control(clear="requests")
        stage.control(path=f"/embed/v2/{ids[0]}", fault="overload-after", times=1)
        stage.snapshot(ids[:2], "--source", "embed")
        times = [row["real"] for row in stage.requests()]
        judge("F42 Retry-After is obeyed", len(times) == 3 and times[1] - times[0] >= 2.9, times)
        stage.control(clear="all")
        stage.control(path=f"/embed/v2/{ids[0]}", fault="retry-year")
        code, got, said = stage.snapshot(ids[:3], "--source", "embed")
        judge("F42 an absurd Retry-After ends the run", (code, [r["status"] for r in got]) == (75, ["rate_limited", "skipped", "skipped"]), code, got)
        stage.control(clear="all")
        stage.snapshot(ids, "--user-agent", "made-up/1")
        judge("--user-agent", all(["User-Agent", "made-up/1"] in row["headers"] for row in stage.requests()))


def the_canary(place):
    with Stage(FOLDER, place, "--seed", 3) as stage:
        there = [v["id"] for v in stage.videos() if v["embed_status"] == "ok"]
        bird, rest = there[0], there[1:9]
        for each in rest:
            stage.control(video=each, standing="removed")
        code, got, said = stage.snapshot(rest, "--source", "embed", "--canary", bird)
        targets = [row["target"].split("?")[0] for row in stage.requests()]
        judge("the canary is read first, after five, and at the end", [i for i, t in enumerate(targets) if bird in t] == [0, 6, 10], targets)
        judge("what is gone is believed", statuses(got) == {"not_found": 8}, statuses(got), said)
        stage.control(video=bird, standing="removed")
        code, got, said = stage.snapshot(rest, "--source", "embed", "--canary", bird)
        judge("while the canary is silent nothing is asked", code == 75 and statuses(got) == {"skipped": 8}, statuses(got), said)


def signals(place):
    with Stage(FOLDER, place, "--seed", 3) as stage:
        ids = [v["id"] for v in stage.videos()][:20]
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            stage.control(clear="all")
            process = stage.start("tt-snapshot", "--delay", "200ms")
            process.stdin.write("".join(line + "\n" for line in ids).encode())
            process.stdin.close()
            first = process.stdout.readline()
            process.send_signal(number)
            rest = process.stdout.read().splitlines()
            process.wait(60)
            records = [json.loads(line) for line in [first, *rest]]
            judge(f"F21 {number.name}: the rest is skipped, and the exit code says so",
                  process.returncode == code and len(records) == 20 and records[-1]["status"] == "skipped", process.returncode, len(records),
                  process.stderr.read().decode())
        process = stage.start("tt-snapshot", stdin=subprocess.PIPE)
        process.stdin.write(ids[0].encode() + b"\n")
        process.stdin.flush()
        judge("an outcome comes while stdin is still open", json.loads(process.stdout.readline())["video_id"] == ids[0])
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        judge("F21 SIGINT ends a wait for lines", process.returncode == 130, process.returncode)
        process = stage.start("tt-snapshot", "--delay", "100ms")
        process.stdin.write("".join(line + "\n" for line in ids).encode())
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.wait(60)
        judge("F17 | head -1 ends it silently", process.returncode == -signal.SIGPIPE and not said, process.returncode, said)
        done = subprocess.run(["sh", "-c", 'exec "$@" 2>&-', "sh", stage.tools / "tt-snapshot"], input=ids[0].encode(),
                              capture_output=True, env=stage.environment)
        judge("F20 without a stderr the work goes on", done.returncode == 0 and done.stdout.count(b"\n") == 1, done.returncode)


def networks(place):
    ids = ["7612236449866807058"]
    for kind in ("expired", "wrong-name", "self-signed"):
        with Stage(FOLDER, place, "--certificate", kind) as stage:
            code, got, said = stage.snapshot(ids, "--attempts", 1) if kind != "self-signed" else stage.snapshot(ids, "--attempts", 1, "--cacert", "/dev/null")
            judge(f"F39 {kind}: never without a check", code == 69 and got[0]["status"] == "network_error" and not stage_requests(stage), code, got)
    with Stage(FOLDER, place, "--tls", "1.1") as stage:
        code, got, said = stage.snapshot(ids, "--attempts", 1)
        judge("F39 TLS 1.1 is refused", code == 69 and got[0]["status"] == "network_error", code, got)
    with Stage(FOLDER, place, "--seed", 3) as stage:
        code, got, said = stage.snapshot(ids, "--attempts", 1, env=stage.environment | {"https_proxy": "http://user:pass-of-nobody@127.0.0.1:1"})
        text = json.dumps(got) + said
        judge("F63 a proxy's password is nowhere", code == 69 and "pass-of-nobody" not in text and "user:" not in text, text)


def stage_requests(stage):
    try:
        return stage.requests()
    except OSError:
        return []


def recorded(place):
    folder = real_data()
    if folder is None:
        report.skip("recorded pages through the stand-in", "TIKTRACK_REAL_DATA is not set")
        return
    replay = pathlib.Path(place, "replay")
    replay.mkdir()
    chosen, table = [], {}
    with tempfile.TemporaryDirectory() as scratch:
        tools = report.ROOT / FOLDER / "tools"
        for page in sorted(folder.rglob("*.html")):
            done = subprocess.run([tools / "tt-import", page], capture_output=True)
            rows = [json.loads(line) for line in done.stdout.splitlines()]
            if len(rows) != 1 or not rows[0]["video_id"] or rows[0]["source"] not in ("embed", "page"):
                continue
            path = f"/embed/v2/{rows[0]['video_id']}" if rows[0]["source"] == "embed" else f"/@/video/{rows[0]['video_id']}"
            if path in table:
                continue
            name = f"{len(chosen)}.html"
            shutil.copy(page, replay / name)
            table[path] = {"file": name, "type": "text/html"}
            chosen.append((page.relative_to(folder), rows[0]))
    (replay / "map.json").write_text(json.dumps(table))
    judge("there are recorded pages", len(chosen) >= 5, len(chosen))
    with Stage(FOLDER, place, "--replay", replay) as stage:
        for name, wanted in chosen:
            _, got, said = stage.snapshot([wanted["video_id"]], "--source", wanted["source"], "--attempts", 1)
            given = {"timepoint", "collection_timestamp", "hours_since_upload", "attempts", "time_origin", "target_hours", "due_timestamp",
                     "lag_seconds", "schedule_status", "quality_flags", "video_url"}
            different = {key: (wanted[key], got[0][key]) for key in wanted if key not in given and wanted[key] != got[0][key]} if got else said
            judge(f"{name} served is {name} imported", not different, different)


with tempfile.TemporaryDirectory() as folder:
    for part in (the_world_as_it_is, hours, every_fault, nothing_is_thrown_away, a_thousand_pages, the_pace, the_canary, signals, networks, recorded):
        place = pathlib.Path(folder, part.__name__)
        place.mkdir()
        part(place)
report.done()
