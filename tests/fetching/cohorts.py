#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Cohorts under kills, full disks, wrong clocks and moody hosts, over real sockets: cohorts.py FOLDER [KILLS]"""

import collections
import gzip
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

from followed import FINAL, MOODS, Followed, judge, report, wait_for

FOLDER = sys.argv[1]
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20


def judge_files(stage, name):
    """That the files are whole, and that the archive alone gives them."""
    wrong = stage.faults_of_files()
    judge(f"{name}: no line is torn or doubled, and the archive alone gives every file byte for byte", not wrong, *wrong)


def judge_account(stage, name, wanted=None):
    """That every (video, timepoint) has exactly one final outcome."""
    account = stage.account()
    judge(f"{name}: every video has exactly one final outcome at every timepoint",
          all(len(ends) == 1 and ends[0] in (wanted or ("ok", "gone")) for ends in account.values()),
          {key: ends for key, ends in account.items() if len(ends) != 1}, collections.Counter(map(tuple, account.values())))


def interrupted(place, number, name, times):
    """Ends collects at random instants by a signal, and lets the last one finish."""
    ended_by = -number if number == signal.SIGKILL else 128 + number
    chance = random.Random(number + times)
    with Followed(FOLDER, place, "--seed", 11, "--refuse", 0.15, "--burst", 0, "--refuse-with", MOODS) as stage:
        stage.begin(40)
        for each, standing in zip(stage.tracked, ("removed", "private_account", "deleted")):
            stage.control(video=each, standing=standing)
        ended, asked_twice, lost, codes = 0, [], 0, collections.Counter()
        for hours, timepoint in zip(stage.hours, stage.timepoints):
            stage.set_clock(hours * 3600)
            stage.control(clear="requests")
            wanted = ended + times // len(stage.hours) + (hours == 0) * (times % len(stage.hours))
            for _ in range(2 * times):
                if ended == wanted:
                    break
                final = {r["video_id"] for r in stage.archived(timepoint) if r["status"] in FINAL}
                before, _ = stage.asked()
                delay, left = chance.choice((0, 0, 10, 50)), len(stage.tracked) - len(final)
                code, said = stage.collect("--delay", f"{delay}ms", "--parallel", chance.choice("114"), kill=number,
                                           after=chance.uniform(0, 0.02 + left * (20 + delay) / 4000))
                codes[code] += 1
                asked, _ = stage.asked()
                asked_twice += [(timepoint, video) for video in final if asked[video] > before[video]]
                ended += code == ended_by
            stage.collect_all("--parallel", 4)
            stage.set_clock(hours * 3600 + 700)
            code, said = stage.collect_all("--parallel", 4)
            judge(f"{name}: {timepoint} is finished by the same command", code == 0 and not stage.due()[1], code, said)
            _, good = stage.asked()
            lost += sum(count - 1 for target, count in good.items() if count > 1 and target.rsplit("/", 1)[1] not in stage.tracked[:3])
        judge(f"{name} {ended} times: nothing that has its outcome was asked for again", not asked_twice, asked_twice[:5])
        judge(f"{name}: of what was answered well nothing but what was on its way was asked for again",
              lost <= 4 * ended, lost, ended)
        judge_files(stage, name)
        judge_account(stage, name)
        return codes


def kills(place):
    codes = interrupted(place, signal.SIGKILL, "F22 kill -9", KILLS)
    judge("F22 kill -9: so many collects were killed while they worked", codes[-9] == KILLS, codes)


