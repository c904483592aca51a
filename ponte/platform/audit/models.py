# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The audit trail: one event for each read of a person's card, sign-in, export and write."""

import hashlib
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class AuditEvents(models.Manager["AuditEvent"]):
    def create(self, **values: Any) -> None:  # type: ignore[override]
        """Append one event. Nothing comes back: who writes the trail may not read it."""
        fields = {field.name: field for field in self.model._meta.concrete_fields}
        row = {
            fields[name].column: fields[name].get_db_prep_save(value, connection) for name, value in values.items()
        }
        with connection.cursor() as cursor:
            cursor.execute(_insert(self.model._meta.db_table, tuple(row)), list(row.values()))


@cache
def _insert(table: str, columns: tuple[str, ...]) -> str:
    names, places = ", ".join(columns), ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - names of a model's columns


class AuditEvent(models.Model):
    """Who did what to which object, when, from where and why. Only ever appended.

    `before` and `after` hold the changed fields of a write, which are personal data: no page shows them, only
    which fields changed. The web role adds events and reads none; those who may are shown them through a door
    of a floor above.
    """

    append_only: ClassVar[bool] = True
    write_only: ClassVar[bool] = True

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("quando"), db_default=Now())
    request = models.UUIDField(_("richiesta"), null=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_constraint=False,
        related_name="+",
        db_index=False,
    )
    # Who acted where no user did: "cli import people", "worker".
    process = models.CharField(_("processo"), max_length=60, blank=True)
    action = models.CharField(_("azione"), max_length=80)
    object_type = models.CharField(_("oggetto"), max_length=60, blank=True)
    object_id = models.BigIntegerField(null=True)
    # Where a list or an export showed several objects of the type at once.
    object_ids = ArrayField(models.BigIntegerField(), null=True)
    # Where the actor stood at that time: set by the database (`ponte_scopes_of`, which a floor above defines).
    scopes = ArrayField(models.BigIntegerField(), null=True, editable=False)
    address = models.GenericIPAddressField(_("indirizzo"), null=True)
    reason = models.CharField(_("motivo"), max_length=300, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    # Goes into the digest of the contents, and is erased with them: a digest alone must not let a phone number be
    # found by trying all of them.
    salt = models.UUIDField(null=True, db_default=RandomUUID(), editable=False)

    objects = AuditEvents()

    class Meta:
        verbose_name = _("evento")
        verbose_name_plural = _("eventi")
        indexes = (
            models.Index(fields=["object_type", "object_id", "id"], name="audit_by_object"),
            models.Index(fields=["actor", "at", "id"], name="audit_by_actor"),
            models.Index(fields=["action", "at", "id"], name="audit_by_action"),
            models.Index(fields=["address", "at", "id"], name="audit_by_address"),
            models.Index(fields=["at", "id"], name="audit_by_time"),
            models.Index(fields=["request"], name="audit_by_request"),
            GinIndex(fields=["object_ids"], name="audit_by_objects"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id or ''}".strip()


class ErasedContent(models.Model):
    """The contents of an event (`reason`, `before`, `after`) were erased with the person whom they told of.

    The digest that they had stays, so that who did what to which object, when, can still be proved.
    """

    append_only: ClassVar[bool] = True

    event = models.OneToOneField(
        AuditEvent, models.PROTECT, primary_key=True, db_constraint=False, related_name="erased"
    )
    digest = models.BinaryField()
    erased_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("contenuto cancellato")
        verbose_name_plural = _("contenuti cancellati")

    def __str__(self) -> str:
        return f"#{self.pk}"


class Seal(models.Model):
    """A batch of events, fixed for ever: what each said, chained to the batch before.

    `leaves` holds, for each event in order, its id (8 bytes) and the first 16 bytes of its digest; `digest` is
    SHA-256 over the digest of the seal before and these leaves. Whoever changes an event must change every
    seal after it, and cannot change the digest that was noted elsewhere.
    """

    append_only: ClassVar[bool] = True
    write_only: ClassVar[bool] = True

    id = models.BigAutoField(primary_key=True)
    follows = models.OneToOneField("self", models.PROTECT, null=True, related_name="followed_by")
    last_event = models.BigIntegerField(unique=True)
    leaves = models.BinaryField()
    digest = models.BinaryField()
    # 1: an event's digest is of all that it says; 2: contents enter as a digest of their own, and can be erased;
    # 3: also what a list showed and where the actor stood.
    form = models.PositiveSmallIntegerField(default=3, db_default=1)
    sealed_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("sigillo")
        verbose_name_plural = _("sigilli")

    def __str__(self) -> str:
        return f"#{self.pk}"

    def digest_of(self, before: "Seal | None") -> bytes:
        """What the digest must be, after this seal."""
        return hashlib.sha256((bytes(before.digest) if before else b"") + bytes(self.leaves)).digest()
