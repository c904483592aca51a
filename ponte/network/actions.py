# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Describing the network. Each action checks the rule, writes and leaves its audit event, all or nothing.

`values` are the fields of the row itself, many-to-many ones included. `lines` are its lists by name
(`partnerships`, `staff_roles`, `sites`, `governance_bodies`): each line with an `id` changes the one that was
there, one without is new, and what is not named goes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ManyToManyField, Model, QuerySet

from ponte.accounts.models import User
from ponte.network import rules
from ponte.network.areas import fold
from ponte.network.models import Area, Organisation, Partnership, Project, Service
from ponte.platform.audit import actions as audit

Values = Mapping[str, Any]
Lines = Mapping[str, Sequence[Values]]

# Words that stand in the place of a slug in an address.
TAKEN = {"nuovo", "nuova"}
LONGEST_SLUG = 72
NOT_TOLD = {"id", "service", "project", "position"}
KEEPS_ITS_ORDER = {"partnerships", "staff_roles", "governance_bodies"}


@transaction.atomic
def create_organisation(*, values: Values, by: User) -> Organisation:
    if not rules.can_add_to_network(by):
        raise PermissionDenied
    organisation = Organisation(slug=free_slug(Organisation, values["name"]))
    _write(organisation, values, {}, action="network.create_organisation", by=by)
    return organisation


@transaction.atomic
def change_organisation(*, organisation: Organisation, values: Values, by: User) -> None:
    present = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    _speak_for(present, by)
    _write(present, values, {}, action="network.change_organisation", by=by)


@transaction.atomic
def create_service(*, values: Values, lines: Lines, by: User) -> Service:
    service = Service(slug=free_slug(Service, values["name"]))
    _speak_for(values["provider"], by)
    _write(service, values, lines, action="network.create_service", by=by)
    _hold_main_role(service.provider, Partnership.Role.PROVIDER, service=service)
    return service


@transaction.atomic
def change_service(*, service: Service, values: Values, lines: Lines, by: User) -> None:
    """A team's coordinator describes it; only who may hand it over changes its provider or confidentiality."""
    present = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if not rules.can_change_service(by, present):
        raise PermissionDenied
    if values["provider"] != present.provider or values["confidentiality"] != present.confidentiality:
        if not rules.can_hand_over_service(by, present):
            raise PermissionDenied
        if values["provider"] != present.provider:
            _speak_for(values["provider"], by)
    _write(present, values, lines, action="network.change_service", by=by)
    _hold_main_role(present.provider, Partnership.Role.PROVIDER, service=present)


@transaction.atomic
def create_project(*, values: Values, lines: Lines, by: User) -> Project:
    project = Project(slug=free_slug(Project, values["name"]))
    _speak_for(values["lead"], by)
    _write(project, values, lines, action="network.create_project", by=by)
    _hold_main_role(project.lead, Partnership.Role.LEAD, project=project)
    return project


@transaction.atomic
def change_project(*, project: Project, values: Values, lines: Lines, by: User) -> None:
    present = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if not rules.can_change_project(by, present):
        raise PermissionDenied
    if values["lead"] != present.lead:
        _speak_for(values["lead"], by)
    _write(present, values, lines, action="network.change_project", by=by)
    _hold_main_role(present.lead, Partnership.Role.LEAD, project=present)


@transaction.atomic
def create_district(*, values: Values, by: User) -> Area:
    if not rules.can_describe_areas(by):
        raise PermissionDenied
    name = values["name"] if fold(values["name"]).startswith("ambito") else f"ambito {values['name']}"
    district = Area(slug=free_slug(Area, name), kind=Area.Kind.DISTRICT)
    _write_district(district, values, action="network.create_district", by=by)
    return district


@transaction.atomic
def change_district(*, district: Area, values: Values, by: User) -> None:
    present = Area.objects.select_for_update(of=("self",)).get(pk=district.pk)
    if not rules.can_describe_areas(by) or present.kind != Area.Kind.DISTRICT:
        raise PermissionDenied
    _write_district(present, values, action="network.change_district", by=by)


def free_slug(model: type[Organisation | Service | Project | Area], name: str) -> str:
    """A slug made from the name that no other row has; it stays when the name changes."""
    base = fold(name)[:LONGEST_SLUG].strip("-") or "senza-nome"
    taken = set(model.objects.filter(slug__startswith=base).values_list("slug", flat=True)) | TAKEN
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(slug for slug in candidates if slug not in taken)


