# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages for what went wrong: one sentence, and a way back."""

import errno
import shutil
import sys

import psycopg
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from ponte.platform.audit import actions as audit
from ponte.platform.environment import Environment

DISK_FULL = "53100"
NO_SPACE = 32 * 2**20
AWAY = ("08", "53", "57P")  # PostgreSQL's codes: no connection, no room for one, shutting down or starting up


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return render(request, "ui/errors/413.html", status=413)
    return render(request, "ui/errors/400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/errors/404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "ui/errors/csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: whatever broke, the database perhaps, must not break this page too."""
    code = str(audit.origin.get().request or "")[:8]
    lacking = what_is_lacking(sys.exception())
    context = {"code": code, "lacking": lacking, "LANGUAGE_CODE": get_language() or "it"}
    page = render_to_string("ui/errors/500.html", context)
    if lacking:
        return HttpResponse(page, status=503, headers={"Retry-After": "30"})
    return HttpResponse(page, status=500)


def what_is_lacking(problem: BaseException | None) -> str:
    """ "space" on a disk, or the "database" itself; nothing where the mistake is ours."""
    seen: set[int] = set()
    while problem is not None and id(problem) not in seen:
        seen.add(id(problem))
        if isinstance(problem, OSError) and problem.errno in {errno.ENOSPC, errno.EDQUOT}:
            return "space"
        if isinstance(problem, psycopg.OperationalError | psycopg.InterfaceError):
            state = problem.sqlstate or ""
            if state == DISK_FULL:
                return "space"
            # Without a code the connection was lost, or there was none.
            if state and not state.startswith(AWAY):
                return ""
            return "space" if _disk_is_full() else "database"
        problem = problem.__cause__ or problem.__context__
    return ""


def _disk_is_full() -> bool:
    """PostgreSQL ends where it cannot write its log."""
    try:
        return shutil.disk_usage(Environment.read().var).free < NO_SPACE
    except OSError:
        return False
