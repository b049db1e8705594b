# SPDX-License-Identifier: MIT
"""The stand-in over real sockets: what it says of itself, its clock, its moods, every fault, what it has seen."""

import gzip
import http.client
import json
import os
import pathlib
import signal
import socket
import ssl
import subprocess
import tempfile
import zlib

import report
from stand_in import StandIn

# What a client of http.client's meets for each fault that it can tell.
BROKEN = {"stall": TimeoutError, "long-length": http.client.IncompleteRead,
          "hang-up": (http.client.RemoteDisconnected, ssl.SSLEOFError), "headers": http.client.HTTPException,
          "garbage": http.client.BadStatusLine}


def judge(name, good, said=""):
    report.judge(f"{PLACE}/{name}", good, str(said))


def faces(site, ids):
    """Pages, compression, HEAD, other methods, cookies."""
    target = f"/embed/v2/{ids[0]}"
    plain = site.get(target)
    judge("a page", plain.status == 200 and len(plain.body) > 290_000 and ids[0] in plain.text)
    judge("it says in a header that it is made up", plain.headers["X-Made-Up"].startswith("Made up"))
    packed = site.get(target, {"Accept-Encoding": "gzip"})
    judge("gzip where it is accepted", packed.headers["Content-Encoding"] == "gzip"
          and gzip.decompress(packed.body) == plain.body and "Content-Encoding" not in plain.headers)
    judge("gzipped it is about as large as a real page", 50_000 < len(packed.body) < 90_000, len(packed.body))
    on = site.connect()
    on.request("HEAD", target)
    head = on.getresponse()
    judge("HEAD has no body", head.read() == b"" and int(head.headers["Content-Length"]) == len(plain.body))
    on.request("POST", target, b"x")
    posted = on.getresponse()
    posted.read()
    judge("POST is refused", posted.status == 405)
    judge("a cookie is set until it comes back", "Set-Cookie" in plain.headers
          and "Set-Cookie" not in site.get(target, {"Cookie": "made_up_id=1"}).headers)
    on.close()


def clock(site, ids):
    """The world's time."""
    before = site.get(f"/@x/video/{ids[0]}").body
    judge("a clock that stands gives the same bytes", before == site.get(f"/@x/video/{ids[0]}").body)
    now = site.control()["now"]
    judge("48 hours pass at once", site.control(advance=48 * 3600)["now"] - now == 48 * 3600)
    judge("counts have grown then", before != site.get(f"/@x/video/{ids[0]}").body)
    judge("it can be set", site.control(now="2027-01-01T00:00:00Z")["now"] == 1798761600)
    judge("Date is the world's", site.get("/explore").headers["Date"] == "Fri, 01 Jan 2027 00:00:00 GMT")
    site.control(now=int(now))
    try:
        judge("a wrong value is told", not site.control(now="yesterday"))
    except ValueError as told:
        judge("a wrong value is told", "now is no time" in str(told))


