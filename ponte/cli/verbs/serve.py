# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import http.client
import os
import signal
import socket
import subprocess
import sys

import click
from django.db import connections

from ponte.cli.installation import open_installation, say
from ponte.platform.checks.findings import Outcome
from ponte.platform.checks.settings import check_settings
from ponte.platform.database.keeping import KeptRunning
from ponte.platform.database.setup import migrate, stop_embedded_if_unused
from ponte.platform.environment import ROOT, Environment
from ponte.platform.i18n.catalogs import compile_catalogs
from ponte.platform.supervisor import Child, Supervisor
from ponte.platform.web_log import ACCESS

WEB_PROCESSES = 2
THREADS = 4


@click.command("serve")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
def command(port: int, host: str) -> None:
    """Start everything: database, migrations, background worker, web server. Ctrl-C stops it."""
    _refuse_taken_port(host, port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    environment = Environment.read()
    _refuse_unsafe_production(environment)
    embedded = None
    try:
        say("Starting the database")
        embedded = open_installation("owner", up_to_date=False)
        sign_ins = _prepare(environment)
        say("Starting web server and background worker")
        ground = KeptRunning(embedded) if embedded is not None else lambda: ""
        Supervisor(_children(host, port), say=say, ground=ground).run(
            ready=lambda: _answers(host, port), when_ready=lambda: _announce(host, port, sign_ins)
        )
    except KeyboardInterrupt:
        pass
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        connections.close_all()
        if embedded is not None and stop_embedded_if_unused(embedded):
            say("Stopped, and the database too.")
        else:
            say("Stopped.")


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise click.ClickException(
                f"Ponte cannot listen on {host} port {port}: {problem.strerror}. "
                "Stop what listens there, or choose another port with --port (make run PORT=...)."
            ) from problem


def _refuse_unsafe_production(environment: Environment) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    wrong = [finding.sentence for finding in check_settings(environment) if finding.outcome is Outcome.WRONG]
    if wrong:
        raise click.ClickException("These settings are not safe for production:\n- " + "\n- ".join(wrong))


def _prepare(environment: Environment) -> list[str]:
    """Bring the installation up to date; returns the sign-ins of its example users, one a role."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection

    say("Bringing the database up to date")
    migrate()
    compile_catalogs()
    call_command("collectstatic", interactive=False, verbosity=0)
    if environment.demo and not get_user_model().objects.exists():
        connection.close()
        say("Loading the example network")
        loaded = subprocess.run(
            [sys.executable, "-m", "ponte.cli", "demo", "--if-empty"],
            cwd=ROOT,
            env=os.environ,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if loaded.returncode != 0:
            raise click.ClickException(
                f"The example network was not loaded (`ponte demo --if-empty` ended with status {loaded.returncode})."
            )
    sign_ins = _example_sign_ins() if environment.demo else []
    connection.close()
    return sign_ins


def _example_sign_ins() -> list[str]:
    from django.contrib.auth import get_user_model

    from ponte.demo import users

    one_a_role = {role: (place, email) for role, place, email, _ in reversed(users.sign_ins(users.PASSWORD))}
    known = get_user_model().objects.filter(email__in=[email for _, email in one_a_role.values()])
    if not known or not known[0].check_password(users.PASSWORD):
        return []
    lines = [f"  {email:<36} {role} ({place})" for role, (place, email) in reversed(one_a_role.items())]
    return ["Example sign-ins, all with the password " + users.PASSWORD, *lines]


def _children(host: str, port: int) -> list[Child]:
    web = [
        sys.executable, "-m", "gunicorn", "ponte.config.wsgi:application",
        "--bind", f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "--worker-class", "gthread", "--threads", str(THREADS), "--preload", "--no-control-socket",
        "--workers", os.environ.get("WEB_CONCURRENCY", str(WEB_PROCESSES)),
        "--logger-class", "ponte.platform.web_log.PlainLogger", "--access-logformat", ACCESS,
        "--timeout", "120", "--graceful-timeout", "10", "--keep-alive", "5", "--log-level", "warning",
    ]  # fmt: skip
    worker = [sys.executable, "-m", "ponte.cli", "worker"]
    return [
        Child("web server", web, os.environ | {"PONTE_DATABASE_AS": "web"}, ROOT),
        Child("background worker", worker, os.environ | {"PONTE_DATABASE_AS": "system"}, ROOT),
    ]


def _answers(host: str, port: int) -> bool:
    """Whether the web server answers a request, with whatever page but an error of its own."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - told apart, not bound
    connection = http.client.HTTPConnection(everywhere.get(host, host), port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()


def _announce(host: str, port: int, sign_ins: list[str]) -> None:
    address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"
    say("\n".join(["", f"Ponte is at {address} (Ctrl-C stops it)", *sign_ins]))
