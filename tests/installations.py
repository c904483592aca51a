# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Installations of their own, driven as an administrator drives them: by the command line."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ponte.platform.database.embedded import EmbeddedDatabase

ROOT = Path(__file__).resolve().parents[1]


class Installation:
    """One installation: its folder, its settings, and what `ponte` answers in it."""

    def __init__(self, var: Path, **environment: str) -> None:
        self.var = var
        var.mkdir(parents=True, exist_ok=True)
        plain = {key: value for key, value in os.environ.items() if not key.startswith(("PONTE_", "DATABASE_"))}
        self.environment = plain | {"PONTE_VAR": str(var), "PONTE_DEMO": "0"} | environment

    @property
    def database(self) -> EmbeddedDatabase:
        return EmbeddedDatabase.for_installation(self.var)

    def copied(self, var: Path) -> "Installation":
        """Another one like this, whose database must not be running."""
        shutil.copytree(self.var, var, ignore=shutil.ignore_patterns(self.database.home.name))
        copy = Installation(var)
        copy.database.home.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-a", self.database.home, copy.database.home], check=True)
        return copy

    def ponte(
        self, *words: str, most_bytes_a_file: int | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        def limit() -> None:
            if most_bytes_a_file is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes_a_file, most_bytes_a_file))

        return subprocess.run(
            [sys.executable, "-m", "ponte.cli", *words],
            cwd=ROOT, env=self.environment | environment, check=False, capture_output=True, text=True,
            preexec_fn=limit,
        )  # fmt: skip

    def succeeds(self, *words: str, **environment: str) -> str:
        done = self.ponte(*words, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *words: str, **environment: str) -> str:
        """The sentence with which a command ends: one line, no traceback."""
        return refusal(self.ponte(*words, **environment))

    def found(self, check: str) -> str:
        """What `ponte check` says under this name."""
        findings = json.loads(self.ponte("check", "--json").stdout)
        return next(finding["sentence"] for finding in findings if finding["check"] == check)

    def wrong(self) -> list[str]:
        findings = json.loads(self.ponte("check", "--json").stdout)
        return [finding["sentence"] for finding in findings if finding["outcome"] == "wrong"]


def refusal(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode == 1, (done.stdout, done.stderr)
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("Error: "), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return last.removeprefix("Error: ")


@contextmanager
def installations() -> Iterator[Path]:
    """A folder for installations whose embedded databases are stopped, and whose files are gone, at the end."""
    top = Path(tempfile.mkdtemp(prefix="ponte-test-"))
    top.chmod(0o755)
    try:
        yield top
    finally:
        for var in (folder for folder in top.iterdir() if folder.is_dir()):
            database = Installation(var).database
            database.stop()
            shutil.rmtree(database.home, ignore_errors=True)
            shutil.rmtree(database.socket_folder, ignore_errors=True)
        shutil.rmtree(top)
