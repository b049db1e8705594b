# SPDX-License-Identifier: MIT
"""Holds the stand-in's answers and recorded ones side by side: every path of a recorded state stands in a made-up one of
the same kind too, with a value of the same type. The recorded ones lie in the folder $TIKTRACK_REAL_DATA."""

import json
import pathlib
import re

import report
from stand_in import StandIn

UNIVERSAL, EMBED = "__UNIVERSAL_DATA_FOR_REHYDRATION__", "__FRONTITY_CONNECT_STATE__"
TYPES = {str: "text", bool: "boolean", int: "number", float: "number", dict: "object", list: "list", type(None): "null"}

# Of pages of 2023 only what a record reads: their items differ from today's in what nobody reads.
READ_OF_SIGI = re.compile(
    r"ItemModule\.\*(\.(id|desc|createTime|author|nickname|isAd|locationCreated|stats\.\w+|authorStats\.\w+"
    r"|music\.(id|title|authorName|original)|video\.(duration|cover|originCover)|textExtra\[\]\.hashtagName"
    r"|challenges\[\]\.title))$|UserModule\.(users|stats)\.\*\.(uniqueId|nickname|verified|signature|\w+Count)$")


def states(page, name):
    """The states in the scripts with that id, those apart that are empty."""
    for text in re.findall(f'<script[^>]*id="{name}"[^>]*>(.*?)</script>', page, re.S):
        if text.strip():
            yield json.loads(text)


def paths(value, at=""):
    """Each path in a value with its type; elements of lists and members of maps (keys that are ids or names) are one."""
    yield at, TYPES[type(value)]
    if isinstance(value, dict):
        table = re.search(r"(ItemModule|UserModule\.users|UserModule\.stats)$", at)
        for key, inner in value.items():
            yield from paths(inner, f"{at}.{'*' if table else key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, at + "[]")


def of_scope(key):
    def part(page):
        for state in states(page, UNIVERSAL):
            if key in state["__DEFAULT_SCOPE__"]:
                return state["__DEFAULT_SCOPE__"][key]
        raise KeyError(key)
    return part


def of_embed(page):
    (state,) = states(page, EMBED)
    (route,) = state["source"]["data"].values()
    return route


def of_sigi(page):
    return next(states(page, "SIGI_STATE"))


def hold(name, recorded, ours, part, wanted=None):
    """One case: what is in a recorded page is in one of ours."""
    known = {}
    for page in ours:
        for path, kind in paths(part(page)):
            known.setdefault(path, set()).add(kind)
    missing = []
    for path, kind in sorted(set(paths(part(recorded)))):
        if wanted and not wanted.search(path):
            continue
        if path not in known:
            missing.append(f"{path} ({kind}) is not in ours")
        elif kind not in known[path] and kind != "null":
            missing.append(f"{path} is recorded as {kind}, in ours as {', '.join(sorted(known[path]))}")
    report.judge(name, not missing, "\n".join(missing))


def check(program, folder):
    """All pairs. @param folder: what $TIKTRACK_REAL_DATA says; None: everything is skipped"""
    name = f"{folder_name(program)}/side by side"
    if not folder:
        report.skip(name, "TIKTRACK_REAL_DATA names no folder with recorded answers")
        return
    real = pathlib.Path(folder)

    def recorded(pattern):
        found = sorted(real.glob(pattern))
        if not found:
            report.skip(f"{name}: {pattern}", "nothing of that kind is recorded there")
        return [(f"{name}: {path.relative_to(real)}", path.read_text(encoding="utf-8", errors="replace")) for path in found]

    with StandIn(program, "--speed", "0", "--explore", "60", "--videos", "300", "--oembed-refuse", "0") as site:
        shown = [each for each in site.lines("videos") if each["standing"] == "shown"]
        on = site.connect()

        def ask(targets, **headers):
            return [site.get(target, headers, on).text for target in targets]

        some = [f"/@x/video/{each['id']}" for each in shown[:80]]
        pairs = [
            ("page-video/*.html", ask(some), of_scope("webapp.video-detail")),
            ("page-video-gone/*.html", ask(["/@x/video/7"]), of_scope("webapp.video-detail")),
            ("page-mobile/*.html", ask(some, **{"User-Agent": "x (Mobile)"}), of_scope("webapp.reflow.video.detail")),
            ("page-profile/*.html", ask(f"/@{each}" for each in site.names()["creators"]), of_scope("webapp.user-detail")),
            ("page-embed/embed_v2_*.html", ask(f"/embed/v2/{each['id']}" for each in shown[:80]), of_embed),
            ("page-embed/embed_creator_*.html", ask(f"/embed/@{each}" for each in site.names()["creators"][:9]), of_embed),
            ("page-profile-sigi/*.html", ask(["/explore"]), of_sigi, READ_OF_SIGI),
            ("oembed/*[0-9].json", ask(f"/oembed?url=https://www.tiktok.com/@x/video/{each['id']}" for each in shown[:9]),
             json.loads),
        ]
        for pattern, ours, *how in pairs:
            for case, page in recorded(pattern):
                hold(case, page, ours, *how)
        for case, text in recorded("page-challenge/overload*"):
            report.compare(case, text, site.get("/explore?made-up-fault=overload").text)
        for case, text in recorded("page-challenge/waf*"):
            marks = set(re.findall(r'id="[\w-]+"|class="_\w+"|Please wait|SlardarWAF', text)) - {'id="place_hold"'}
            ours = site.get("/explore?made-up-fault=waiting").text
            report.judge(case, all(mark in ours for mark in marks), str(sorted(marks)))
        on.close()


def folder_name(program):
    return pathlib.Path(program).parents[2].name

