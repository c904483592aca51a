# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a long comparison has worked out, in files: whoever starts it again goes on from there.

The files hold numbers of rows and levels of agreement, never what a card says; only their owner reads them.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching import keys
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.model import Model

# Seconds without a new file: nobody is at work on it.
LEFT_AFTER: Final = 24 * 3600
Column = npt.NDArray[Any]


class Stages:
    """The stages of one comparison; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    @classmethod
    def of(cls, place: Path, encoded: Encoded, model: Model) -> "Stages":
        """Those below `place` for just these records and weights. What was begun for others and left is removed."""
        folder = place / _digest(encoded, model)
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for other in place.iterdir():
            if other != folder and time.time() - other.stat().st_mtime > LEFT_AFTER:
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        return cls(folder)

    def columns(self, stage: str, work_out: Callable[[], Sequence[Column]]) -> list[Column]:
        """What the stage gave when it was last worked out, or gives now. A file appears whole or not at all."""
        if self.folder is None:
            return list(work_out())
        file = self.folder / f"{stage}.npz"
        if not file.exists():
            part = self.folder / f"{stage}.{os.getpid()}.part"
            with part.open("wb") as opened:
                np.savez(opened, *work_out())
            part.replace(file)
        with np.load(file) as kept:
            return [kept[name] for name in kept.files]

    def forget(self) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def _digest(encoded: Encoded, model: Model) -> str:
    digest = blake2b(json.dumps([keys.VERSION, model.written()]).encode(), digest_size=16)
    vocabulary = encoded.table.vocabulary
    for texts in (vocabulary.words, vocabulary.texts):
        digest.update("\n".join(texts).encode())
    for column in encoded.table.columns():
        digest.update(np.ascontiguousarray(column).data)
    return digest.hexdigest()
