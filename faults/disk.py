# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The disk is full: while people work, while a backup is made; and then there is room again."""

import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from html import unescape
from pathlib import Path
from typing import Any

import psycopg

from faults.client import Answer
from faults.killing import installation
from faults.scenes import AWAY, FULL, Scene

MEGABYTES = 420
REFUSED_FILE = "Il file non si è potuto conservare: manca spazio sul disco."


def fill_disk(folder: Path, seed: int, say: Callable[[str], None]) -> dict[str, Any]:
    with _small_disk(folder / "disk") as (disk, trouble):
        if disk is None:
            say(f"  skipped: {trouble}")
            return {"told": [("skipped", trouble)], "wrong": []}
        with installation(disk, outside=folder) as (served, mail):
            scene = Scene(served, mail, seed, say)
            scene.write(10)
            ballast = disk / "ballast"
            with suppress(psycopg.Error), served.connect() as connection:  # none is let in once the disk is full
                _backup_without_room(scene, disk, ballast)
                _work_without_room(scene, ballast)
                _grow_log(connection)
            _database_ended(scene, disk)
            ballast.unlink()
            back = served.await_whole()
            scene.expect("with room again everything goes on by itself", True, f"after {back:.0f} s")
            before = len(scene.ledger.rows)
            scene.write(10)
            scene.expect("and people save as before", len(scene.ledger.rows) > before)
            return scene.ending()


def _backup_without_room(scene: Scene, disk: Path, ballast: Path) -> None:
    _fill(ballast, leave=200)
    file = disk / "copy.age"
    done = scene.served.run("ponte.cli", "backup", str(file), check=False)
    left = [path.name for path in disk.iterdir() if path.name.startswith((".copy", "copy"))]
    sentence = (done.stderr.strip().splitlines() or [""])[-1]
    refused = done.returncode == 1 and "Traceback" not in done.stderr
    scene.expect("a backup without room fails with a sentence", refused, sentence.replace(str(disk), "…"))
    scene.expect("and leaves nothing that looks like one", not left, left or "nothing")


def _work_without_room(scene: Scene, ballast: Path) -> None:
    """Write until nothing is stored any more, and some times more."""
    _fill(ballast, leave=0)
    answers: Counter[str] = Counter()
    while answers["no space"] < 12 and answers.total() < 60:
        answers += _answers(scene, 1)
    scene.expect("each answer is a stored write or one clear sentence", "unclear" not in answers, _listed(answers))
    outcome, sentence = scene.check().get("settings.space", ("", "nothing"))
    scene.expect("ponte check says it", outcome == "wrong", sentence.replace(str(ballast.parent), "…"))


def _database_ended(scene: Scene, disk: Path) -> None:
    ended = scene.within(60, scene.served.database.has_died)
    scene.expect("the database ends where its log cannot grow, rather than lose what it acknowledged",
                 ended is not None)  # fmt: skip
    answers = _answers(scene, 5)
    scene.expect("pages without it say so in one sentence", "unclear" not in answers, _listed(answers))
    outcome, sentence = scene.check().get("database.reachable", ("", "nothing"))
    scene.expect(
        "and so does ponte check", outcome == "wrong" and "full" in sentence, sentence.replace(str(disk), "…")
    )


def _listed(answers: Counter[str]) -> str:
    return ", ".join(f"{number} × {what}" for what, number in answers.most_common())


def _answers(scene: Scene, times: int) -> Counter[str]:
    """What the operator is told who writes so often."""
    heard: list[Answer] = []
    ask = scene.desk.post

    def listen(*words: Any, **more: Any) -> Answer:
        heard.append(ask(*words, **more))
        return heard[-1]

    scene.desk.post = listen  # type: ignore[method-assign]
    scene.write(times)
    scene.desk.post = ask  # type: ignore[method-assign]
    return Counter(map(_kind, heard))


def _grow_log(connection: psycopg.Connection) -> None:
    """Let the write-ahead log grow beyond what is there for it."""
    for _ in range(40):
        connection.execute("SELECT pg_switch_wal()")
        connection.execute("SELECT pg_logical_emit_message(true, 'faults', 'x')")


def _kind(answer: Answer) -> str:
    page = unescape(answer.page)
    if answer.status == 302:
        return "stored"
    if FULL in page or REFUSED_FILE in page:
        return "no space"
    if answer.status == 503 and AWAY in page:
        return "database away"
    if answer.status == 200 and "<main" in page:
        return "form shown again"
    return "unclear"


def _fill(ballast: Path, *, leave: int) -> None:
    """Take all room but so many kilobytes."""
    state = os.statvfs(ballast.parent)
    room = state.f_bavail * state.f_frsize - leave * 2**10
    with ballast.open("ab", buffering=0) as file:
        try:
            for _ in range(max(0, room) // 2**12):
                file.write(bytes(2**12))
            if not leave:
                while True:
                    file.write(bytes(512))
        except OSError:
            return


@contextmanager
def _small_disk(place: Path) -> Iterator[tuple[Path | None, str]]:
    """A file system of its own; without the right to make one, none, and why."""
    place.mkdir()
    options = f"size={MEGABYTES}m,mode=755"
    made = subprocess.run(
        ["/bin/mount", "-t", "tmpfs", "-o", options, "ponte-faults", str(place)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        yield None, f"no small disk can be made here ({made.stderr.strip()})"
        return
    try:
        yield place, ""
    finally:
        subprocess.run(["/bin/umount", "-l", str(place)], check=False)
