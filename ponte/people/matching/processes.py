# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work on as many processors as there are. Processes are forked, so that what they read is not copied."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

Result = TypeVar("Result")
MOST: Final = 8

_work: Callable[[int], Any] | None = None


def available() -> int:
    """One where processes cannot be forked."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST)


def mapped(work: Callable[[int], Result], count: int, *, processes: int | None = None) -> Iterator[Result]:
    """`work(0)`, `work(1)`, … in order, worked out at the same time."""
    processes = min(available() if processes is None else processes, count)
    if processes <= 1:
        yield from map(work, range(count))
        return
    global _work
    _work = work
    # What is collected here need not be copied there.
    gc.collect()
    gc.freeze()
    try:
        # Nor there: nothing that is worked out refers to itself, and looking for it takes a third of the time.
        with multiprocessing.get_context("fork").Pool(processes, initializer=gc.disable) as pool:
            yield from pool.imap(_call, range(count))
    finally:
        gc.unfreeze()
        _work = None


def _call(number: int) -> Any:
    assert _work is not None  # noqa: S101
    return _work(number)
