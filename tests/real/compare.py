#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds tt-import (and the feeds' velocities) against what an independent reader got out of recorded answers.

The recordings are real people's posts and so are not shipped: TIKTRACK_REAL_DATA names the folder that
holds them and, in expected/, the reader's lines. The tools are taken from PATH. One line a case: `ok NAME`,
`not ok NAME` (reasons follow, indented) or `skip NAME`; the exit code is 1 if one failed.
"""
import datetime
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KEYS = """
    cohort_id video_id timepoint hours_since_upload views likes comments_count shares saves
    engagement_rate comment_rate share_rate collection_timestamp
    video_url upload_timestamp upload_datetime caption hashtags video_duration thumbnail_url
    music_id sound_title sound_author sound_original
    creator_username creator_display_name creator_follower_count creator_following_count
    creator_total_likes creator_total_videos creator_verified creator_bio
    status status_detail attempts source vantage platform schema quality_flags
    discovered_timestamp time_origin target_hours due_timestamp lag_seconds schedule_status
    reposts views_resolution likes_resolution comments_resolution shares_resolution saves_resolution
    followers_resolution save_rate engagement_rate_by_views views_per_follower
    upload_source discovered_via is_ad is_photo language region category_type
    video_transcript transcript_language sound_usage_count sound_trending
    completion_rate average_watch_time replay_count audience_retention_curve traffic_source share_destination
    for_you_page_appearances duet_count stitch_count raw_ref raw
""".split()

# The reader's shapes in the contract's words; a page without anything in it may also have no shape at all.
SOURCES = {
    "page": {"page"}, "page_gone": {"page"}, "profile": {"page"}, "page_shell": {"page", None},
    "page_mobile": {"mobile"}, "sigi": {"sigi"}, "next_data": {"next_data"}, "item_list": {"listing"},
    "aweme": {"app"}, "zeeschuimer": {"listing"}, "research": {"research"}, "first_system": {"first_system"},
    "oembed": {"oembed"}, "embed_video": {"embed"}, "embed_profile": {"embed"},
}
LATER = {"apify", "creative-center", "comments"}
COMMENTS = {"research-api/api_comments_response"}
TRY_AGAIN = {"rate_limited", "challenged", "empty", "http_error", "network_error", "timeout", "parse_error"}


def run(*command, data=b""):
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)


def said(done):
    return f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}"


def short(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else text[:117] + "..."


class Report:
    def __init__(self):
        self.failed = 0

    def case(self, name, reasons):
        if not reasons:
            print("ok", name)
            return
        self.failed += 1
        print("not ok", name)
        for reason in reasons[:20]:
            print("   ", reason.replace("\n", " "))
        if len(reasons) > 20:
            print(f"    and {len(reasons) - 20} more")


# --- JSON as bytes: what a value looks like where it stands

TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],]', re.S)
BLANKS = re.compile(rb'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.S)
SCRIPT = re.compile(rb"<script[^>]*>(.*?)</script", re.S | re.I)


def without_blanks(text):
    return BLANKS.sub(rb"\1", text)


def parts(text):
    """The members of an object as (key text, value text), the elements of an array as (b"", value text)."""
    start, depth, found = 1, 0, []
    for token in TOKEN.finditer(text):
        mark = token.group()
        if mark in (b"{", b"["):
            depth += 1
        elif mark in (b"}", b"]"):
            depth -= 1
        if (mark == b"," and depth == 1) or depth == 0:
            piece = text[start:token.start()]
            start = token.end()
            if piece and text[:1] == b"{":
                key = TOKEN.match(piece)
                found.append((key.group(), piece[key.end() + 1:]))
            elif piece:
                found.append((b"", piece))
        if depth == 0:
            break
    return found


def strangers(text, source, key=b""):
    """The leaves of a value that do not stand so in the source."""
    if text in source:
        return []
    if text[:1] in (b"{", b"["):
        return [s for name, value in parts(text) for s in strangers(value, source, name)]
    return [(key + b":" + text if key else text)[:100].decode(errors="replace")]


def source_bytes(path):
    text = path.read_bytes()
    if text.lstrip()[:1] == b"<":
        return b"\n".join(without_blanks(m.group(1)) for m in SCRIPT.finditer(text))
    return without_blanks(text)


# --- one line

def own_time(path, line):
    """The time that a listing's envelope holds (extra.now), which the reader did not look for."""
    if line["source_shape"] != "item_list" or line["collection_timestamp"] is not None:
        return line["collection_timestamp"]
    waiting = [json.loads(path.read_bytes())]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("extra"), dict) and "now" in value["extra"]:
                return value["extra"]["now"] // 1000
            waiting += [v for v in value.values() if isinstance(v, dict)]
    return None


