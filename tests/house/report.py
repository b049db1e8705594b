# SPDX-License-Identifier: MIT
"""How every part of the checks speaks: one line a case, `ok NAME`, `not ok NAME` or `skip NAME: why`,
and after a `not ok` what is to be seen of it, indented."""

import difflib
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
_failed = False


def ok(name):
    print(f"ok {name}", flush=True)


def not_ok(name, detail=""):
    global _failed
    _failed = True
    text = detail if isinstance(detail, str) else detail.decode("utf-8", "backslashreplace")
    lines = text.splitlines()
    print(f"not ok {name}", *(f"    {line}" for line in lines), sep="\n", flush=True)


def skip(name, why):
    print(f"skip {name}: {why}", flush=True)


def judge(name, good, detail=""):
    """One case that is good or not."""
    if good:
        ok(name)
    else:
        not_ok(name, detail)


def compare(name, wanted, got):
    """One case: two texts are the same; where not, their difference is shown."""
    judge(name, wanted == got, difference(wanted, got))


def difference(wanted, got):
    def lines(data):
        text = data if isinstance(data, str) else data.decode("utf-8", "backslashreplace")
        return [line.rstrip("\n") + ("" if line.endswith("\n") else " <no newline>") for line in text.splitlines(True)]

    return "\n".join(difflib.unified_diff(lines(wanted), lines(got), "wanted", "got", lineterm=""))


def run(*command, **more):
    """Runs a command; what it wrote comes back as text, both streams together."""
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
                          errors="backslashreplace", **{"cwd": ROOT, "stdin": subprocess.DEVNULL, "timeout": 600} | more)


def judge_run(name, *command, **more):
    """One case: the command ends with 0."""
    done = run(*command, **more)
    judge(name, done.returncode == 0, done.stdout)


def files(*suffixes):
    """The project's own files with one of these endings (all where none is given), without what was built."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(f for f in folders if f not in (".git", "__pycache__", "node_modules")
                            and pathlib.Path(folder, f) != ROOT / "build")
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                yield pathlib.Path(folder, name)


def environment(tools, home):
    """What a command of a test sees: these tools first, a home of its own, and nothing from the user's settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("TIKTRACK_", "XDG_", "LC_"))}
    return kept | {"PATH": f"{ROOT / tools}:{os.environ['PATH']}", "HOME": str(home), "LANG": "C.UTF-8", "TZ": "UTC",
                   "ASAN_OPTIONS": "exitcode=99:detect_stack_use_after_return=1", "UBSAN_OPTIONS": "print_stacktrace=1:exitcode=99"}


def done():
    """Ends the part: not with 0 when a case failed."""
    sys.exit(1 if _failed else 0)
