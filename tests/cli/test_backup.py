# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an administrator saved comes back whole, into an empty place only, and for nobody without the key."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ponte.platform.database import roles
from tests.cli.stock import stock_postgresql
from tests.installations import ROOT, Installation, installations, refusal

# Constraints, indexes and triggers as they stand: a restore drops and makes them again.
SHAPE = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), convalidated::text FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indrelid::regclass::text, 'index', pg_get_indexdef(indexrelid), indisvalid::text FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled::text FROM pg_trigger
    WHERE NOT tgisinternal
    UNION ALL SELECT polrelid::regclass::text, polname, pg_get_expr(polqual, polrelid), polroles::regrole[]::text
    FROM pg_policy
    UNION ALL SELECT 'privileges', relname, relacl::text, '' FROM pg_class WHERE relnamespace = 'public'::regnamespace
    ORDER BY 1, 2, 3
"""
SEQUENCES = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1"


def ask(installation: Installation, statement: str) -> list[tuple[object, ...]]:
    url = installation.database.url(user=roles.OWNER)
    with psycopg.connect(url) as connection:
        return connection.execute(statement).fetchall()


def shape(installation: Installation) -> set[str]:
    """PostgreSQL writes a condition with other casts and brackets once it has read it from its own writing."""
    plain = re.compile(r"::(?:text|character varying)(?:\[\])?|[()]")
    return {plain.sub("", " ".join(map(str, row))) for row in ask(installation, SHAPE)}


@pytest.fixture(scope="module")
def top() -> Iterator[Path]:
    with installations() as folder:
        yield folder


@pytest.fixture(scope="module")
def source(top: Path, migrated: Installation) -> Installation:
    installation = migrated.copied(top / "source")
    installation.succeeds("demo", "--people", "200")
    media = installation.var / "media" / "2f"
    media.mkdir(parents=True)
    (media / "2f00").write_bytes(bytes(range(256)) * 5000)
    return installation


@pytest.fixture(scope="module")
def backup(top: Path, source: Installation) -> Path:
    file = top / "ponte.age"
    source.succeeds("backup", str(file))
    return file


KILLED = """
import os, pathlib, signal
appeared = pathlib.Path.rename
def rename(self, target):
    appeared(self, target)
    if self.suffix == ".part":
        os.kill(os.getpid(), signal.SIGKILL)
