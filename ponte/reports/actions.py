# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Publishing a report: it is frozen whole, with the rows behind every figure."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Organisation, Project, Service
from ponte.platform.audit.actions import record
from ponte.register.measures.suppression import USUAL_THRESHOLD
from ponte.reports.annual import assemble, period_before, subjects_of, take_stock
from ponte.reports.frozen import frozen_facts
from ponte.reports.models import ReportVersion
from ponte.reports.models.versions import digest_of
from ponte.reports.periods import period_of
from ponte.reports.rules import may_publish


@transaction.atomic
def publish_report(
    *, organisation: Organisation, year: int, by: User | None, public: bool = False, note: str = ""
) -> ReportVersion:
    """Publish the report of a year as its next version, in Italian, as it stands in this transaction.

    `by` is None where a process of the installation publishes. Raises `PermissionDenied`, and `MeasureError`
    where an indicator asks what cannot be computed.
    """
    if by is not None and not may_publish(by, organisation):
        raise PermissionDenied
    number = _next_number(organisation, year)
    subjects = subjects_of(organisation)
    scopes = [_scope(subject, year) for subject in subjects]
    # The rows are frozen first and the figures counted from them: what is published is what was frozen.
    pk, rows = _freeze(organisation, scopes)
    with translation.override("it"):
        stock = take_stock(organisation, year, subjects=subjects, source=frozen_facts(pk))
        content = assemble(stock).to_state()
        public_content = assemble(stock, suppress_below=USUAL_THRESHOLD).to_state()
        title = _("Servizi erogati e progetti realizzati. Anno %(year)d") % {"year": year}
    version = ReportVersion.objects.create(
        pk=pk,
        organisation=organisation,
        year=year,
        number=number,
        title=title,
        note=note.strip(),
        public=public,
        published_by=by,
        content=content,
        public_content=public_content,
        scopes=scopes,
        digest=digest_of(content, public_content, scopes),
    )
    record(
        "reports.publish_report",
        version,
        by=by,
        after={"year": year, "number": number, "public": public, "digest": version.digest, "rows": rows},
    )
    return version


def _next_number(organisation: Organisation, year: int) -> int:
    """Two that publish at once take turns, so that each version has a number of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('reports_publish'), %s)", [organisation.pk])
    last = ReportVersion.objects.filter(organisation=organisation, year=year).aggregate(Max("number"))
    return (last["number__max"] or 0) + 1


def _freeze(organisation: Organisation, scopes: list[dict[str, Any]]) -> tuple[int, int]:
    """Freeze the rows for a version to come. Returns its id, and how many rows they are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, reports_freeze(id, %s, %s) "
            "FROM nextval(pg_get_serial_sequence('reports_reportversion', 'id')) AS id",
            [organisation.pk, json.dumps(scopes)],
        )
        pk, rows = cursor.fetchone()
    return pk, rows


def _scope(subject: Service | Project, year: int) -> dict[str, Any]:
    """Which work the section's figures are computed from, those of the year before among them."""
    period, earlier = period_of(subject, year), period_before(subject, year)
    return {
        "service_id" if isinstance(subject, Service) else "project_id": subject.pk,
        "slug": subject.slug,
        "since": (earlier or period).since.isoformat(),
        "until": period.until.isoformat(),
    }
