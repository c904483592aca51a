# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A PostgreSQL of the system's own package, with the owner that docs/administrators.md has made by hand."""

import os
import pwd
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from ponte.platform.database import embedded


@contextmanager
def stock_postgresql(folder: Path) -> Iterator[str]:
    """The owner's address in a new cluster, made with the oldest version that the system has; skips without one."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if not installed:
        pytest.skip("this system has no PostgreSQL of its own below /usr/lib/postgresql")
    programs = installed[0].parent
    folder.mkdir(mode=0o755)
    owner = {}
    if os.geteuid() == 0:
        embedded._ensure_system_user()
        user = pwd.getpwnam(embedded.SYSTEM_USER)
        os.chown(folder, user.pw_uid, user.pw_gid)
        owner = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*words: str) -> None:
        subprocess.run(
            words, check=True, cwd="/",
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"}, **owner,
        )  # fmt: skip

    data = str(folder / "data")
    run(str(programs / "initdb"), "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
    options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -p {port}"
    run(str(programs / "pg_ctl"), "start", "-w", "-D", data, "-l", str(folder / "log"), "-o", options)
    try:
        address = f"127.0.0.1:{port}"
        with psycopg.connect(f"postgresql://postgres@{address}/postgres", autocommit=True) as superuser:
            superuser.execute("CREATE ROLE ponte_owner LOGIN CREATEROLE PASSWORD 'x'")
            superuser.execute("CREATE DATABASE ponte OWNER ponte_owner")
        yield f"postgresql://ponte_owner:x@{address}/ponte"
    finally:
        run(str(programs / "pg_ctl"), "stop", "-w", "-m", "fast", "-D", data)
