# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes of the register: a piece of work is recorded, corrected with its history kept, or taken back."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Organisation, Project
from ponte.people import holds
from ponte.people import queries as people
from ponte.people.models import Acquaintance, Card
from ponte.platform.audit.actions import record
from ponte.register import rules
from ponte.register.entries import Entry, Participant
from ponte.register.history import state_of
from ponte.register.models import (
    Intervention,
    InterventionNote,
    InterventionVersion,
    Participation,
    ProjectShare,
    StaffMember,
)


@transaction.atomic
def record_intervention(*, by: User | None, **entry: Unpack[Entry]) -> Intervention:
    """Record a piece of work with who took part. `by` is None where a process of the installation records it.

    Registered people who took part become known to the service. Raises `PermissionDenied`, and
    `ValidationError` with a sentence for whoever filled the form.
    """
    if by is not None and not rules.may_record(by, entry["service"]):
        raise PermissionDenied
    _check(entry, by)
    holds.check(row.card.pk for row in entry.get("participants", ()) if row.card is not None)
    intervention = Intervention(created_by=by)
    _fill(intervention, entry)
    intervention.save()
    _write_parts(intervention, entry, by=by)
    record("register.record_intervention", intervention, by=by, after=state_of(intervention))
    return intervention


@transaction.atomic
def correct_intervention(
    *, intervention: Intervention, version: int, reason: str, by: User | None, **entry: Unpack[Entry]
) -> Intervention:
    """Put `entry` in the place of what the intervention said; the former state is kept whole.

    `version` is the one that whoever corrects had before them: where someone else was faster, the
    correction is refused with a sentence and nothing is overwritten.
    """
    current = _lock(intervention, by=by)
    if by is not None and not rules.may_record(by, entry["service"]):
        raise PermissionDenied
    if current.version != version:
        last = current.versions.select_related("replaced_by").order_by("-version").first()
        raise ValidationError(
            _("Nel frattempo %(who)s ha corretto questo intervento: riapra la pagina e ripeta la correzione.")
            % {"who": (last and last.replaced_by) or _("qualcun altro")},
            code="stale",
        )
    _check(entry, by)
    before = _keep_version(current, reason=reason, by=by)
    _fill(current, entry)
    current.save()
    _write_parts(current, entry, by=by)
    record("register.correct_intervention", current, by=by, before=before, after=state_of(current), reason=reason)
    return current


@transaction.atomic
def void_intervention(*, intervention: Intervention, reason: str, by: User | None) -> Intervention:
    """Take an intervention back. It stays in its place with the reason, and counts nowhere."""
    current = _lock(intervention, by=by)
    if not reason.strip():
        raise ValidationError(_("Per annullare un intervento serve il motivo."))
    before = _keep_version(current, reason=reason, by=by)
    current.voided_at = timezone.now()
    current.void_reason = reason.strip()
    current.save()
    record("register.void_intervention", current, by=by, before=before, reason=reason)
    return current


def _lock(intervention: Intervention, *, by: User | None) -> Intervention:
    """The intervention as it stands now, kept from other corrections until the transaction ends."""
    current = Intervention.objects.select_for_update(of=("self",)).get(pk=intervention.pk)
    if current.voided_at is not None:
        raise ValidationError(_("Questo intervento è stato annullato e non si può più correggere."))
    if by is not None and not rules.may_correct(by, current):
        raise PermissionDenied
    return current


def _keep_version(current: Intervention, *, reason: str, by: User | None) -> dict[str, object]:
    state = state_of(current)
    InterventionVersion.objects.create(
        intervention=current, version=current.version, state=state, reason=reason, replaced_by=by
    )
    current.version += 1
    return state


def _check(entry: Entry, by: User | None) -> None:
    """What neither a column nor one row can know. Raises `ValidationError`."""
    if sum(entry.get("projects", {}).values(), Decimal(0)) > 1:
        raise ValidationError(
            _("Le quote dei progetti superano insieme il 100%: un'ora di lavoro si conta una volta.")
        )
    participants = [row for row in entry.get("participants", ()) if row.card is not None]
    if len(participants) != len(set(participants)):
        raise ValidationError(_("La stessa persona compare due volte tra i partecipanti."))
    cards = {row.card.pk for row in participants if row.card is not None}
    # Nobody writes down a person whom none of their teams knows, or has just registered: to read a card that was
    # shared is not enough.
    known = Card.objects.all()
    if by is not None:
        known = people.visible_to(by) | known.filter(registered_by__in=people.team_service_ids(by))
    if known.filter(pk__in=cards).count() != len(cards):
        raise PermissionDenied


