# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A comparison of a million cards that is killed need not begin again, and finds what it would have found."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from ponte.people.matching import batch, model, processes
from ponte.people.matching.batch import Found
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.records import from_sheet
from ponte.people.matching.scoring import Scorer
from ponte.people.matching.stages import LEFT_AFTER, Stages
from tests.people.matching.test_quality import person, written_again

MODEL = model.delivered()


def encoded() -> Encoded:
    rng = random.Random(4)
    people = [person(rng) for _ in range(200)]
    return Encoded.of(from_sheet(row) for one in people for row in (one, written_again(rng, one)))


def run(place: Path) -> Found:
    taken = encoded()
    return batch.duplicates(taken, MODEL, stages=Stages.of(place, taken, MODEL))


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 50)
    monkeypatch.setattr(processes, "available", lambda: 1)
    expected = batch.duplicates(encoded(), MODEL)
    score, compared = Scorer.score, list[int]()

    def slow(*given: object, **named: object) -> object:
        time.sleep(0.05)
        return score(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Scorer, "score", slow)
    killed = multiprocessing.get_context("fork").Process(target=run, args=(tmp_path,))
    killed.start()
    while killed.is_alive() and len(list(tmp_path.glob("*/compared-*.npz"))) < 3:
        time.sleep(0.01)
    os.kill(killed.pid or 0, signal.SIGKILL)
    killed.join()
    kept = len(list(tmp_path.glob("*/compared-*.npz")))
    assert 3 <= kept < 10

    def counted(*given: object, **named: object) -> object:
        compared.append(1)
        return score(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Scorer, "score", counted)
    batch.duplicates(encoded(), MODEL)
    from_the_start = len(compared)
    compared.clear()
    found = run(tmp_path)
    assert len(compared) == from_the_start - kept
    assert np.array_equal(found.pairs, expected.pairs)
    assert np.array_equal(found.bits, expected.bits)
    assert (found.bands, found.groups) == (expected.bands, expected.groups)
    assert np.array_equal(found.vectors, expected.vectors)


def test_what_was_begun_for_other_records_is_not_taken_and_goes_when_it_is_old(tmp_path: Path) -> None:
    whole = encoded()
    first = Stages.of(tmp_path, whole, MODEL)
    assert first.columns("pairs", lambda: [np.arange(3)])[0].tolist() == [0, 1, 2]
    assert first.columns("pairs", list)[0].tolist() == [0, 1, 2]
    other = Stages.of(tmp_path, Encoded.of([from_sheet({"given_name": "Amina"})]), MODEL)
    assert other.columns("pairs", lambda: [np.arange(2)])[0].tolist() == [0, 1]
    assert first.folder is not None
    assert first.folder.stat().st_mode & 0o077 == 0
    os.utime(first.folder, (0, time.time() - LEFT_AFTER - 60))
    other = Stages.of(tmp_path, Encoded.of([from_sheet({"given_name": "Omar"})]), MODEL)
    assert not first.folder.exists()
    other.forget()
    assert other.folder is not None
    assert not other.folder.exists()


SAY_WHICH_STAGES = """
import sys
from pathlib import Path
import django
django.setup()
from tests.people.matching.test_stages import MODEL, Stages, encoded
print(Stages.of(Path(sys.argv[1]), encoded(), MODEL).folder)
"""


def test_another_process_knows_the_records_again(tmp_path: Path) -> None:
    """What a killed process kept is of use only to a later one, where texts hash to other numbers."""
    told = {
        subprocess.run(
            [sys.executable, "-c", SAY_WHICH_STAGES, str(tmp_path)],
            env=os.environ | {"PYTHONHASHSEED": seed}, text=True, capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1