def tags(value):
    return None if value is None else sorted(tag.casefold() for tag in value)


def same(key, wanted, got):
    if key == "hashtags":
        return tags(wanted) == tags(got)
    return type(wanted) is type(got) and wanted == got or (
        isinstance(wanted, (int, float)) and isinstance(got, (int, float))
        and not isinstance(wanted, bool) and not isinstance(got, bool) and wanted == got)


def close(wanted, got):
    if wanted is None or got is None:
        return wanted is got
    return math.isclose(wanted, got, rel_tol=1e-9, abs_tol=1e-9)


def derived(got):
    """What follows from a record's own values."""
    wanted = {"upload_datetime": None, "hours_since_upload": None}
    upload, moment = got["upload_timestamp"], got["collection_timestamp"]
    if upload is not None:
        wanted["upload_datetime"] = datetime.datetime.fromtimestamp(upload, datetime.timezone.utc).strftime(
            "%Y-%m-%dT%H:%M:%SZ")
    if got["status"] == "ok" and upload is not None and moment is not None and moment >= upload:
        wanted["hours_since_upload"] = (moment - upload) / 3600
    for rate, factor, count in (("engagement_rate", 100, "likes"), ("comment_rate", 1000, "comments_count"),
                                ("share_rate", 1000, "shares"), ("save_rate", 1000, "saves")):
        known = got[count] is not None and got["views"]
        wanted[rate] = factor * got[count] / got["views"] if known else None
    return wanted


def differences(wanted, got, path, number):
    at = f"line {number}: "
    found = [f"{at}{key}: expected {short(value)}, got {short(got.get(key, 'no such key'))}"
             for key, value in wanted.items()
             if key != "source_shape" and not same(key, value, got.get(key, ...))]
    if got.get("source") not in SOURCES[wanted["source_shape"]]:
        found.append(f"{at}source: {wanted['source_shape']} is called {short(got.get('source'))}")
    for key, value in derived(got).items():
        right = value == got[key] if isinstance(value, str) else close(value, got[key])
        if not right:
            found.append(f"{at}{key}: {short(value)} follows from the record, got {short(got[key])}")
    return found


def raw_of(text):
    return next((value for key, value in parts(text) if key == b'"raw"'), b"null")


def raw_faults(got, text, source, number):
    raw = raw_of(text)
    if raw == b"null":
        seen = got["status"] == "ok" or (got["status"] is None and got["creator_username"] is not None)
        return [f"line {number}: raw is null"] if seen else []
    found = [f"line {number}: raw has blanks between its tokens"] if without_blanks(raw) != raw else []
    for name, value in parts(raw):
        found += [f"line {number}: not in the source: {name.decode()} {s}" for s in strangers(value, source)]
    return found


# --- the groups

def recording(root, name):
    folder, stem = os.path.split(name)
    return next(p for p in sorted((root / folder).iterdir()) if p.stem == stem)


def values(root, report):
    for lines in sorted(root.glob("expected/*/*.jsonl")):
        name = lines.relative_to(root / "expected").with_suffix("").as_posix()
        if name.split("/")[0] in LATER or name in COMMENTS:
            continue
        path = recording(root, name)
        wanted = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
        for line in wanted:
            line["collection_timestamp"] = own_time(path, line)
        report.case(f"real/{name}", compare(path, wanted))


