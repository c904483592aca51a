# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The PostgreSQL that Ponte starts for itself keeps data, shares a machine, and opens nobody's folders."""

import os
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from ponte.platform.database import embedded as module
from ponte.platform.database import keeping, roles, setup
from ponte.platform.database.embedded import EmbeddedDatabase, EmbeddedDatabaseError
from ponte.platform.database.keeping import KeptRunning

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def installation() -> Iterator[Callable[..., EmbeddedDatabase]]:
    """Makes installations in new folders that anybody may pass through, or, if closed, their owner only."""
    made: list[EmbeddedDatabase] = []
    top = Path(tempfile.mkdtemp(prefix="ponte-test-"))
    top.chmod(0o755)

    def make(name: str = "var", *, closed: bool = False) -> EmbeddedDatabase:
        if closed:
            top.chmod(0o700)
        (top / name).mkdir(parents=True)
        made.append(EmbeddedDatabase.for_installation(top / name))
        return made[-1]

    yield make
    for database in made:
        database.stop()
        for folder in (database.home, database.socket_folder):
            shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(top)


def run(database: EmbeddedDatabase, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database.url(name="postgres"), autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def test_a_killed_server_is_started_again_with_what_was_stored(installation: Callable[..., EmbeddedDatabase]) -> None:
    """Whoever is at the desk would otherwise wait until an administrator comes."""
    database = installation()
    database.start()
    keep = KeptRunning(database)
    run(database, "CREATE TABLE kept AS SELECT 42 AS answer")
    assert keep() == ""
    os.kill(int((database.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    deadline = time.monotonic() + 30
    while not (said := keep()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert said == "The database had ended; it runs again."
    assert run(database, "SELECT answer FROM kept") == [(42,)]


def test_a_server_that_does_not_start_is_told_once_and_tried_again(
    installation: Callable[..., EmbeddedDatabase], monkeypatch: pytest.MonkeyPatch
) -> None:
    database = installation()
    database.start()
    database.stop()
    whole = (database.data / "PG_VERSION").read_text()
    (database.data / "PG_VERSION").write_text("9\n")
    monkeypatch.setattr(keeping, "PAUSE", 0.0)
    keep = KeptRunning(database)
    assert [bool(keep()), keep()] == [True, ""]
    (database.data / "PG_VERSION").write_text(whole)
    assert keep() == "The database had ended; it runs again."


def test_a_first_start_that_was_interrupted_is_done_again(
    installation: Callable[..., EmbeddedDatabase], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the cluster was being made, or between its owner and its database."""
    database = installation()
    (database.home / "data.part").mkdir(parents=True)
    (database.home / "data.part" / "PG_VERSION").write_text("18\n")
    database.start()
    run(database, "CREATE ROLE ponte_owner LOGIN CREATEROLE CREATEDB")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("PONTE_VAR", str(Path(database.home).parent))
    monkeypatch.setattr(EmbeddedDatabase, "for_installation", lambda var: database)
    assert setup.start_embedded_if_needed() == database
    assert run(database, "SELECT count(*) FROM pg_database WHERE datname = 'ponte'") == [(1,)]


def test_what_was_stored_is_there_after_a_restart(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    assert database.start() is True
    run(database, "CREATE TABLE kept AS SELECT 42 AS answer")
    assert database.start() is False
    database.stop()
    assert not database.is_running()
    database.stop()
    assert database.start() is True
    assert run(database, "SELECT answer FROM kept") == [(42,)]


def test_two_installations_run_side_by_side(installation: Callable[..., EmbeddedDatabase]) -> None:
    """Also where a folder's name has spaces, accents and a percent sign."""
    one, other = installation("una"), installation("l'altra è al 50%")
    one.start()
    other.start()
    run(one, "CREATE TABLE mine (id int)")
    assert run(other, "SELECT to_regclass('mine')") == [(None,)]
    one.stop()
    assert other.is_running()


def test_processes_that_start_at_once_share_one_server(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    with ThreadPoolExecutor(4) as pool:
        started = [future.result() for future in [pool.submit(database.start) for _ in range(4)]]
    assert sorted(started) == [False, False, False, True]


def test_a_crash_loses_nothing_that_was_committed(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    database.start()
    run(database, "CREATE TABLE kept AS SELECT 42 AS answer")
    pid = int((database.data / "postmaster.pid").read_text().split()[0])
    os.kill(pid, 9)
    while database.is_running() or module._server_lives(database.data):
        time.sleep(0.05)
    assert database.start() is True
    assert run(database, "SELECT answer FROM kept") == [(42,)]


def test_only_its_own_user_reaches_data_and_socket(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    database.start()
    for folder in (database.home, database.data, database.socket_folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert run(database, "SHOW listen_addresses") == [("",)]


@pytest.mark.skipif(not AS_ROOT, reason="only root runs PostgreSQL as somebody else")
def test_as_root_no_folder_above_is_opened(installation: Callable[..., EmbeddedDatabase]) -> None:
    """A closed home folder stays closed: the data goes below /var/lib/ponte instead."""
    top_before = {folder: folder.stat().st_mode for folder in Path(module.__file__).parents}
    database = installation("deep/er/var", closed=True)
    var = Path(tempfile.gettempdir())
    assert database.home.is_relative_to("/var/lib/ponte")
    above = [*Path(module.__file__).parents, *module._installed_binaries().parents, var]
    before = {folder: folder.stat().st_mode for folder in above} | top_before
    database.start()
    assert {folder: folder.stat().st_mode for folder in before} == before
    assert run(database, "SELECT 1") == [(1,)]


@pytest.mark.skipif(AS_ROOT, reason="an ordinary user keeps everything in the installation")
def test_an_ordinary_user_keeps_everything_in_the_installation(
    installation: Callable[..., EmbeddedDatabase],
) -> None:
    database = installation("var", closed=True)
    assert database.home.name == "postgres"
    assert database.home.parent.name == "var"


def test_a_long_path_still_gets_a_socket(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation("/".join(["una-cartella-dal-nome-lungo"] * 5))
    assert len(str(database.socket_folder)) < 90
    database.start()
    assert run(database, "SELECT 1") == [(1,)]


def test_a_folder_of_somebody_else_is_not_taken_over(installation: Callable[..., EmbeddedDatabase]) -> None:
    """Otherwise whoever makes a link first could have root change the owner of what it points to."""
    database = installation()
    target = database.home.parent / "target"
    target.mkdir()
    database.home.symlink_to(target)
    with pytest.raises(EmbeddedDatabaseError, match="belongs to somebody else"):
        database.start()


def test_where_nothing_can_be_kept_it_says_so(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    (database.home.parent / "file").write_text("")
    with pytest.raises(EmbeddedDatabaseError, match=r"cannot keep its data in .*/file/postgres: File exists\."):
        EmbeddedDatabase(home=database.home.parent / "file" / "postgres").start()


@pytest.mark.parametrize("megabytes", [512, 4096, 24_000, 500_000])
def test_it_takes_its_share_of_the_memory_and_no_more(megabytes: int) -> None:
    """A laptop that runs Ponte still has room for a browser."""
    settings = module.tuning(megabytes)
    shared = int(settings["shared_buffers"].removesuffix("MB"))
    assert 128 <= shared <= max(128, megabytes // 8)
    assert 64 <= int(settings["maintenance_work_mem"].removesuffix("MB")) <= max(64, megabytes // 8)


def test_a_server_runs_with_what_fits_the_machine(installation: Callable[..., EmbeddedDatabase]) -> None:
    database = installation()
    database.start()
    wanted = module.tuning(module._megabytes_of_memory())
    assert run(database, "SHOW shared_buffers") != [("128MB",)] or wanted["shared_buffers"] == "128MB"
    assert run(database, "SHOW jit") == [("off",)]
    assert run(database, "SHOW random_page_cost") == [("1.1",)]


def test_roles_are_made_once_however_many_start_together(installation: Callable[..., EmbeddedDatabase]) -> None:
    """Web server, worker and tests start at once on a new server: none of them may fail over a role just made."""
    database = installation()
    database.start()

    def make_roles(_: int) -> None:
        with psycopg.connect(database.url(name="postgres"), autocommit=True) as connection:
            roles.ensure_roles(connection.cursor())  # type: ignore[arg-type]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(make_roles, range(8)))
    found = run(database, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'ponte_%' ORDER BY 1")
    assert found == sorted((role,) for role in (roles.WEB, roles.SYSTEM, *roles.DOORS))


def test_what_a_refused_statement_held_is_not_in_the_log_of_the_server(
    installation: Callable[..., EmbeddedDatabase],
) -> None:
    """Neither the statement nor its parameters, nor the words of the refusal, nor the key that was there already."""
    database = installation()
    database.start()
    with psycopg.connect(database.url(name="postgres"), autocommit=True) as connection:
        connection.execute("CREATE TABLE held (name text PRIMARY KEY, born date)")
        connection.execute("INSERT INTO held VALUES ('Zubaida')")
        for refused in (
            "INSERT INTO held VALUES ('Zubaida')",
            "SELECT 'Zubaida'::date",
            "SELECT Zubaida",
            "DO $$ BEGIN RAISE WARNING 'Zubaida'; RAISE EXCEPTION 'Zubaida'; END $$",
        ):
            with suppress(psycopg.Error):
                connection.execute(refused)
        with suppress(psycopg.Error):
            connection.execute("INSERT INTO held VALUES (%s, %s)", ["Altra", "Zubaida"])
    assert "Zubaida" not in database.log.read_text()
