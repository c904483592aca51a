# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether background work is done, and whether the audit trail is still what was sealed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.db.models import Count, Exists, Max, OuterRef
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.platform.audit import anchors
from ponte.platform.audit.models import AuditEvent, Seal
from ponte.platform.audit.sealing import first_break
from ponte.platform.checks.findings import Finding, Outcome, judge
from ponte.platform.health import health

FAILED_DAYS = 7


def check_jobs() -> Iterator[Finding]:
    later = ProcrastinateJob.objects.filter(
        task_name=OuterRef("task_name"), queueing_lock=OuterRef("queueing_lock"), id__gt=OuterRef("id"),
        status="succeeded",
    )  # fmt: skip
    failed = (
        # What comes again by itself, and since then came well, needs nobody.
        ProcrastinateJob.objects.filter(
            ~Exists(later),
            status="failed",
            procrastinateevent__at__gt=timezone.now() - timedelta(days=FAILED_DAYS),
        )
        .values("task_name")
        .annotate(number=Count("id", distinct=True), last=Max("id"))
        .order_by("task_name")
    )
    listed = ", ".join(f"{row['number']} × {row['task_name']} (last: job {row['last']})" for row in failed)
    yield judge(
        "jobs.failed",
        good=f"No job failed in {FAILED_DAYS} days.",
        wrong=f"Jobs that failed in {FAILED_DAYS} days: {listed}." if listed else None,
    )
    state = health()
    if state.clock_was_set_back:
        yield Finding(
            "jobs.clock",
            Outcome.WRONG,
            f"It is {state.now:%Y-%m-%d %H:%M} UTC, and something is dated {state.newest:%Y-%m-%d %H:%M}: "
            "the clock is wrong, or was. See docs/administrators.md, A wrong clock.",
        )
    elif state.works:
        yield Finding("jobs.worker", Outcome.OK, "The background worker is at work.")
    else:
        seen = f"since {state.worker_seen:%Y-%m-%d %H:%M} UTC" if state.worker_seen else "yet"
        yield Finding(
            "jobs.worker",
            Outcome.NOTE,
            f"No background worker was seen {seen}; jobs that wait for one: {state.waiting}.",
        )
    if state.again:
        listed = ", ".join(f"{number} × {task} (since {since:%Y-%m-%d %H:%M})" for task, number, since in state.again)
        yield Finding("jobs.again", Outcome.NOTE, f"Something was away; these are tried again: {listed}.")


def check_audit(noted_in: Path | None = None) -> Iterator[Finding]:
    """The chain, and whether it holds every seal noted in this file (else in the installation's own)."""
    last = Seal.objects.order_by("-id").first()
    open_events = AuditEvent.objects.filter(id__gt=last.last_event if last else 0).count()
    good = (
        f"The audit trail is as it was sealed; seal {last.pk} has the digest {bytes(last.digest).hex()}, "
        f"{open_events} newer events wait for theirs."
        if last
        else f"The audit trail has no seal yet; {open_events} events wait for the first."
    )
    yield judge("audit.chain", good=good, wrong=first_break())
    yield _anchors(noted_in)


def _anchors(noted_in: Path | None) -> Finding:
    file = noted_in or anchors.place()
    if not file.exists():
        sentence = f"There is no file {file} with seals noted outside the database."
        return Finding("audit.anchors", Outcome.WRONG if noted_in else Outcome.NOTE, sentence)
    try:
        wrong = anchors.first_contradiction(file)
    except (OSError, ValueError) as problem:
        wrong = str(problem)
    return judge("audit.anchors", good=f"All seals noted in {file} are in the database.", wrong=wrong)
