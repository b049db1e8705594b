#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Stands in for every program that the conductor calls, by the name under which it is called. It notes its words in
$FAKE/calls, a JSON array a line, and does what files say: a cohort's `due` holds its due records with the time at which
their windows close, its `TOOL_code` how that tool ends, `$FAKE/next` what is due next."""

import json
import os
import pathlib
import signal
import sys
import time

FAKE = pathlib.Path(os.environ["FAKE"])
name, words = pathlib.Path(sys.argv[0]).name, sys.argv[1:]


def note(*more):
    with open(FAKE / "calls", "a", encoding="utf-8") as calls:
        calls.write(json.dumps([name, *words, *more]) + "\n")


def text(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def code(folder):
    return int(text(folder / f"{name}_code") or 0)


def option(which):
    return words[words.index(which) + 1] if which in words else None


def due():
    folders = [pathlib.Path(word) for word in words if not word.startswith("--")]
    if "--next" in words:
        print(text(FAKE / "next"), end="")
    elif "--board" in words:
        note()
        print("the board of", *(folder.name for folder in folders))
    else:
        rows = [(json.loads(line), folder) for folder in folders if code(folder) in (0, 1)
                for line in text(folder / "due").splitlines()]
        rows.sort(key=lambda row: row[0]["closes"])
        lines = [str(folder) if "--cohorts" in words else json.dumps(row) for row, folder in rows]
        print(*dict.fromkeys(lines), sep="\n", end="\n" if lines else "")
    return max((code(folder) for folder in folders), default=0)


def discover():
    folder = pathlib.Path(option("--into"))
    note(*(["stdin " + sys.stdin.read().strip()] if words[-1] == "-" else []))
    if code(folder) in (0, 1):
        folder.mkdir(exist_ok=True)
        with open(folder / "tracked_videos.jsonl", "a", encoding="utf-8") as tracked:
            tracked.write("{}\n")
    return code(folder)


def snapshot():
    folder = pathlib.Path(option("--into"))
    if option("--wait") == "0":
        return 75 if (folder / "held").exists() else 0
    rows = [json.loads(line) for line in sys.stdin]
    note(len(rows))
    if (folder / "interrupt").exists():
        os.kill(os.getppid(), signal.SIGINT)
        os.killpg(0, signal.SIGINT)
    if (folder / "long").exists():  # as long as it may take, once
        (folder / "long").unlink()
        time.sleep(float(option("--limit").rstrip("s")) + 0.1)
        return 1
    if code(folder) in (0, 1) and rows:
        with open(folder / "hour_0.jsonl", "a", encoding="utf-8") as hour:
            hour.writelines(json.dumps(row) + "\n" for row in rows)
    if code(folder) == 0:
        (folder / "due").unlink(missing_ok=True)
    return code(folder)


def velocity():
    note()
    files = [pathlib.Path(word) for word in words if word.endswith(".jsonl")]
    for file in files:
        print(text(file), end="")
    return code(files[0].parent)


def tocsv():
    target = pathlib.Path(option("-o"))
    rows = sys.stdin.read()
    note()
    target.write_text(f"{rows.count(chr(10))} rows\n", encoding="utf-8")
    return code(target.parent)


def crontab():
    table = FAKE / "crontab"
    if words == ["-l"]:
        if (FAKE / "crontab_refuses").exists():
            print("crontab: you are not allowed", file=sys.stderr)
            return 1
        if not table.exists():
            print("no crontab for somebody", file=sys.stderr)
            return 1
        print(text(table), end="")
    elif words == ["-"]:
        table.write_text(sys.stdin.read(), encoding="utf-8")
    elif words == ["-r"]:
        table.unlink()
    return 0


def systemctl():
    if words[1:] == ["show-environment"]:
        return 0 if (FAKE / "systemd").exists() else 1
    note()
    return 0


sys.exit({"tt-due": due, "tt-discover": discover, "tt-snapshot": snapshot, "tt-velocity": velocity, "tt-tocsv": tocsv,
          "crontab": crontab, "systemctl": systemctl}[name]())
