# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines for plain log files, which many may read: what went wrong and where in the code, never for whom.

The message of an exception may hold what somebody typed (a number that is none, the DETAIL of a constraint), and an
address what was searched for. Of an exception the log has its kind, where it was raised and, of the database's, the
code and the constraint; of a request the name of its page. Who did what is in the audit trail, by the same request.
"""

import logging
import re
import traceback
from typing import Any

import psycopg
from django.db.models import Model

# The web server quotes what it could not read.
OF_A_WRONG_REQUEST = re.compile(r"( from ip=\S*): .*", re.DOTALL)


class PlainFormatter(logging.Formatter):
    """Formats as usual, but keeps the words of exceptions and the addresses of requests to itself."""

    def format(self, record: logging.LogRecord) -> str:
        plain = logging.makeLogRecord(record.__dict__)
        plain.exc_text = None
        plain.msg, plain.args = _words(record), ()
        return super().format(plain)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        return described(ei[1]) if ei and ei[1] is not None else ""


def described(problem: BaseException) -> str:
    """The exception and those behind it: kinds and places, without a word of theirs."""
    lines: list[str] = []
    behind: BaseException | None = problem
    seen: set[int] = set()
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        frames = traceback.extract_tb(behind.__traceback__)
        lines.append(f"{type(behind).__module__}.{type(behind).__qualname__}{_of_database(behind)}")
        lines += [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        behind = behind.__cause__ or behind.__context__
    return "\n".join(lines)


def _of_database(problem: BaseException) -> str:
    if not isinstance(problem, psycopg.Error):
        return ""
    where = problem.diag.constraint_name or problem.diag.column_name or problem.diag.table_name or ""
    return f" {problem.sqlstate or ''} {where}".rstrip()


def _words(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        page = match.view_name if match is not None else "no page"
        return f"{getattr(record, 'status_code', '')} {request.method} {page}".strip()
    arguments = record.args if isinstance(record.args, tuple) else (record.args,) if record.args else ()
    kept = tuple(_argument(one) for one in arguments)
    words = str(_argument(record.msg)) if isinstance(record.msg, BaseException) else str(record.msg)
    try:
        return OF_A_WRONG_REQUEST.sub(r"\1", words % kept if kept else words)
    except (TypeError, ValueError):
        return words


def _argument(value: Any) -> Any:
    """An argument as it may be logged: of an exception or an object of a model its kind, of an address nothing."""
    if isinstance(value, BaseException | Model):
        return type(value).__qualname__
    if isinstance(value, str) and (value.startswith("/") or "?" in value):
        return "…"
    return value