def moods(site):
    """Refusals, in bursts of the world's clock and at any request."""
    start = int(site.control()["now"])
    site.control(refuse=0.5, burst=30, refuse_with="overload,too-many", clear="requests")
    on = site.connect()
    seen = {}
    for second in range(0, 1800, 10):
        site.control(now=start + second)
        answer = site.get("/embed/tag/fyp", {"Accept-Encoding": "gzip"}, on)
        seen.setdefault((start + second) // 30, set()).add("good" if answer.status == 200 else "refused")
    refused = sum(each == {"refused"} for each in seen.values())
    judge("a burst refuses all of it", all(len(each) == 1 for each in seen.values()), seen)
    judge("half of the bursts", 0.3 < refused / len(seen) < 0.7, refused)
    site.control(refuse=0.3, burst=0, refuse_with="all", now=start)
    kinds = {}
    for _ in range(300):
        site.get("/embed/tag/fyp", {"Accept-Encoding": "gzip"}, on)
    for each in site.lines("requests")[-300:]:
        kinds[each["fault"]] = kinds.get(each["fault"], 0) + 1
    judge("each request by itself", 180 < kinds[""] < 240 and len(kinds) > 6, kinds)
    site.control(refuse=0, clear="all")
    on.close()


def faults(site, ids):
    """Every line of the table can be had, and is what it is called."""
    names = subprocess.run([PROGRAM, "--help"], stdout=subprocess.PIPE, encoding="utf-8").stdout.split("Faults:")[1]
    for name in names.splitlines()[0].split():
        target = f"/@x/video/{ids[0]}?made-up-fault={name}"
        if name in BROKEN:
            try:
                answer = site.get(target, timeout=1)
                judge(f"fault {name}", False, f"{answer.status}, {len(answer.body)} bytes")
            except BROKEN[name]:
                judge(f"fault {name}", True)
        elif name == "bomb":
            bomb(site, target)
        elif name in ("reset", "cut"):
            size, end = raw_end(site, target)
            judge(f"fault {name}", 20_000 < size < 250_000 and end == ("reset" if name == "reset" else "closed"), (size, end))
        elif name in ("endless", "drip"):
            trickle(site, name, target, 30_000 if name == "endless" else 2)
        else:
            answer = site.get(target, {"Accept-Encoding": "gzip"})
            judge(f"fault {name}", right(name, answer, ids[0]), f"{answer.status} {answer.headers} {answer.body[:200]}")


def right(name, answer, asked):
    """Whether the answer of a fault that is a whole answer is the right one."""
    after = answer.headers["Retry-After"]
    to = answer.headers["Location"]
    if name in ("bad-gzip", "short-length"):
        try:
            return not zlib.decompressobj(31).decompress(answer.body).endswith(b"</html>")
        except zlib.error:
            return name == "bad-gzip"
    body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] == "gzip" else answer.body
    want = {"overload": answer.status == 503 and body == b"overload-protect triggered" and not after,
            "overload-after": answer.status == 503 and after == "3", "too-many": answer.status == 429 and after == "7",
            "retry-date": answer.status == 429 and after.endswith(" GMT"), "retry-year": after == "31536000",
            "retry-negative": after == "-5", "retry-words": after == "soon", "empty": answer.status == 200 and not body,
            "waiting": b"_wafchallengeid" in body and answer.headers["x-tt-system-error"] == "3",
            "maintenance": b"Site Maintenance" in body, "forbidden": answer.status == 403,
            "shell": 40_000 < len(body) < 50_000, "tiny": 400 < len(body) < 800, "portal": b"Wi-Fi" in body,
            "error-500": answer.status == 500, "error-502": answer.status == 502, "error-504": answer.status == 504,
            "other-video": f'video\\u002F{asked}"'.encode() in body and f'"id":"{asked}"'.encode() not in body,
            "other-route": answer.status == 200 and asked.encode() not in body,
            "half-page": answer.status == 200 and not body.endswith(b"</html>"),
            "login": to and "/login?" in to, "to-http": to and to.startswith("http://"),
            "to-host": to and "elsewhere.invalid" in to, "to-file": to and to.startswith("file:"),
            "ring": to and to.endswith("?made-up-fault=ring"), "nowhere": answer.status == 302 and to is None,
            "six-hops": to and to.endswith("made-up-hops=5"), "late": body.endswith(b"</html>")}
    return want[name]


def raw_end(site, target):
    """How many bytes of TLS an answer had, and how TCP ended: what libraries make of that is theirs."""
    arrived, leaves, size = ssl.MemoryBIO(), ssl.MemoryBIO(), 0
    tls = site.trust.wrap_bio(arrived, leaves, server_hostname="127.0.0.1")
    asked = False
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as raw:
        while True:
            try:
                tls.do_handshake()
                if not asked:
                    tls.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                    asked = True
            except ssl.SSLWantReadError:
                pass
            if sent := leaves.read():
                raw.sendall(sent)
            try:
                got = raw.recv(65536)
            except ConnectionResetError:
                return size, "reset"
            if not got:
                return size, "closed"
            size += len(got)
            arrived.write(got)


def trickle(site, name, target, size):
    """The first bytes of an answer that nobody wants to wait for."""
    on = site.connect()
    on.request("GET", target)
    answer = on.getresponse()
    judge(f"fault {name}", len(answer.read(size)) == size and (name == "drip") == ("Content-Length" in answer.headers))
    on.close()


def bomb(site, target):
    on = site.connect()
    on.request("GET", target)
    answer, unpacked, packed = on.getresponse(), 0, 0
    inflate = zlib.decompressobj(31)
    while unpacked < 200_000_000 and (piece := answer.read(16384)):
        packed += len(piece)
        unpacked += len(inflate.decompress(piece))
    judge("fault bomb", unpacked >= 200_000_000 and packed < 400_000, f"{packed} -> {unpacked}")
    on.close()


