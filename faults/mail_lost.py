# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The mail server is away: first it refuses, then it takes calls and never answers."""

import socket
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from faults.killing import installation
from faults.scenes import Scene

LONGEST_PAGE = 10.0  # seconds, on a machine that does other things too


def lose_mail_server(folder: Path, seed: int, say: Callable[[str], None]) -> dict[str, Any]:
    with installation(folder) as (served, mail):
        scene = Scene(served, mail, seed, say)
        mail.stop()
        taken = scene.write(4, scene.administrator)
        scene.expect("pages that send letters do not wait for the mail server", max(taken) < LONGEST_PAGE,
                     f"slowest {max(taken):.1f} s")  # fmt: skip
        waits = scene.within(90, lambda: "jobs.again" in scene.check())
        scene.expect("ponte check says what waits", waits is not None, scene.check().get("jobs.again", ("", ""))[1])
        scene.expect(
            "the administrator's first page says it", "il server di posta non risponde" in scene.office_says()
        )
        with closing(socket.create_server(("127.0.0.1", mail.port), backlog=64)):
            taken = scene.write(2, scene.administrator)
            scene.expect("nor for one that takes calls and never answers", max(taken) < LONGEST_PAGE,
                         f"slowest {max(taken):.1f} s")  # fmt: skip
            scene.operator.register()
            scene.operator.ask_for_access()
            composed = scene.within(120, lambda: _composed(scene))
            scene.expect("other work goes on beside the letters", composed is not None,
                         f"a document after {composed or 0:.0f} s")  # fmt: skip
        mail.start()
        invited = scene.ledger.invited()
        start = time.monotonic()
        came = scene.within(600, lambda: all(mail.letters[f"{mark}@ponte.example"] for mark in invited))
        scene.expect("every letter came once it was back", came is not None,
                     f"{len(invited)} letters, the last after {time.monotonic() - start:.0f} s")  # fmt: skip
        scene.expect("and nothing waits any more", "jobs.again" not in scene.check())
        return scene.ending()


def _composed(scene: Scene) -> bool:
    with scene.served.connect() as connection:
        row = connection.execute("SELECT count(*) FROM rights_accessfile WHERE pdf IS NOT NULL").fetchone()
    return bool(row and row[0])