def _fill(intervention: Intervention, entry: Entry) -> None:
    intervention.service = entry["service"]
    intervention.organisation = entry["organisation"]
    intervention.kind = entry["kind"]
    intervention.date = entry["date"]
    intervention.starts_at = entry.get("starts_at")
    intervention.minutes = entry.get("minutes")
    intervention.setting = entry.get("setting", "")
    intervention.place = entry.get("place", "")
    intervention.area = entry.get("area")
    intervention.languages = list(entry.get("languages", ()))
    intervention.group = entry.get("group", "")
    intervention.partner = entry.get("partner", "")
    intervention.output = entry.get("output", "")
    intervention.clean_fields(exclude=["service", "organisation", "area", "created_by"])
    if intervention.minutes is not None and intervention.minutes < 1:
        raise ValidationError({"minutes": _("La durata è un numero di minuti maggiore di zero.")})


def _write_parts(intervention: Intervention, entry: Entry, *, by: User | None) -> None:
    _write_shares(intervention, entry.get("projects", {}))
    intervention.staff.set(_staff_members(entry["organisation"], entry.get("staff", ()), by=by))
    if note := entry.get("note", "").strip():
        InterventionNote.objects.update_or_create(intervention=intervention, defaults={"text": note})
    else:
        InterventionNote.objects.filter(intervention=intervention).delete()
    participants = entry.get("participants", ())
    _write_participations(intervention, participants)
    Acquaintance.objects.bulk_create(
        [Acquaintance(card=row.card, service=intervention.service) for row in participants if row.card is not None],
        ignore_conflicts=True,
    )


def _write_shares(intervention: Intervention, shares: Mapping[Project, Decimal]) -> None:
    intervention.project_shares.exclude(project__in=list(shares)).delete()
    ProjectShare.objects.bulk_create(
        [ProjectShare(intervention=intervention, project=project, share=share) for project, share in shares.items()],
        update_conflicts=True,
        unique_fields=["intervention", "project"],
        update_fields=["share"],
    )


def _staff_members(organisation: Organisation, names: Sequence[str], *, by: User | None) -> list[StaffMember]:
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not wanted:
        return []
    StaffMember.objects.bulk_create(
        [
            StaffMember(organisation=organisation, name=name, user=by if by and by.name == name else None)
            for name in wanted
        ],
        ignore_conflicts=True,
    )
    return list(StaffMember.objects.filter(organisation=organisation, name__in=wanted))


def _write_participations(intervention: Intervention, participants: Sequence[Participant]) -> None:
    """Bring the rows to what was said. Who took part before and still does keeps the row, so that whatever
    points to it (a published figure) still finds it. A person who was erased stays counted."""
    kept: dict[tuple[object, ...], list[Participation]] = {}
    for row in intervention.participations.select_related("card").order_by("position", "id"):
        if row.card_id is not None and (row.card is None or row.card.erased_at is not None):
            continue
        kept.setdefault((row.card_id, row.code, row.headcount is None, row.role), []).append(row)
    new: list[Participation] = []
    changed: list[Participation] = []
    for position, said in enumerate(participants):
        card_id = said.card.pk if said.card else None
        same = kept.get((card_id, said.code, said.headcount is None, said.role))
        row = same.pop(0) if same else Participation(intervention=intervention, card=said.card)
        (changed if row.pk else new).append(row)
        row.position = position
        row.code, row.headcount, row.role, row.first_contact = (
            said.code, said.headcount, said.role, said.first_contact,
        )  # fmt: skip
        row.referred_to, row.referred_to_service = said.referred_to, said.referred_to_service
        row.group, row.partner, row.output = said.group, said.partner, said.output
        row.test, row.result, row.outcome = said.test, said.result, said.outcome
        row.clean_fields(exclude=["intervention", "card", "referred_to_service"])
        row.validate_constraints(exclude=["intervention"])
    gone = [row.pk for rows in kept.values() for row in rows]
    if gone:
        Participation.objects.filter(pk__in=gone).delete()
    Participation.objects.bulk_create(new)
    if changed:
        Participation.objects.bulk_update(
            changed,
            [
                "position", "code", "headcount", "role", "first_contact", "referred_to", "referred_to_service",
                "group", "partner", "output", "test", "result", "outcome",
            ],
        )  # fmt: skip
