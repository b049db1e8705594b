#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts each value of cases.txt into a record, between two good ones, for tt-velocity and tt-tocsv.

A line that is taken comes out of tt-velocity with the value's own bytes, silently and with exit code 0. One
that is refused is named with its line and column, the lines beside it pass, and the exit code is 1. The tools
are taken from PATH. One line a case: `ok NAME` or `not ok NAME` (reasons follow, indented); the exit code is
1 if one failed.
"""
import csv
import io
import pathlib
import re
import subprocess
import sys

FIRST, SECOND, THIRD = "7000000000000000000", "7000000000000000001", "7000000000000000002"
NOTATION = re.compile(rb"\\(?:(\\)|x([0-9a-f]{2})|\((\d+) ((?:[^\\)]|\\.)*)\))")


def unpack(text):
    def piece(m):
        if m.group(1):
            return b"\\"
        return bytes([int(m.group(2), 16)]) if m.group(2) else int(m.group(3)) * unpack(m.group(4))
    return NOTATION.sub(piece, text)


def record(video_id, value):
    return b'{"video_id":"' + video_id.encode() + b'","x":' + value + b"}"


def run(lines, *command):
    return subprocess.run(command, input=b"".join(line + b"\n" for line in lines), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)


def verdict(done, tool, accept):
    said = done.stderr.decode("utf-8", "replace")
    found = []
    if done.returncode != (0 if accept else 1):
        found.append(f"{tool}: exit code {done.returncode}: {said[:200]}")
    if accept and said:
        found.append(f"{tool} says: {said[:200]}")
    if not accept and not re.search(rf"^{tool}: [^\n]*:2: column [0-9]+: \S", said, re.M):
        found.append(f"{tool} does not name line 2 and a column: {said[:200]}")
    return found


def velocity(lines, value, accept):
    done = run(lines, "tt-velocity")
    found = verdict(done, "tt-velocity", accept)
    out = done.stdout.split(b"\n")
    wanted = [record(FIRST, b"0"), record(SECOND, value.strip(b" \t\r\n")), record(THIRD, b"0")]
    if not accept:
        del wanted[1]
    if len(out) != len(wanted) + 1 or out[-1]:
        return found + [f"tt-velocity: {len(out) - 1} lines instead of {len(wanted)}"]
    for line, given in zip(out, wanted):
        head, x = given[:-1].partition(b'"x":')[::2]
        own, rest = line.partition(b'"x":')[::2]
        if own != head or not rest.lstrip(b" \t\r").startswith(x):
            found.append(f"tt-velocity: {given[:80]!r} became {line[:160]!r}")
    return found


def tocsv(lines, accept):
    done = run(lines, "tt-tocsv", "--columns", "video_id,x")
    found = verdict(done, "tt-tocsv", accept)
    try:
        rows = [row[0] for row in csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline=""))]
    except (UnicodeDecodeError, csv.Error, IndexError) as fault:
        return found + [f"tt-tocsv: no CSV: {fault}"]
    if rows != ["video_id", FIRST, *([SECOND] if accept else []), THIRD]:
        found.append(f"tt-tocsv: rows {rows}")
    return found


def main():
    csv.field_size_limit(1 << 30)
    failed = 0
    for row in (pathlib.Path(__file__).parent / "cases.txt").read_bytes().splitlines():
        if row.startswith(b"#"):
            continue
        name, expectation, packed = row.split(b"\t")
        value = unpack(packed)
        lines = [record(FIRST, b"0"), record(SECOND, value), record(THIRD, b"0")]
        accept = expectation == b"accept"
        found = velocity(lines, value, accept) + tocsv(lines, accept)
        print("not ok" if found else "ok", "json/" + name.decode())
        for reason in found:
            print("   ", reason.replace("\n", " "))
        failed += bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