pathlib.Path.rename = rename
from ponte.cli.main import main
main()
"""


def killed_once_the_files_are_there(target: Installation, backup: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, "restore", str(backup)], cwd=ROOT, env=target.environment, check=False
    )
    assert done.returncode == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_what_was_saved_is_there_again(top: Path, source: Installation, backup: Path) -> None:
    """Also after three attempts with a broken file, each of which leaves the place as empty as it was, and one killed
    between its files and its rows."""
    target = Installation(top / "target")
    broken = top / "broken.age"
    content = backup.read_bytes()
    at = len(content) * 2 // 3
    for damage in (content[:at], content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :], content[:-1]):
        broken.write_bytes(damage)
        said = target.refuses("restore", str(broken), "--identity", f"{backup}.key")
        assert said == "The backup is damaged or cut short: it is not what was written."
        assert ask(target, "SELECT count(*) FROM people_card") == [(0,)]
        assert [path.name for path in target.var.iterdir()] == ["postgres"]

    killed_once_the_files_are_there(target, backup)
    assert (target.var / "media/2f/2f00").exists()
    assert ask(target, "SELECT count(*) FROM people_card") == [(0,)]
    target.succeeds("restore", str(backup))
    assert {path.name for path in target.var.iterdir()} == {"postgres", "media"}
    assert target.found("database.digest") == source.found("database.digest")
    assert target.wrong() == []
    assert shape(target) == shape(source)
    assert (target.var / "media/2f/2f00").read_bytes() == (source.var / "media/2f/2f00").read_bytes()
    for sequence, last in ask(source, SEQUENCES):
        assert (sequence, last) in ask(target, SEQUENCES) or sequence == "audit_auditevent_id_seq"
    assert ask(target, "SELECT count(*) FROM accounts_session") == [(0,)]

    said = target.refuses("restore", str(backup))
    assert said == "This installation holds data already; a backup is restored into an empty one only."
    assert target.found("database.digest") == source.found("database.digest")


@pytest.mark.slow
def test_a_trial_restores_the_copy_and_leaves_nothing(top: Path, source: Installation) -> None:
    file = top / "tried.age"
    digest = source.succeeds("backup", str(file), "--trial").split()[-1]
    assert digest in source.found("database.digest")
    assert ask(source, "SELECT datname FROM pg_database WHERE datname LIKE 'ponte%'") == [("ponte",)]
    assert [path.name for path in source.var.iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
def test_a_backup_that_cannot_be_written_is_not_there(top: Path, source: Installation) -> None:
    """A full disk must not leave half a file that somebody takes for a backup."""
    file = top / "full" / "ponte.age"
    file.parent.mkdir()
    said = refusal(source.ponte("backup", str(file), most_bytes_a_file=100_000))
    assert said == f"The backup cannot be written to {file}: File too large."
    assert list(file.parent.iterdir()) == []
    assert source.refuses("backup", str(top / "nowhere" / "x.age")).endswith("No such file or directory.")


@pytest.mark.slow
def test_it_overwrites_nothing_and_knows_its_keys(top: Path, source: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert source.refuses("backup", str(backup)) == f"{backup} exists already; a backup never overwrites one."
    assert backup.read_bytes() == before
    said = source.refuses("backup", str(top / "x.age"), "--recipient", "age1nonsense")
    assert said == "A recipient must be a public key of age (age1…); 'age1nonsense' is not."


@pytest.mark.slow
def test_a_file_that_cannot_be_opened_starts_nothing(top: Path, backup: Path) -> None:
    target = Installation(top / "untouched")
    other = top / "other.key"
    Installation(top / "untouched").succeeds("keys", "backup", str(other))
    assert other.stat().st_mode & 0o777 == 0o600
    nonsense = top / "nonsense.age"
    nonsense.write_text("Caro diario, oggi niente.")
    for words, said in {
        (str(backup), "--identity", str(other)): "The backup was made for other keys: none of those given opens it.",
        (str(nonsense), "--identity", str(other)): "The file is no backup of Ponte: age did not encrypt it, or its "
        "beginning is damaged.",
        (str(nonsense),): "Which key opens the backup? Name the identity file of age with --identity or in "
        "PONTE_BACKUP_IDENTITY.",
        (
            str(top / "missing"),
            "--identity",
            str(other),
        ): f"The backup {top / 'missing'} cannot be read: No such file or directory.",
        (str(backup), "--identity", str(nonsense)): f"{nonsense} is no identity file of age: it needs lines "
        "AGE-SECRET-KEY-1….",
    }.items():
        assert target.refuses("restore", *words) == said
    assert list(target.var.iterdir()) == []


@pytest.mark.slow
def test_real_data_is_never_saved_for_nobody(top: Path, source: Installation) -> None:
    """In production a key beside the copy would be as good as no encryption."""
    installation = Installation(source.var, PONTE_PRODUCTION="1", PONTE_SECRET_KEY="x" * 60)
    said = installation.refuses("backup", str(top / "y.age"))
    assert said.startswith("For whom is the backup? Name the public key of age with --recipient")
    assert not (top / "y.age").exists()
    assert not (top / "y.age.key").exists()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_one_postgresql_takes_over_from_another(
    top: Path, migrated: Installation, source: Installation, backup: Path
) -> None:
    """From the embedded 18 to the system's own, whose owner is no superuser, and what is saved there comes back."""
    with stock_postgresql(top / "stock") as url:
        stock = Installation(top / "managed", DATABASE_URL=url)
        stock.succeeds("restore", str(backup), "--identity", f"{backup}.key")
        assert stock.found("database.digest") == source.found("database.digest")
        assert stock.wrong() == []
        said = stock.refuses("backup", str(top / "untried.age"), "--trial")
        assert said.startswith("A trial restore needs a database of its own, which 'ponte_owner' may not make")
        stock.succeeds("backup", str(top / "back.age"))
    back = migrated.copied(top / "back")
    back.succeeds("restore", str(top / "back.age"))
    assert back.found("database.digest") == source.found("database.digest")
