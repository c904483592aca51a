# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The steps of an import in the browser: upload, check, settle the headings, store, forget.

Checking and storing are background jobs. They tell their progress on a connection of their own, because their
work is one transaction of which nobody sees anything before its end.
"""

import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ponte.platform.audit import actions as audit
from ponte.platform.spreadsheets import mapping as headings
from ponte.platform.spreadsheets.importing import ImportResult, Progress, examine, run, write_refused
from ponte.platform.spreadsheets.models import ImportRun
from ponte.platform.spreadsheets.problems import Problem, UnreadableFileError
from ponte.platform.spreadsheets.reading import Sheet, read_bytes
from ponte.platform.spreadsheets.registry import SheetKind, kind_at

Status = ImportRun.Status
MOST_PROBLEMS = 1000
MOST_ALIKE = 1000
SAMPLE_ROWS = 8


@transaction.atomic
def upload(
    *, kind: SheetKind, file_name: str, content: bytes, options: Mapping[str, Any], by: AbstractBaseUser
) -> ImportRun:
    """Keep the file and have it checked. Raises `UnreadableFileError` where it is no sheet at all."""
    if not kind.may_import(by):
        raise PermissionDenied
    read_bytes(content, file_name)
    started = ImportRun.objects.create(
        kind=kind.address, file_name=file_name[-200:], content=content, options=dict(options), uploaded_by_id=by.pk
    )
    audit.record("spreadsheets.upload_file", started, by=by, after={"kind": kind.address})
    _queue(started)
    return started


@transaction.atomic
def check_again(*, run_: ImportRun, mapping: Mapping[str, str]) -> None:
    """Check with the headings as a person has settled them."""
    run_.mapping = dict(mapping)
    _begin(run_, Status.CHECKING)


@transaction.atomic
def confirm(*, run_: ImportRun, partial: bool, by: AbstractBaseUser, leave_out: Collection[int] = ()) -> None:
    run_.partial, run_.left_out = partial, sorted(leave_out)
    after = {"partial": partial, "left_out": ",".join(map(str, run_.left_out))}
    audit.record("spreadsheets.confirm_import", run_, by=by, after=after)
    _begin(run_, Status.STORING)


@transaction.atomic
def try_again(*, run_: ImportRun) -> None:
    """Queue the step that the worker left unfinished."""
    _begin(run_, Status(run_.status))


@transaction.atomic
def discard(*, run_: ImportRun, by: AbstractBaseUser) -> None:
    audit.record("spreadsheets.discard_import", run_, by=by)
    run_.delete()


def _begin(run_: ImportRun, status: ImportRun.Status) -> None:
    run_.status, run_.stage, run_.done, run_.total, run_.heard_at = status, "", 0, 0, timezone.now()
    run_.save()
    _queue(run_)


def _queue(run_: ImportRun) -> None:
    from ponte.platform.spreadsheets.tasks import work_on_import

    work_on_import.defer(run_id=run_.pk)


def work(run_id: int) -> None:
    """Do the step that the run waits for. A run that waits for none, or was discarded, is left alone."""
    started = ImportRun.objects.select_related("uploaded_by").filter(pk=run_id).first()
    if started is None or not started.is_working or started.content is None:
        return
    with translation.override(getattr(started.uploaded_by, "language", "it")):
        try:
            with _telling(started) as progress:
                if started.status == Status.CHECKING:
                    _check(started, progress)
                else:
                    _store(started, progress)
        except UnreadableFileError as problem:
            _end(started, Status.UNREADABLE, {"sentence": str(problem)})
        except PermissionDenied:
            _end(started, Status.FAILED, {"sentence": _("Il suo ruolo non permette più questa importazione.")})
        except Exception:
            _end(started, Status.FAILED, {})
            raise


def _opened(started: ImportRun) -> tuple[Sheet, SheetKind, headings.HeadingMapping]:
    kind = kind_at(started.kind)
    if kind is None or not _may(started, kind):
        raise PermissionDenied
    sheet = read_bytes(bytes(started.content or b""), started.file_name)
    columns = kind.sheet.columns
    if started.mapping is None:
        mapping = headings.propose(sheet.headings, columns)
    else:
        mapping = headings.chosen(sheet.headings, columns, started.mapping)
    return sheet, kind, mapping


def _may(started: ImportRun, kind: SheetKind) -> bool:
    """Asked anew each time: who left while the worker was at it stores nothing any more."""
    user = get_user_model().objects.get(pk=started.uploaded_by_id)
    return user.is_active and kind.may_import(user)


def _check(started: ImportRun, progress: Progress) -> None:
    sheet, kind, mapping = _opened(started)
    importing = kind.build(started.options, started.uploaded_by)
    rows, problems = examine(sheet, importing, mapping, progress)
    wrong = {problem.row for problem in problems}
    preview = importing.preview([row for row in rows if row.number not in wrong], progress)
    started.found = {
        "rows": len(sheet.rows),
        "headings": sheet.headings,
        "sample": [[row.number, *row.cells] for row in sheet.rows[:SAMPLE_ROWS]],
        "mapping": mapping.columns,
        "proposals": mapping.proposals,
        "unknown": mapping.unknown,
        "remarks": sheet.remarks,
        "counts": preview.counts,
        "alike": [[one.number, one.row_said, one.likeness, one.others] for one in preview.alike[:MOST_ALIKE]],
        "alike_count": len(preview.alike),
        **_told(problems, {row.number for row in sheet.rows}),
    }
    started.status = Status.CHECKED
    started.save(update_fields=["found", "status"])


def _store(started: ImportRun, progress: Progress) -> None:
    sheet, kind, mapping = _opened(started)
    with transaction.atomic():
        result = run(
            sheet,
            kind.build(started.options, started.uploaded_by),
            mapping=mapping,
            partial=started.partial,
            leave_out=set(started.left_out),
            progress=progress,
        )
        if not _may(started, kind):
            raise PermissionDenied
        started.refused = _refused_file(sheet, result)
        found = {
            "rows": result.rows,
            "counts": result.counts,
            "remarks": result.remarks,
            "stored": result.stored,
            **_told(result.problems, {row.number for row in sheet.rows}),
        }
        _end(started, Status.DONE if result.stored or not result.problems else Status.FAILED, found)
        audit.record(
            "spreadsheets.import_file", started, by=started.uploaded_by, after={"kind": started.kind, **result.counts}
        )


def _told(problems: list[Problem], rows: set[int]) -> dict[str, Any]:
    return {
        "problems": [[p.row, p.column, p.found[:200], p.expected] for p in problems[:MOST_PROBLEMS]],
        "problem_count": len(problems),
        "refused_count": len({problem.row for problem in problems} & rows),
    }


def _refused_file(sheet: Sheet, result: ImportResult) -> bytes | None:
    if not result.refused_rows:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"refused.{sheet.kind}"
        write_refused(sheet, result.problems, path)
        return path.read_bytes()


def _end(started: ImportRun, status: ImportRun.Status, found: dict[str, Any]) -> None:
    """The file itself is not needed any more, and is forgotten."""
    started.status, started.found, started.content, started.finished_at = status, found, None, timezone.now()
    started.save()


@contextmanager
def _telling(started: ImportRun) -> Iterator[Progress]:
    """Progress that everyone sees at once, although the work's own transaction is still open."""
    other = connection.copy()
    table = ImportRun._meta.db_table

    def tell(stage: str, done: int, total: int) -> None:
        with other.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET stage = %s, done = %s, total = %s, heard_at = now() WHERE id = %s",  # noqa: S608
                [stage, done, total, started.pk],
            )

    try:
        yield tell
    finally:
        other.close()