def _speak_for(organisation: Organisation, by: User) -> None:
    if not rules.can_change_organisation(by, organisation):
        raise PermissionDenied


def _write(obj: Any, values: Values, lines: Lines, *, action: str, by: User) -> None:
    before = _told(obj, values, lines) if obj.pk else {}
    many = {field.name for field in obj._meta.many_to_many} & set(values)
    for name in set(values) - many:
        setattr(obj, name, values[name])
    obj.save()
    for name in many:
        getattr(obj, name).set(values[name])
    for name, rows in lines.items():
        _write_lines(obj, name, rows)
    _record(action, obj, before, _told(obj, values, lines), by)


def _write_lines(owner: Service | Project, name: str, rows: Sequence[Values]) -> None:
    """Partnerships are written anew: two of them may have swapped what only one may hold."""
    manager, present = getattr(owner, name), _listed(owner, name)
    by_id = {} if name == "partnerships" else {row.pk: row for row in present}
    kept = [by_id.get(values.get("id")) for values in rows]
    present.exclude(pk__in=[row.pk for row in kept if row is not None]).delete()
    for position, (row, values) in enumerate(zip(kept, rows, strict=True)):
        line = row if row is not None else manager.model(**{manager.field.name: owner})
        for field, value in values.items():
            if field != "id":
                setattr(line, field, value)
        if name in KEEPS_ITS_ORDER:
            line.position = position
        line.save()


def _listed(owner: Service | Project, name: str) -> QuerySet[Any]:
    """The lines that a form shows: who runs or leads it is not one of them."""
    lines: QuerySet[Any] = getattr(owner, name).all()
    if name != "partnerships":
        return lines
    main = Partnership.Role.PROVIDER if isinstance(owner, Service) else Partnership.Role.LEAD
    return lines.exclude(role=main)


def _hold_main_role(organisation: Organisation, role: Partnership.Role, **owner: Any) -> None:
    """Whoever runs or leads it stands in that role among the partners, and nobody else."""
    Partnership.objects.filter(role=role, **owner).exclude(organisation=organisation).delete()
    Partnership.objects.get_or_create(organisation=organisation, role=role, **owner)


def _write_district(district: Area, values: Values, *, action: str, by: User) -> None:
    before = _members(district) if district.pk else ""
    own = {name: value for name, value in values.items() if name != "municipalities"}
    told_before = _told(district, own, {}) if district.pk else {}
    for name, value in own.items():
        setattr(district, name, value)
    district.save()
    members = [area.pk for area in values["municipalities"]]
    district.member_municipalities.exclude(pk__in=members).update(district=None)
    Area.objects.filter(pk__in=members, kind=Area.Kind.MUNICIPALITY).update(district=district)
    _record(
        action,
        district,
        told_before | {"municipalities": before} if told_before else {},
        _told(district, own, {}) | {"municipalities": _members(district)},
        by,
    )


def _members(district: Area) -> str:
    return ", ".join(district.member_municipalities.order_by("slug").values_list("slug", flat=True))


def _told(obj: Any, values: Values, lines: Lines) -> dict[str, str]:
    """What the row and its lists say now, as the audit trail keeps it."""
    told: dict[str, str] = {}
    for name in values:
        if isinstance(obj._meta.get_field(name), ManyToManyField):
            told[name] = ", ".join(getattr(obj, name).order_by("slug").values_list("slug", flat=True))
        else:
            value = getattr(obj, name)
            told[name] = getattr(value, "slug", "") if isinstance(value, Model) else str(value or "")
    for name in lines:
        listed = _listed(obj, name)
        fields = [field for field in listed.model._meta.concrete_fields if field.name not in NOT_TOLD]
        related = [field.name for field in fields if field.is_relation]
        told[name] = "; ".join(
            ", ".join(str(getattr(line, field.name) or "") for field in fields)
            for line in listed.select_related(*related)
        )
    return told


def _record(action: str, obj: Model, before: Mapping[str, str], after: Mapping[str, str], by: User) -> None:
    """Only what changed; a form sent without a change leaves no event."""
    changed = [name for name in after if before.get(name) != after[name]]
    if before and not changed:
        return
    audit.record(
        action,
        obj,
        by=by,
        before={name: before[name] for name in changed} if before else None,
        after={name: after[name] for name in changed},
    )