def scripts(site, ids):
    """Faults for one path, standings for one video, and what was seen of it all."""
    target = f"/embed/v2/{ids[1]}"
    site.control(fault="error-502", path=target, times=2, clear="requests")
    on = site.connect()
    judge("a fault for so many times", [site.get(target, on=on).status for _ in range(3)] == [502, 502, 200])
    site.control(fault="empty", path=target)
    site.control(clear="faults")
    judge("faults can be cleared", len(site.get(target, on=on).body) > 0)
    site.control(video=ids[1], standing="removed")
    judge("a video can be made to go", ids[1] not in site.get(target, on=on).text.split('"videoData"')[1])
    site.control(clear="standings")
    seen = site.lines("requests")
    judge("each request is told", [each["target"] for each in seen] == [target] * 5
          and [each["fault"] for each in seen] == ["error-502", "error-502", "", "", ""])
    judge("with its connection", len({each["connection"] for each in seen}) == 1)
    judge("with its headers and times", ["Accept-Encoding", "identity"] in seen[0]["headers"]
          and all(a["real"] <= b["real"] and a["number"] < b["number"] for a, b in zip(seen, seen[1:])))
    site.control(explore=20)
    judge("the explore page can be given a listing", "ItemModule" in site.get("/explore", on=on).text)
    site.control(explore=0)
    judge("and rid of it", "ItemModule" not in site.get("/explore", on=on).text)
    on.close()
    site.control(oembed_refuse=0.5)
    codes = {site.get(f"/oembed?url=https://www.tiktok.com/@x/video/{ids[0]}").status for _ in range(30)}
    judge("oembed refuses good addresses now and then", codes == {200, 400}, codes)


def replays(folder):
    """Recorded files, byte for byte."""
    (folder / "page.html").write_bytes(b"\xffrecorded\n")
    (folder / "map.json").write_text(json.dumps({"/a": {"file": "page.html", "status": 403, "headers": {"X-Y": "z"}}}))
    with StandIn(PROGRAM, "--replay", str(folder)) as site:
        answer = site.get("/a?b=c")
        judge("a file is replayed", (answer.status, answer.body, answer.headers["X-Y"]) == (403, b"\xffrecorded\n", "z")
              and answer.headers["X-Made-Up"].startswith("a recorded answer"))
        judge("what is not recorded is made up", site.get("/embed/tag/fyp").status == 200)


def certificates():
    """TLS that is not to be trusted."""
    for kind, why in (("expired", "expired"), ("wrong-name", "mismatch"), ("self-signed", "self-signed")):
        with StandIn(PROGRAM, "--certificate", kind) as site:
            try:
                judge(f"a certificate that is {kind}", site.get("/explore") is None)
            except ssl.SSLCertVerificationError as refused:
                judge(f"a certificate that is {kind}", why in str(refused), refused)
    with StandIn(PROGRAM, "--tls", "1.1") as site:
        try:
            judge("only TLS 1.1", site.get("/explore") is None)
        except ssl.SSLError:
            judge("only TLS 1.1", True)
    with StandIn(PROGRAM, "--tls", "1.2") as site:
        judge("at most TLS 1.2", site.get("/nothing").status == 404)


def endings(folder):
    """It starts with a line, and ends when it should."""
    ready = folder / "ready"
    with StandIn(PROGRAM, "--ready", str(ready)) as site:
        judge("the ready file", json.loads(ready.read_text()) == site.at)
        judge("it says on stderr that it is made up", "MADE UP" in site.process.stderr.readline())
        made = pathlib.Path(site.at["ca"]).parent
    judge("it ends when stdin ends, and takes its certificates along", site.process.returncode == 0 and not made.exists())
    with StandIn(PROGRAM) as site:
        os.kill(site.process.pid, signal.SIGTERM)
        judge("SIGTERM ends it", site.process.wait(timeout=60) == 0)
    done = subprocess.run([PROGRAM, "--lifetime", "0"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    judge("its lifetime ends it", done.returncode == 0)
    for wrong in (["--sed", "1"], ["--refuse", "2"], ["--fault", "x"], ["--seed"], ["--refuse-with", "x"], ["--now", "x"]):
        done = subprocess.run([PROGRAM, *wrong], capture_output=True, timeout=60)
        judge(f"{' '.join(wrong)} is refused", done.returncode == 2 and wrong[0].encode() in done.stderr, done)


def main(program):
    global PROGRAM, PLACE
    PROGRAM, PLACE = program, f"{pathlib.Path(program).parents[2].name}/stand_in"
    with StandIn(program, "--seed", "3", "--speed", "0", "--oembed-refuse", "0") as site:
        ids = [each["id"] for each in site.lines("videos") if each["standing"] == "shown"]
        faces(site, ids)
        clock(site, ids)
        moods(site)
        faults(site, ids)
        scripts(site, ids)
    certificates()
    with tempfile.TemporaryDirectory() as folder:
        replays(pathlib.Path(folder))
        endings(pathlib.Path(folder))