def terminations(place):
    codes = interrupted(place, signal.SIGTERM, "F21 SIGTERM", max(6, KILLS // 4))
    judge("F21 SIGTERM: the exit code says so", set(codes) <= {0, 1, 143, -15} and codes[143] > 0, codes)


def every_write(place):
    """Breaks each change of a file that a collect makes, before it, in its middle and behind it; of the slow sanitized
    tools, which do the same, every third."""
    step = 1 if FOLDER == "build" else 3
    breaker = place / "broken_disk.so"
    built = subprocess.run([*os.environ.get("CXX", "c++").split(), "-std=c++20", "-shared", "-fPIC", "-o", breaker,
                            report.ROOT / "tests/fetching/broken_disk.cpp", "-ldl"], capture_output=True, encoding="utf-8")
    judge("what breaks writes is built", built.returncode == 0, built.stderr)
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(2)
        stage.collect()
        stage.set_clock(3600)
        kept = place / "kept"
        shutil.copytree(stage.folder, kept)
        names = {"before": "F22 killed before each write", "half": "F22 killed in the middle of each write",
                 "after": "F22 killed behind each write", "full": "F25 no room from each write on"}
        for how, name in names.items():
            wrong, number = [], 0
            for number in range(1, 60, step):
                shutil.rmtree(stage.folder)
                shutil.copytree(kept, stage.folder)
                stage.control(clear="requests")
                broken = {"LD_PRELOAD": str(breaker), "BREAK_HOW": how}
                code, said = stage.collect(env=stage.environment | broken | {"BREAK_AT": str(number)})
                final = {r["video_id"] for r in stage.archived("hour_1")}
                before, _ = stage.asked()
                # The mending is broken as well, somewhere.
                stage.collect(env=stage.environment | broken | {"BREAK_AT": str(number % 5 + 1)})
                final |= {r["video_id"] for r in stage.archived("hour_1")} if before == stage.asked()[0] else set()
                again = stage.collect_all()
                after, _ = stage.asked()
                ends = {ends[0] if len(ends) == 1 else str(ends) for key, ends in stage.account().items() if key[1] != "hour_6"}
                if again[0] != 0 or stage.faults_of_files() or ends != {"ok"} or any(after[v] > before[v] for v in final):
                    wrong.append((number, code, said, again, stage.faults_of_files(), ends, before, after, final))
                if code == 0:
                    break
            judge(f"{name}: the same command finishes, and the files are whole", code == 0 and number > 8 and not wrong, number, *wrong[:2])
        full = {"LD_PRELOAD": str(breaker), "BREAK_HOW": "full"}
        shutil.rmtree(stage.folder)
        shutil.copytree(kept, stage.folder)
        lines = stage.due()[1]
        for number in range(4, 8):
            process = stage.start("tt-snapshot", "--into", stage.folder, env=stage.environment | full | {"BREAK_AT": str(number)})
            process.stdin.write(lines)
            process.stdin.flush()
            ended = wait_for(lambda: process.poll() is not None)
            process.kill()
            _, said = process.communicate(timeout=60)
            judge(f"F25 no room for write {number} while lines may still come: it ends, with 74", ended and process.returncode == 74, ended, said)
        for number in range(1, 12):
            process = stage.start("tt-discover", "--into", place / f"cohort_new_{number}", "--trending",
                                  env=stage.environment | full | {"BREAK_AT": str(number)})
            _, said = process.communicate(timeout=60)
            stage.folder = place / f"cohort_new_{number}"
            again = stage.discover((), "--trending")
            judge(f"F25 no room for write {number} of tt-discover: 74, and with room the same command goes on", process.returncode == 74
                  and again[0] == 0 and stage.due()[0] == 0 and stage.due()[1], process.returncode, said, again)


def full_disk(place):
    if not small_disk(place / "small"):
        report.skip("F25 a file system of 1 MiB", "only root can mount one")
        return
    try:
        with Followed(FOLDER, place, "--seed", 3) as stage:
            code, said = stage.begin(40, folder=place / "small/cohort_a")
            judge("F25 a cohort on a file system of 1 MiB", code == 0, said)
            code, said = stage.collect()
            judge("F25 where it is full: 74, and errno's words", code == 74 and "No space left" in said, code, said)
            code, said = stage.collect()
            judge("F25 the same a second time", code == 74 and "No space left" in said, code, said)
            final = {r["video_id"] for r in stage.archived("hour_0")}
            stage.control(clear="requests")
            subprocess.run(["mount", "-o", "remount,size=32m", place / "small"], check=True)
            code, said = stage.collect()
            asked, _ = stage.asked()
            judge("F25 after there is room the same command finishes, and asks for nothing twice",
                  code == 0 and not stage.due()[1] and 0 < len(final) < 40 and not any(asked[v] for v in final), code, said, len(final))
            judge_files(stage, "F25 a full disk")
    finally:
        subprocess.run(["umount", "-l", place / "small"])


def small_disk(place, *options):
    place.mkdir()
    return os.geteuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(("size=1m", *options)), "tmpfs", place],
                                                capture_output=True).returncode == 0


