# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The clock jumps three days ahead, and back again: of PostgreSQL, web server and worker, by `clock.c`."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from faults.killing import installation
from faults.scenes import Scene
from faults.served import Served
from ponte.platform.database import embedded

SOURCE = Path(__file__).with_name("clock.c")
DAYS = 3
SEAL = "from ponte.platform.audit.tasks import seal_audit_trail; seal_audit_trail(timestamp=0)"
MINUTES = 150.0  # seconds in which a job of every minute must have been done


def jump_clock(folder: Path, seed: int, say: Callable[[str], None]) -> dict[str, Any]:
    compiler = shutil.which("cc")
    if compiler is None:
        trouble = "there is no C compiler here to make a clock that can be set"
        say(f"  skipped: {trouble}")
        return {"told": [("skipped", trouble)], "wrong": []}
    library = folder / "clock.so"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(SOURCE)], check=True)
    clock = Clock(folder / "clock", library)
    with installation(folder) as (served, mail):
        served.stop()
        clock.start_database(served)
        served.environment |= clock.environment
        served.start()
        served.await_whole()
        scene = Scene(served, mail, seed, say)
        scene.write(12)
        _seal(scene)
        _ahead(scene, clock)
        _back(scene, clock)
        _seal(scene)
        result = scene.ending()
        served.stop()
    return result


class Clock:
    """One that all processes with `environment` read, and that can be set."""

    def __init__(self, file: Path, library: Path) -> None:
        self._file = file
        self.environment = {"LD_PRELOAD": str(library), "FAULTS_CLOCK": str(file)}
        file.write_bytes(bytes(8))
        file.chmod(0o644)

    def set(self, days: int) -> None:
        """In place: all processes have this very file open."""
        with self._file.open("r+b") as file:
            file.write((days * 86_400).to_bytes(8, sys.byteorder, signed=True))

    def start_database(self, served: Served) -> None:
        """As Ponte does, but reading this clock; Ponte then finds it running."""
        database = served.database
        options = f'-c listen_addresses="" -c unix_socket_directories="{database.socket_folder}" -p {embedded.PORT}'
        user = pwd.getpwnam(embedded.SYSTEM_USER) if os.geteuid() == 0 else None
        subprocess.run(
            [str(embedded.binaries() / "pg_ctl"), "start", "-w", "-D", str(database.data), "-l", str(database.log),
             "-o", options],
            check=True, cwd="/", env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **self.environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            user=user.pw_uid if user else None, group=user.pw_gid if user else None,
            extra_groups=[] if user else None, start_new_session=True,
        )  # fmt: skip


def _ahead(scene: Scene, clock: Clock) -> None:
    clock.set(DAYS)
    answer = scene.desk.get("/persone/")
    scene.expect("ahead: who was signed in signs in again", answer.status == 302, f"status {answer.status}")
    scene.expect("ahead: and may", scene.desk.sign_in() and scene.office.sign_in())
    scene.write(12)
    beat = scene.within(MINUTES, lambda: scene.check().get("jobs.worker", ("", ""))[0] == "ok")
    scene.expect("ahead: background work goes on", beat is not None, f"after {beat or 0:.0f} s")
    scene.expect("ahead: not once for each minute that was left out", _heartbeats(scene) < 10, _heartbeats(scene))
    _seal(scene)


def _back(scene: Scene, clock: Clock) -> None:
    _put_off(scene)
    clock.set(0)
    answer = scene.desk.get("/persone/")
    scene.expect("back: a sign-in of the future is over", answer.status == 302, f"status {answer.status}")
    scene.expect("back: signing in again works", scene.desk.sign_in() and scene.office.sign_in())
    scene.write(12)
    outcome, sentence = scene.check().get("jobs.clock", ("", "nothing"))
    scene.expect("back: ponte check says that the clock was wrong", outcome == "wrong", sentence)
    said = "è, o è stato, sbagliato" in scene.office_says()
    scene.expect("back: the administrator's first page says it", said)
    before = _heartbeats(scene)
    beat = scene.within(MINUTES, lambda: _heartbeats(scene) > before)
    scene.expect("back: background work goes on at once", beat is not None, f"after {beat or 0:.0f} s")
    done = scene.within(MINUTES, lambda: not _waiting(scene))
    scene.expect("back: what waits for a time three days away is done", done is not None, f"after {done or 0:.0f} s")


def _seal(scene: Scene) -> None:
    scene.served.run("ponte.cli", "django", "shell", "-c", SEAL)
    done = scene.served.run("ponte.cli", "check", "audit", check=False)
    scene.expect("the audit trail is whole", done.returncode == 0, " ".join(done.stdout.split()[2:18]))


def _heartbeats(scene: Scene) -> int:
    return _count(
        scene,
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name LIKE '%.heartbeat' AND status = 'succeeded'",
    )


def _put_off(scene: Scene) -> None:
    """A job tried again now has its time by this clock."""
    with scene.served.connect() as connection:
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, scheduled_at, attempts) VALUES "
            "('default', 'ponte.accounts.tasks.send_letter', '{\"letter\": 0, \"user_id\": 0}', "
            "now() + interval '15 minutes', 1)"
        )


def _waiting(scene: Scene) -> int:
    return _count(scene, "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock IS NULL")


def _count(scene: Scene, sql: str) -> int:
    with scene.served.connect() as connection:
        row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0
