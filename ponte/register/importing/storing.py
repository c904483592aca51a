# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Storing a file's interventions, a hundred thousand rows at a time."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils.translation import ngettext

from ponte.accounts.models import User
from ponte.people.models import Acquaintance
from ponte.platform.audit import actions as audit
from ponte.platform.database import bulk
from ponte.platform.spreadsheets.importing import STEP, Progress, Stored
from ponte.register.importing.correcting import correct_many
from ponte.register.importing.grouping import Imported
from ponte.register.importing.parts import OWN, Staff, insert_participations, insert_parts
from ponte.register.models import Intervention, InterventionNote, StaffMember


class RegisterStore:
    """One file on its way into the register, as the web role or the system may."""

    def __init__(self, source: str, by: User | None) -> None:
        self.source = source
        self.by = by

    def store(self, told: Sequence[Imported], progress: Progress) -> Stored:
        with connection.cursor() as cursor:
            # Two imports of one source wait for each other: each must see the other's interventions.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"import register {self.source}"])
        progress("store", 0, len(told))
        known = {
            ref: (pk, digest, voided)
            for ref, pk, digest, voided in Intervention.objects.filter(import_source=self.source)
            .exclude(import_ref="")
            .values_list("import_ref", "pk", "import_digest", "voided_at")
        }
        new = [intervention for intervention in told if intervention.ref not in known]
        changed = [
            (known[intervention.ref][0], intervention)
            for intervention in told
            if intervention.ref in known and known[intervention.ref][1] != intervention.digest
        ]
        voided = {pk for pk, _digest, voided in known.values() if voided is not None}
        standing = [(pk, intervention) for pk, intervention in changed if pk not in voided]
        staff = self._staff(told)
        self._create(new, staff, progress)
        correct_many(standing, staff=staff, source=self.source, by=self.by)
        self._make_known([*new, *(intervention for _pk, intervention in standing)])
        progress("store", len(told), len(told))
        return Stored(
            {"created": len(new), "updated": len(standing), "unchanged": len(told) - len(new) - len(standing)},
            [_left_alone(len(changed) - len(standing))] if len(changed) > len(standing) else [],
        )

    def _staff(self, told: Sequence[Imported]) -> Staff:
        wanted = {(intervention.organisation_id, name) for intervention in told for name in intervention.staff}
        bulk.insert_many(
            StaffMember._meta.db_table, ("organisation_id", "name"), sorted(wanted), ignore_conflicts=True
        )
        organisations = {organisation for organisation, _name in wanted}
        return {
            (organisation, name): pk
            for organisation, name, pk in StaffMember.objects.filter(organisation__in=organisations).values_list(
                "organisation", "name", "pk"
            )
        }

    def _create(self, new: Sequence[Imported], staff: Staff, progress: Progress) -> None:
        ids = bulk.reserve_ids(Intervention._meta.db_table, len(new))
        now = datetime.now(UTC)
        by = self.by.pk if self.by else None

        def lines() -> Iterator[Sequence[Any]]:
            for at, (pk, told) in enumerate(zip(ids, new, strict=True)):
                if at % STEP == 0:
                    progress("store", at, len(new))
                yield (
                    pk, told.service_id, told.organisation_id, *(told.own[name] for name in OWN), "",
                    self.source, told.ref, told.digest, 1, "", by, now,
                )  # fmt: skip

        bulk.insert_many(
            Intervention._meta.db_table,
            (
                "id", "service_id", "organisation_id", *OWN, "place", "import_source", "import_ref", "import_digest",
                "version", "void_reason", "created_by_id", "created_at",
            ),
            lines(),
        )  # fmt: skip
        pairs = list(zip(ids, new, strict=True))
        insert_parts(pairs, staff)
        insert_participations((pk, position, row) for pk, told in pairs for position, row in enumerate(told.rows))
        bulk.insert_many(
            InterventionNote._meta.db_table,
            ("intervention_id", "text"),
            ((pk, told.notes) for pk, told in pairs if told.notes),
        )
        audit.record_many(
            "register.record_intervention",
            Intervention,
            ((pk, None, {"import_source": self.source, "import_ref": told.ref}) for pk, told in pairs),
            by=self.by,
        )

    def _make_known(self, told: Sequence[Imported]) -> None:
        """Registered people who took part are known to the service from now on."""
        now = datetime.now(UTC)
        met = {
            (row["card_id"], intervention.service_id)
            for intervention in told
            for row in intervention.rows
            if "card_id" in row
        }
        bulk.insert_many(
            Acquaintance._meta.db_table,
            ("card_id", "service_id", "since"),
            ((*pair, now) for pair in sorted(met)),
            ignore_conflicts=True,
        )


def _left_alone(count: int) -> str:
    return ngettext(
        "%(count)s intervento è stato annullato qui e non è stato toccato.",
        "%(count)s interventi sono stati annullati qui e non sono stati toccati.",
        count,
    ) % {"count": count}