def clock_set_back(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(6)
        stage.set_clock(-900)
        code, said = stage.collect()
        judge("F29 hour_0 with a clock that was set back since the discovery", code == 0 and not stage.due()[1], code, said)
        stage.set_clock(3000)
        stage.collect()
        judge("F29 hour_1 is due by the times of hour_0", {r["status"] for r in stage.outcomes("hour_1")} == {"ok"})
        stage.control(clear="requests")
        for clock in (600, -7200, -86400 * 400):
            stage.set_clock(clock)
            code, said = stage.collect()
            judge(f"F29 the clock set back to {clock} s: nothing is due, and nothing is asked",
                  code == 0 and not stage.due()[1] and not stage.requests(), code, said)
        stage.set_clock(-900 + 6 * 3600)
        stage.collect()
        judge_files(stage, "F29 a clock set back")
        judge_account(stage, "F29 a clock set back")


def asleep(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(8, timepoints=(0, 1, 6, 24))
        stage.collect()
        stage.control(clear="requests")
        stage.set_clock(9 * 3600)
        for _ in range(2):
            code, said = stage.collect()
            judge("F32 asleep across hours 1 and 6: nothing is asked", code == 0 and not stage.requests() and not stage.due()[1], code, said)
        for each in ("hour_1", "hour_6"):
            rows = stage.outcomes(each)
            judge(f"F32 {each} is missed, recorded once, unfetched", len(rows) == 8 and all(
                (r["status"], r["status_detail"], r["schedule_status"], r["views"]) == ("skipped", "missed", "missed", None) for r in rows), rows[:1])
        stage.set_clock(24 * 3600 + 60)
        stage.collect()
        rows = stage.outcomes("hour_24")
        judge("F32 hour 24 is collected", len(rows) == 8 and all((r["status"], r["schedule_status"]) == ("ok", "on_time") for r in rows))
        judge_files(stage, "F32 asleep")
        judge_account(stage, "F32 asleep", ("ok", "missed"))


def cron(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(5, timepoints=(0, 1, 6, 24))
        for clock in (0, 30, 3600 + 300, 3600 + 330):
            stage.set_clock(clock)
            stage.collect()
        rows = stage.outcomes("hour_1")
        judge("F33 cron five minutes late, twice a minute: on time, nothing twice", len(rows) == 5 and len(stage.outcomes("hour_0")) == 5
              and all(r["schedule_status"] == "on_time" and 290 < r["lag_seconds"] < 330 for r in rows), rows[:1])
        stage.set_clock(3600 + 86400 + 1800)
        stage.collect()
        judge("F33 not at all for a day: hour 6 is missed, hour 24 is there", [r["schedule_status"] for r in stage.outcomes("hour_6")] == ["missed"] * 5
              and {r["status"] for r in stage.outcomes("hour_24")} == {"ok"})
        judge_files(stage, "F33 cron")


def two_windows(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(4, "--tolerance", "19h", timepoints=(0, 6, 24))
        stage.collect()
        stage.set_clock(24 * 3600)
        stage.collect()
        judge("F34 hour 6 and hour 24 both open: the latest", len(stage.outcomes("hour_24")) == 4 and not stage.outcomes("hour_6"))
        listed = [json.dumps({"video_id": v, "timepoint": "hour_6"}) for v in stage.tracked]
        stage.set_clock(25 * 3600 + 120)
        stage.collect()
        judge("F34 the earlier is missed when its window closes", [r["schedule_status"] for r in stage.outcomes("hour_6")] == ["missed"] * 4)
        process = stage.start("tt-snapshot", "--into", stage.folder)
        _, said = process.communicate("\n".join(listed).encode(), timeout=60)
        judge("F34 a list that is older than that changes nothing", process.returncode == 0 and len(stage.outcomes("hour_6")) == 4, said)
        judge_account(stage, "F34 two windows", ("ok", "missed"))


def two_at_once(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(25)
        lines = stage.due()[1]
        runs = [stage.start("tt-snapshot", "--into", stage.folder, "--delay", "40ms")]
        runs[0].stdin.write(lines)
        runs[0].stdin.close()
        runs[0].stdin = None
        judge("F26 one is at work", wait_for(lambda: len(stage.requests()) > 1))
        for tool, more in (("tt-snapshot", ()), ("tt-discover", ("--user", "a.b"))):
            refused = stage.start(tool, "--into", stage.folder, *more)
            _, said = refused.communicate(lines if not more else b"", timeout=60)
            judge(f"F26 {tool} meanwhile: 75, and who holds the lock", refused.returncode == 75 and f"process {runs[0].pid})" in said.decode(),
                  refused.returncode, said)
        for _ in range(2):
            runs.append(stage.start("tt-snapshot", "--into", stage.folder, "--wait", "5m"))
            runs[-1].stdin.write(lines)
            runs[-1].stdin.close()
            runs[-1].stdin = None
        said = [run.communicate(timeout=120)[1].decode() for run in runs]
        judge("F26 two that wait, with the same list: all end well", [run.returncode for run in runs] == [0, 0, 0], said)
        judge("F26 each video was asked for once", sorted(stage.asked()[0].values()) == [1] * 25, stage.asked()[0])
        judge_files(stage, "F26 two at once")
        stage.set_clock(3600)
        lines = stage.due()[1]
        stage.control(clear="requests")
        both = [stage.start("tt-snapshot", "--into", stage.folder, "--wait", "5m", "--delay", "10ms") for _ in range(2)]
        for run in both:
            run.stdin.write(lines)
            run.stdin.close()
            run.stdin = None
        wait_for(lambda: len(stage.requests()) > 5)
        holder = (stage.folder / ".lock").read_text().strip()
        both.sort(key=lambda run: str(run.pid) != holder)
        both[0].kill()
        for run in both:
            run.communicate(timeout=120)
        judge("F27 the lock of a killed run is no lock: the one that waited goes on", both[1].returncode == 0 and not stage.due()[1])
        judge("F27 it holds the number of a dead process, and a new run takes it", stage.collect()[0] == 0)
        judge("F26 of a killed run's answers only what was on its way is asked for again", sum(stage.asked()[0].values()) <= 26, stage.asked()[0])
        judge_files(stage, "F26 one of two killed")


def moody_host(place):
    with Followed(FOLDER, place, "--seed", 5, "--refuse", 0.5, "--burst", 0, "--refuse-with", MOODS + ",stall,drip,overload-after") as stage:
        stage.begin(20, timepoints=(0, 0.5, 6))
        codes = collections.Counter()
        for hours in stage.hours:
            stage.set_clock(hours * 3600)
            for _ in range(12):
                code, said = stage.collect("--parallel", 4, "--timeout", "1s", "--attempts", 2, "--max-wait", "1s", "--source", "embed")
                codes[code] += 1
                if not stage.due()[1]:
                    break
            stage.set_clock(hours * 3600 + 610)
        judge("a host that fails, stalls and refuses: what is left is tried again", set(codes) <= {0, 1, 75} and codes[0] + codes[1] > 2, codes, said)
        account = stage.account()
        judge("a host that fails, stalls and refuses: never two final outcomes", all(len(ends) <= 1 for ends in account.values()), account)
        judge("a host that fails, stalls and refuses: most is reached", sum(ends == ["ok"] for ends in account.values()) > 40, account)
        judge_files(stage, "a host that fails, stalls and refuses")


def torn_tails(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(4)
        stage.collect()
        lines, archive, listed = stage.folder / "hour_0.jsonl", stage.folder / "raw/hour_0.warc.gz", stage.folder / "tracked_videos.jsonl"
        whole, kept, videos = lines.read_bytes(), archive.read_bytes(), listed.read_bytes()
        last = whole[:-1].rfind(b"\n") + 1
        offset = int(json.loads(whole[last:])["raw_ref"].rsplit(":", 1)[1])
        for name, of_lines, of_archive in (
                ("F23 a last line torn in its middle", whole[:last + 100], kept), ("F23 complete JSON without its end", whole[:-1], kept),
                ("F23 a line of another run behind it", whole + b'{"video_id":"1"}', kept), ("F23 zero bytes behind it", whole + bytes(4096), kept),
                ("F23 no line at all", b"", kept), ("F23 an archive torn in its last record", whole[:last], kept[:-20]),
                ("F23 an archive torn in an answer", whole[:last], kept[:offset - 5000]), ("F23 an archive that ends in zero bytes", whole, kept + bytes(5000)),
                ("F23 half a record behind the archive", whole, kept + kept[offset:offset + 300]), ("F23 a warcinfo and no more", b"", kept[:200])):
            lines.write_bytes(of_lines)
            archive.write_bytes(of_archive)
            stage.control(clear="requests")
            cut = of_archive != kept and len(of_archive) < len(kept)
            process = stage.start("tt-snapshot", "--into", stage.folder)
            _, said = process.communicate(b"", timeout=60)
            judge(f"{name}: cut off without anything to do, and said", process.returncode == 0 and b"cut off" in said or not of_lines, process.returncode, said)
            judge(f"{name}: everything before it is untouched", whole.startswith(lines.read_bytes()) and kept.startswith(archive.read_bytes()) and not stage.requests()
                  and (cut or (whole, kept) == (lines.read_bytes(), archive.read_bytes())), said)
            stage.collect()
            judge_account_now(stage, name, "hour_0")
        lines.write_bytes(whole[:last])
        archive.write_bytes(kept[:-20])
        code, said = stage.discover((), "--trending")
        judge("F23 tt-discover mends all of it first, too", code == 0 and "cut off" in said and kept.startswith(archive.read_bytes()[:offset]), code, said)
        stage.collect()
        judge_account_now(stage, "F23 tt-discover behind a torn archive", "hour_0")
        videos = listed.read_bytes()
        stage.folder = place / "cohort_new"
        code, said = stage.discover((), "--trending")
        done = subprocess.run([stage.tools / "tt-import", stage.folder / "raw/hour_0.warc.gz"], capture_output=True, env=stage.environment)
        judge("an archive without an outcome so far gives no line, and is no damage", (done.returncode, done.stdout) == (0, b""), done.stderr)
        stage.folder = place / "cohort_a"
        new = [each["id"] for each in stage.videos() if each["id"].encode() not in videos][:2]
        listed.write_bytes(videos + videos.splitlines()[4].replace(stage.tracked[-1].encode(), new[0].encode()))
        code, said = stage.discover(new)
        judge("F23 a torn line in the list of videos is cut off, and the video added again", code == 0 and "cut off" in said
              and "2 videos added" in said and listed.read_bytes().startswith(videos), said)


def judge_account_now(stage, name, timepoint):
    ends = {key: ends for key, ends in stage.account().items() if key[1] == timepoint}
    judge(f"{name}: one final outcome for each afterwards", all(len(each) == 1 for each in ends.values()) and not stage.faults_of_files(),
          ends, stage.faults_of_files())


def damage(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(5)
        stage.collect()
        stage.set_clock(3600)
        lines, archive = stage.folder / "hour_0.jsonl", stage.folder / "raw/hour_0.warc.gz"
        whole, kept = lines.read_bytes(), archive.read_bytes()
        second = whole.index(b"\n") + 1
        bad = whole[:second + 10] + b"\x00" * 30 + whole[second + 40:]
        lines.write_bytes(bad)
        code, out, said = stage.due()
        judge("F24 a damaged line in the middle: tt-due says its place and goes on with 65", code == 65 and "hour_0.jsonl:2:" in said and out.count(b"\n") >= 4, code, said, out)
        code, said = stage.collect()
        judge("F24 so does tt-snapshot; the file is not touched, and hour_1 is collected", code == 65 and "hour_0.jsonl:2:" in said
              and lines.read_bytes()[:len(bad)] == bad and len(stage.outcomes("hour_1")) >= 4, code, said)
        lines.write_bytes(whole)
        for each in ("hour_1.jsonl", "raw/hour_1.warc.gz"):
            (stage.folder / each).unlink()
        last = whole[:-1].rfind(b"\n") + 1
        offset = int(json.loads(whole[last:])["raw_ref"].rsplit(":", 1)[1])
        another = json.loads(whole[last:]) | {"raw_ref": "raw/hour_0.warc.gz:17"}
        for name, of_lines, of_archive, code_of_due in (
                ("the archive's last record", whole, kept[:offset + 30] + b"\xff\xff\xff" + kept[offset + 33:], 0),
                ("a record that has no line yet", whole[:last], kept[:offset + 30] + b"\xff\xff\xff" + kept[offset + 33:], 0),
                ("an archive that is shorter than its lines say", whole, kept[:offset - 100], 0),
                ("a last line that names another place", whole[:last] + json.dumps(another).encode() + b"\n", kept, 0),
                ("a last line without raw_ref", whole[:last] + b'{"video_id":"1","timepoint":"hour_0"}\n', kept, 65),
                ("an archive that is gone", whole, None, 0)):
            for each in ("hour_1.jsonl", "raw/hour_1.warc.gz"):
                (stage.folder / each).unlink(missing_ok=True)
            lines.write_bytes(of_lines)
            archive.write_bytes(of_archive) if of_archive is not None else archive.unlink()
            code, said = stage.collect()
            same = lines.read_bytes() == of_lines and (archive.read_bytes() if archive.exists() else None) == of_archive
            judge(f"F24 {name}: 65, the place is said, nothing is changed", code == 65 and "hour_0" in said and "damaged" in said and same, code, said, same)
            judge(f"F24 {name}: hour_1 is collected meanwhile", len(stage.outcomes("hour_1")) >= 4, said)
        archive.write_bytes(kept[:2000] + b"\xff\xff\xff" + kept[2003:])
        lines.write_bytes(whole)
        done = subprocess.run([stage.tools / "tt-import", archive], capture_output=True, env=stage.environment)
        judge("F24 an archive that is damaged in its middle: tt-import says where, and ends with 65", done.returncode == 65 and b"at byte" in done.stderr, done.stderr)


def no_cohorts(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(3)
        (place / "cohort_plain").mkdir()
        (place / "cohort_file").write_text("")
        newer = place / "cohort_newer"
        shutil.copytree(stage.folder, newer)
        text = (newer / "tracked_videos.jsonl").read_text()
        (newer / "tracked_videos.jsonl").write_text(text.replace('"schema":1', '"schema":2'))
        for name, wanted, word in (("cohort_none", 2, "no such folder"), ("cohort_plain", 2, "tt-discover --into"), ("cohort_file", 2, "is a file"), ("cohort_newer", 65, "schema")):
            for tool, options, lines in (("tt-snapshot", ("--into", place / name), stage.tracked[0].encode()), ("tt-due", (place / name,), b"")):
                process = stage.start(tool, *options)
                _, said = process.communicate(lines, timeout=60)
                judge(f"F28 {tool} on {name}: {wanted}, and a sentence", process.returncode == wanted and word in said.decode(), process.returncode, said)
        code, said = stage.discover(stage.tracked) if not stage_into(stage, newer) else None
        judge("F28 tt-discover on cohort_newer: 65", code == 65 and "schema" in said, code, said)
        stage.folder = place / "cohort_file"
        code, said = stage.discover(stage.tracked)
        judge("F28 tt-discover on a file: 2, and nothing is made", code == 2 and (place / "cohort_file").read_text() == "", code, said)
        stage.folder = place / "small/cohort_a"
        if not small_disk(place / "small"):
            report.skip("F28 a read-only cohort", "only root can mount one")
            return
        try:
            shutil.copytree(place / "cohort_a", stage.folder)
            subprocess.run(["mount", "-o", "remount,ro", place / "small"], check=True)
            code, out, said = stage.due()
            judge("F28 tt-due reads a read-only cohort", code == 0 and out.count(b"\n") == 3, code, said)
            for code, said in (stage.collect(), stage.discover(stage.tracked)):
                judge("F28 what writes to it: 74, and a sentence", code == 74 and "Read-only" in said, code, said)
        finally:
            subprocess.run(["umount", "-l", place / "small"])


def stage_into(stage, folder):
    stage.folder = folder


def upload_in_the_future(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        newest = max(stage.videos(), key=lambda each: each["uploaded"])
        stage.begin(1)
        stage.folder, stage.tracked = place / "cohort_b", [newest["id"]]
        stage.environment["TIKTRACK_NOW"] = str(newest["uploaded"] - 600)
        code, said = stage.discover(stage.tracked, "--time-origin", "upload", "--timepoints", "0,1")
        stage.collect()
        row = stage.outcomes("hour_0")[0]
        judge("F35 an upload in the future: the counts stay, the age does not", row["hours_since_upload"] is None and "clock_reversed" in row["quality_flags"]
              and row["views"] is not None and row["status"] == "ok", row, said)
        stage.environment["TIKTRACK_NOW"] = str(newest["uploaded"] + 3600)
        stage.collect()
        row = stage.outcomes("hour_1")[0]
        judge("F35 hour 1 counts from the platform's time", row["schedule_status"] == "on_time" and row["due_timestamp"] == newest["uploaded"] + 3600, row)
        stage.timepoints = ["hour_0", "hour_1"]
        judge_files(stage, "F35 an upload in the future")


def missing_once(place):
    with Followed(FOLDER, place, "--seed", 3) as stage:
        stage.begin(4)
        for each in stage.tracked[:3]:
            stage.control(video=each, standing="removed")
        stage.collect()
        judge("F60 gone once is not due again at once", not stage.due()[1])
        stage.set_clock(300)
        judge("F60 nor after five minutes", not stage.due()[1] and stage.collect()[0] == 0)
        stage.control(video=stage.tracked[0], standing="shown")
        stage.set_clock(700)
        stage.collect()
        ends = [stage.account()[video, "hour_0"] for video in stage.tracked]
        judge("F60 missing once and there the next time is not gone; gone twice is", ends == [["ok"], ["gone"], ["gone"], ["ok"]], ends)
        stage.control(video=stage.tracked[1], standing="shown")
        stage.set_clock(3600)
        stage.collect()
        judge("F60 a later timepoint is asked for all the same", {r["video_id"] for r in stage.outcomes("hour_1") if r["status"] == "ok"}
              >= {stage.tracked[1], stage.tracked[3]}, stage.outcomes("hour_1"))
        judge_files(stage, "F60 missing once")


def options_told(place):
    """What an archive tells of the runs that wrote it."""
    with Followed(FOLDER, place, "--seed", 3, "--explore", 20) as stage:
        tags = [f"--hashtag={each}" for each in stage.names()["hashtags"][:2]]
        stage.begin(2, *tags, "--trending", "--random", "--ads")
        stage.start("tt-discover", "--into", stage.folder, env=stage.environment | {"TIKTRACK_USER": "nobody.at.all"}).communicate(timeout=60)
        stage.collect("--exact", "--no-raw", "--trust-ids", "--vantage", "DE\r\nforged: yes")
        lines = gzip.decompress((stage.folder / "raw/hour_0.warc.gz").read_bytes()).decode(errors="replace").split("\r\n")
        told = [set(line.split()[1:]) for line in lines if line.startswith("options: ")]
        judge("an archive tells of three runs", len(told) == 3, told)
        judge("of tt-discover: its sources, its switches, what was not told", told[0] >= {*tags, "--trending", "--random", "--ads", "--delay=0s"}
              and not told[0] & {"--newest", "--trust-ids"}, told[0])
        judge("of tt-discover: the sources that are configured", told[1] >= {"--user=nobody.at.all", "--newest"} and "--trending" not in told[1], told[1])
        judge("of tt-snapshot: its switches", told[2] >= {"--exact", "--no-raw", "--trust-ids"} and not told[2] & {"--rounded", "--raw"}, told[2])
        judge("F73 what is told stays on its line", not any(line.startswith("forged") for line in lines) and "--vantage=DE\\r\\nforged:" in told[2], told[2])


PARTS = (kills, terminations, every_write, full_disk, clock_set_back, asleep, cron, two_windows, two_at_once, moody_host, torn_tails,
         damage, no_cohorts, upload_in_the_future, missing_once, options_told)
with tempfile.TemporaryDirectory() as folder:
    for part in PARTS:
        place = pathlib.Path(folder, part.__name__)
        place.mkdir()
        part(place)
report.done()
