#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tt-snapshot over HTTP/2: nginx in front of the stand-in platform: http2.py FOLDER"""

import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile

from stage import Stage, judge, report, wait_for

FOLDER = sys.argv[1]

CONFIGURATION = """
daemon off; pid {place}/pid; error_log {place}/error.log; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    log_format what '$server_protocol $status $connection $request_uri';
    access_log {place}/access.log what;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy; fastcgi_temp_path {place}/f; uwsgi_temp_path {place}/u;
    scgi_temp_path {place}/s;
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {certificate}; ssl_certificate_key {key};
        location / {{ proxy_pass {base}; proxy_http_version 1.1; proxy_set_header Accept-Encoding $http_accept_encoding; }}
    }}
}}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def listens(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def but_when(records):
    """Without what tells when each was fetched."""
    return [r | dict.fromkeys(("collection_timestamp", "due_timestamp", "hours_since_upload")) for r in records]


nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin")
if not nginx:
    report.skip("HTTP/2 through nginx", "nginx is not installed")
    report.done()
with tempfile.TemporaryDirectory() as folder, Stage(FOLDER, folder, "--seed", 3) as stage:
    place, port = pathlib.Path(folder), free_port()
    (place / "nginx.conf").write_text(CONFIGURATION.format(place=place, port=port, base=stage.base, **{
        name: stage.at[name] for name in ("certificate", "key")}))
    with subprocess.Popen([nginx, "-p", place, "-e", place / "error.log", "-c", place / "nginx.conf"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            judge("nginx listens", wait_for(lambda: listens(port)))
            ids = [video["id"] for video in stage.videos()][:20]
            at = {**stage.environment, "TIKTRACK_BASE_URL": f"https://127.0.0.1:{port}"}
            for parallel in (1, 4):
                code, got, said = stage.snapshot(ids, "--parallel", parallel, env=at)
                judge(f"every outcome, in order, {parallel} at once", code == 0 and [r["video_id"] for r in got] == ids, code, said)
                code, plain, said = stage.snapshot(ids)
                judge(f"the same as over HTTP/1.1, {parallel} at once", but_when(got) == but_when(plain), said)
        finally:
            server.terminate()
    rows = [line.split() for line in (place / "access.log").read_text().splitlines()]
    judge("it was HTTP/2, over one connection a run", len(rows) >= 40 and {row[0] for row in rows} == {"HTTP/2.0"}
          and len({row[2] for row in rows}) == 2, json.dumps(rows[:4]))
report.done()
