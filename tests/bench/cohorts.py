#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes up a cohort of many videos with five timepoints, always the same: cohorts.py VIDEOS FOLDER

The records are those of 200 made-up videos over and over, with other ids; a million videos take 12 GB. All was measured
but for the last hour of each hundredth video, which is due at 2025-11-25T12:13:20Z. Of the archives there is what the
last line of each file says of its own: nobody reads more of them.
"""

import gzip
import json
import pathlib
import random
import sys

from corpora import BEGIN, HOURS, compact, record, video

MARK = "7000000000000000001"  # in the place of an id
FIRST = 7_576_039_700_536_806_669
CHARTER = ('{"cohort_id":"20251123_120000","time_origin":"discovery","timepoints":[0,1,6,24,48],"early":480,"tolerance":null,'
           '"rule":"newest, max-age 6h","schema":1}\n')


def write(path, head, lines, videos, without=()):
    """Line after line, in pieces of a thousand; `without` those of each thousand. The place and the text of the last one."""
    cut = [line.encode().split(MARK.encode()) for line in lines]

    def line(i):
        return (b"%d" % (FIRST + i)).join(cut[i % len(cut)]) + b"\n"

    with open(path, "wb") as file:
        file.write(head.encode())
        for start in range(0, videos, 1000):
            file.write(b"".join(line(i) for i in range(start, min(start + 1000, videos)) if i - start not in without))
        last = line(videos - 1)
        return file.tell() - len(last), last


def archive(path, last, label):
    """The archive's record of the last line, alone."""
    place, line = last
    row = {key: value for key, value in json.loads(line).items() if value is not None}
    block = compact({"file": f"{label}.jsonl", "offset": place, "answers": {}, "record": row}).encode()
    head = (f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:00000000-0000-5000-8000-000000000000>\r\n"
            f"WARC-Date: 2025-11-25T12:00:00Z\r\nContent-Type: application/json\r\nContent-Length: {len(block)}\r\n\r\n")
    path.write_bytes(gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0))


def main(videos, folder):
    chance = random.Random(11)
    (folder / "raw").mkdir(parents=True, exist_ok=True)
    models = []
    for index in range(200):
        one = video(chance, index)
        own = one["video_id"]
        models.append(one | {"video_id": MARK, "video_url": one["video_url"].replace(own, MARK)})
    known = [compact({key: value for key, value in one.items() if key not in ("fans", "base")}) for one in models]
    write(folder / "tracked_videos.jsonl", CHARTER, known, videos)
    for hours in HOURS:
        label = f"hour_{hours}"
        rows = []
        for one in models:
            row = record(chance, one, hours)
            while row["status"] != "ok":  # what is to be tried again would be due for good
                row = record(chance, one, hours)
            rows.append(compact(row | {"collection_timestamp": BEGIN + 3600 * hours + 60 * bool(hours),
                                       "raw_ref": f"raw/{label}.warc.gz:0"}))
        last = write(folder / f"{label}.jsonl", "", rows, videos, range(0, 1000, 100) if hours == HOURS[-1] else ())
        archive(folder / f"raw/{label}.warc.gz", last, label)


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
