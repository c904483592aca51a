# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Between the keys that people read (slugs, names) and the ids that facts hold."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from ponte.network.models import Area, Organisation, Project, Service
from ponte.register.models import StaffMember

_BY_SLUG: dict[str, type[Service] | type[Project] | type[Organisation]] = {
    "service": Service,
    "project": Project,
    "organisation": Organisation,
}


def unknown_key_sentence(reference: str, key: str) -> str:
    sentences = {
        "service": _("Il servizio «%(key)s» non esiste."),
        "project": _("Il progetto «%(key)s» non esiste."),
        "organisation": _("L'ente «%(key)s» non esiste."),
        "municipality": _("Il comune «%(key)s» non esiste."),
        "staff": _("L'operatore «%(key)s» non esiste."),
    }
    return sentences[reference] % {"key": key}


def ids_of(reference: str, keys: Iterable[str]) -> dict[str, list[int]]:
    """The ids that each key stands for; an unknown key has none.

    A municipality goes by name or ISTAT code; a staff member by name, in whichever organisation.
    """
    wanted = set(keys)
    found: dict[str, list[int]] = {key: [] for key in wanted}
    if reference in _BY_SLUG:
        for pk, slug in _BY_SLUG[reference].objects.filter(slug__in=wanted).values_list("pk", "slug"):
            found[slug].append(pk)
    elif reference == "municipality":
        areas = Area.objects.filter(Q(name__in=wanted) | Q(istat_code__in=wanted - {""}), kind="municipality")
        for pk, name, code in areas.values_list("pk", "name", "istat_code"):
            for key in {name, code} & wanted:
                found[key].append(pk)
    else:
        for pk, name in StaffMember.objects.filter(name__in=wanted).values_list("pk", "name"):
            found[name].append(pk)
    return found


def keys_of(reference: str, ids: Iterable[int]) -> dict[int, str]:
    """The key of each id. Where staff members of two organisations share a name, it tells whose they are."""
    wanted = set(ids)
    if reference in _BY_SLUG:
        return dict(_BY_SLUG[reference].objects.filter(pk__in=wanted).values_list("pk", "slug"))
    if reference == "municipality":
        return dict(Area.objects.filter(pk__in=wanted).values_list("pk", "name"))
    members = list(StaffMember.objects.filter(pk__in=wanted).values_list("pk", "name", "organisation__slug"))
    often = Counter(name for _pk, name, _slug in members)
    return {pk: f"{name} ({slug})" if often[name] > 1 else name for pk, name, slug in members}
