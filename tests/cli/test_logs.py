# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A day's work with names that occur nowhere else: none of them is in what any process of Ponte writes."""

import http.cookiejar
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.test_serve import answers
from tests.installations import ROOT, Installation, installations

MARKERS = (
    "Zubaida",
    "Marcatore",
    "0287654321",
    "zubaida.m@example.org",
    "parola-segreta",
    "Cercata",
    "RZZMRA80A41F205X",
)
SEED = """
from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Service
user = User.objects.create_user("operatrice@ponte.example", "una-parola-lunga-1", name="Olga Prati")
ala = Organisation.objects.create(slug="ala", name="ALA", kind="association")
desk = Service.objects.create(slug="desk", name="Desk", kind="job_desk", provider=ala)
Membership.objects.create(user=user, role="operator", service=desk)
"""


@pytest.fixture
def place() -> Iterator[Path]:
    with installations() as top:
        yield top / "var"


class Visitor:
    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> str:
        with suppress(urllib.error.HTTPError):
            return self.opener.open(self.address + path, timeout=60).read().decode()
        return ""

    def post(self, path: str, at: str, **fields: str) -> str:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(at))
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1] if token else "", **fields}).encode()
        request = urllib.request.Request(self.address + path, body, {"Referer": self.address + at})
        with suppress(urllib.error.HTTPError):
            return self.opener.open(request, timeout=60).read().decode()
        return ""


@pytest.mark.slow
def test_no_log_of_any_process_holds_anything_of_a_person(place: Path, migrated: Installation) -> None:
    installation = migrated.copied(place)
    installation.succeeds("django", "shell", "-v", "0", "-c", SEED)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    said = place / "said.log"
    with said.open("w") as log:
        served = subprocess.Popen(
            [sys.executable, "-m", "ponte.cli", "serve", "--port", str(port)],
            cwd=ROOT, stdout=log, stderr=log,
            env=installation.environment
            | {"GUNICORN_CMD_ARGS": "--access-logfile - --log-level debug", "PONTE_LOG_LEVEL": "INFO",
               "PONTE_SECOND_FACTOR": "0"},
        )  # fmt: skip
        try:
            for _ in range(240):
                if answers(port):
                    break
                with suppress(subprocess.TimeoutExpired):
                    served.wait(0.5)
            _work(Visitor(port), port)
        finally:
            served.terminate()
            served.wait(60)
    written = said.read_text() + installation.database.log.read_text()
    assert '"GET /persone/" 200' in written, written[-3000:]
    assert "registrata@example.org" not in written
    assert {marker for marker in MARKERS if marker.casefold() in written.casefold()} == set()


def _work(visitor: Visitor, port: int) -> None:
    visitor.post("/accedi/", "/accedi/", login="zubaida.m@example.org", password="parola-segreta")
    visitor.post("/accedi/", "/accedi/", login="operatrice@ponte.example", password="parola-segreta")
    visitor.post("/accedi/", "/accedi/", login="operatrice@ponte.example", password="una-parola-lunga-1")
    assert "Olga" in visitor.get("/")
    visitor.get("/persone/")
    for query in ("Cercata", "Zubaida%20Marcatore", "0287654321", "%00Cercata", "RZZMRA80A41F205X"):
        visitor.get(f"/persone/?q={query}")
        visitor.get(f"/cerca/?q={query}")
        visitor.get(f"/registro/persone/?person={query}")
    fields = {
        "given_name": "Zubaida", "family_name": "Marcatore", "phone": "0287654321", "email": "zubaida.m@example.org",
        "birth_date": "Cercata", "fiscal_code": "RZZMRA80A41F205X", "asking_why": "desk", "asking_more": "Cercata",
    }  # fmt: skip
    visitor.post("/persone/nuova/", "/persone/nuova/", **fields)
    visitor.post("/persone/nuova/", "/persone/nuova/", **(fields | {"birth_date": "", "fiscal_code": ""}))
    visitor.post("/persone/nuova/somiglianze/", "/persone/nuova/", **fields)
    visitor.get("/Zubaida/Marcatore/")
    visitor.get("/persone/nuova/?q=Zubaida")
    visitor.post("/password/recupera/", "/password/recupera/", email="zubaida.m@example.org")
    with socket.create_connection(("127.0.0.1", port), timeout=10) as odd:
        odd.sendall(b"GET Zubaida Marcatore\r\n\r\n")
        odd.recv(1000)
