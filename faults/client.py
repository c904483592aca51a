# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A browser's part: a signed-in user who sends forms and notes what the answer was."""

import http.client
import re
import urllib.parse
import uuid
from dataclasses import dataclass

from bench.forms import token_of

PASSWORD = "ponte-di-prova-2021"  # noqa: S105 - the example's, which is printed for everybody
Fields = dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 0 where none came; then what was sent may or may not have been stored."""

    status: int
    location: str = ""
    page: str = ""

    @property
    def unknown(self) -> bool:
        return self.status == 0 or self.status >= 500


class Client:
    def __init__(self, port: int, email: str) -> None:
        self.email = email
        self._port = port
        self._cookies: Fields = {}
        self._token = ""

    def sign_in(self) -> bool:
        self._cookies = {}
        self._token = token_of(self.get("/accedi/").page)
        answer = self.post("/accedi/", {"login": self.email, "password": PASSWORD})
        if answer.status != 302:
            return False
        self._token = token_of(self.get("/password/cambia/").page)
        return True

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: Fields, file: tuple[str, bytes] | None = None) -> Answer:
        fields = {"csrfmiddlewaretoken": self._token, **fields}
        if file is None:
            body, kind = urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = _multipart(fields, *file)
        return self._ask("POST", path, body, {"Content-Type": kind, "Origin": f"http://127.0.0.1:{self._port}"})

    def _ask(self, method: str, path: str, body: bytes | None, headers: Fields) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        try:
            connection.request(method, path, body, {"Cookie": cookies, **headers})
            answer = connection.getresponse()
            page = answer.read().decode("utf-8", "replace")
            if answer.status < 500:
                for header in answer.headers.get_all("Set-Cookie") or ():
                    name, _, value = header.split(";", 1)[0].partition("=")
                    self._cookies[name.strip()] = value
            return Answer(answer.status, answer.headers.get("Location", ""), page)
        except (OSError, http.client.HTTPException):
            return Answer(0)
        finally:
            connection.close()


def option_of(page: str, name: str) -> str:
    """The first value that a list of the page offers."""
    found = re.search(r'<option value="([^"]+)"', page.partition(f'name="{name}"')[2].partition("</select>")[0])
    return found[1] if found else ""


def _multipart(fields: Fields, name: str, content: bytes) -> tuple[bytes, str]:
    border = uuid.uuid4().hex
    parts = [
        f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    head = f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    parts.append(f"{head}Content-Type: text/plain\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{border}--\r\n".encode(), f"multipart/form-data; boundary={border}"