def compare(path, wanted):
    done = run("tt-import", str(path))
    texts = done.stdout.splitlines()
    again = any(line["status"] in TRY_AGAIN for line in wanted)
    lost = b": a row was left out: " in done.stderr  # the reader passes over rows without an id in silence
    found = []
    if done.returncode != int(again or lost):
        found.append(f"exit code {int(again or lost)} expected; {said(done)}")
    if done.stdout and not done.stdout.endswith(b"\n"):
        found.append("the last line has no end")
    if len(texts) != len(wanted):
        return found + [f"{len(texts)} lines instead of {len(wanted)}"]
    source = source_bytes(path)
    for number, (line, text) in enumerate(zip(wanted, texts), 1):
        got = json.loads(text)
        if list(got) != KEYS:
            found.append(f"line {number}: keys: {short(list(got))}")
            continue
        found += differences(line, got, path, number)
        found += raw_faults(got, text, source, number)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as kept:
        kept.write(done.stdout)
        kept.flush()
        second = run("tt-import", kept.name)
        if second.stdout != done.stdout:
            pair = [(a, b) for a, b in zip(texts, second.stdout.splitlines()) if a != b]
            found.append("reading it again gives other bytes" + (": " + changed(*pair[0]) if pair else ""))
    if shutil.which("jq"):
        parsed = run("jq", "-c", ".video_id", data=done.stdout)
        if parsed.returncode != 0 or len(parsed.stdout.splitlines()) != len(wanted):
            found.append(f"jq: {parsed.stderr.decode(errors='replace')}")
    return found


def changed(before, after):
    new = dict(parts(after))
    return "; ".join(f"{key.decode()} {value[:60].decode(errors='replace')} became "
                     f"{new.get(key, b'nothing')[:60].decode(errors='replace')}"
                     for key, value in parts(before) if new.get(key) != value)


def refusals(root, report):
    files = [p for folder in sorted(LATER) for p in sorted((root / folder).iterdir())]
    files += sorted((root / "oembed").glob("*.meta.json"))
    files += [root / "research-api/api_comments_response.json", root / "research-api/example-query.json"]
    for path in files:
        done = run("tt-import", str(path))
        found = [] if done.returncode == 65 else [f"exit code {done.returncode} instead of 65"]
        if done.stdout:
            found.append(f"{len(done.stdout)} bytes on stdout")
        if path.name.encode() not in done.stderr:
            found.append(f"the message does not name it: {done.stderr.decode(errors='replace')}")
        report.case(f"real/refused/{path.relative_to(root).as_posix()}", found)


def feeds(root, report):
    """Half an hour apart three videos are met again: the shortest proof of the pipeline on real input."""
    files = sorted(str(p) for p in (root / "aweme-feed").glob("*.json"))
    lines = [json.loads(line) for path in sorted(root.glob("expected/aweme-feed/*.jsonl"))
             for line in path.read_text(encoding="utf-8").splitlines()]
    series = {}
    for line in sorted(lines, key=lambda line: line["collection_timestamp"]):
        series.setdefault(line["video_id"], []).append(line)
    done = run("tt-velocity", data=run("tt-import", *files).stdout)
    got = {}
    for text in done.stdout.splitlines():
        line = json.loads(text)
        got.setdefault(line["video_id"], []).append(line)
    found = [] if done.returncode == 0 else [said(done)]
    if sum(map(len, got.values())) != len(lines):
        found.append(f"{sum(map(len, got.values()))} lines instead of {len(lines)}")
    again = sum(len(rows) > 1 for rows in got.values())
    if again != 3:
        found.append(f"{again} videos seen more than once instead of 3")
    for video, rows in series.items():
        mine = got.get(video, [])
        if len(mine) != len(rows):
            found.append(f"{video}: {len(mine)} rows instead of {len(rows)}")
            continue
        for before, now, row in zip([None, *rows], rows, mine):
            for key, value in metrics(rows[0], before, now).items():
                if not close(value, row.get(key)):
                    found.append(f"{video}: {key}: expected {value}, got {row.get(key)}")
    report.case("real/feeds", found)


def metrics(first, before, now):
    hours = (now["collection_timestamp"] - first["collection_timestamp"]) / 3600
    if before is None:
        return {"hours_since_first_collection": hours, "views_velocity": None, "likes_velocity": None,
                "views_growth_pct": None, "views_log_growth": None}
    step = (now["collection_timestamp"] - before["collection_timestamp"]) / 3600
    views, likes = now["views"] - before["views"], now["likes"] - before["likes"]
    return {"hours_since_first_collection": hours,
            "views_velocity": views / step, "likes_velocity": likes / step,
            "views_growth_pct": 100 * views / before["views"],
            "views_log_growth": (math.log1p(now["views"]) - math.log1p(before["views"])) / step}


GROUPS = (values, refusals, feeds)


def main():
    folder = os.environ.get("TIKTRACK_REAL_DATA")
    if not folder:
        for group in GROUPS:
            print(f"skip real/{group.__name__} (TIKTRACK_REAL_DATA is not set)")
        return 0
    report = Report()
    for group in GROUPS:
        group(pathlib.Path(folder), report)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
