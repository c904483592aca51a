# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The security measures of this installation (art. 32), as they are found, not as they are promised."""

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ponte.network.models import Membership, Service
from ponte.platform.checks.database import personal_tables
from ponte.platform.papers import Section, Table


def found() -> list[tuple[str, str]]:
    tables = personal_tables()
    append_only = sum(1 for model in apps.get_models() if getattr(model, "append_only", False))
    hasher = import_string(settings.PASSWORD_HASHERS[0]).algorithm
    hours = settings.SESSION_COOKIE_AGE // 3600
    yes, no = _("sì"), _("no")
    return [
        (
            _("Righe protette nel database per ruolo (row-level security)"),
            _("%(guarded)s tabelle su %(all)s") % {"guarded": _guarded(tables), "all": len(tables)},
        ),
        (_("Tabelle che accettano solo righe nuove"), str(append_only)),
        (
            _("Traccia di letture e scritture, sigillata"),
            _sealed(),
        ),
        (_("Password conservate come"), hasher),
        (_("Secondo fattore disponibile"), yes if apps.is_installed("allauth.mfa") else no),
        (
            _("Durata massima di una sessione"),
            ngettext("%(hours)s ora", "%(hours)s ore", hours) % {"hours": hours},
        ),
        (_("Solo connessioni cifrate (HTTPS, HSTS)"), yes if settings.SESSION_COOKIE_SECURE else no),
        (_("Content-Security-Policy"), yes if settings.CONTENT_SECURITY_POLICY else no),
        (_("Servizi riservati e protetti"), _services()),
        (_("Persone con un ruolo"), _roles()),
    ]


def section() -> Section:
    head = (_("Misura"), _("Com'è adesso"))
    return Section(_("Misure di sicurezza"), tables=[Table(_("Misure trovate nel sistema"), head, found())])


def _sealed() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rights_last_seal()")
        at = cursor.fetchone()[0]
    if at is None:
        return _("nessun sigillo ancora")
    return _("ultimo sigillo: %(when)s") % {"when": date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")}


def _guarded(tables: list[str]) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relname = ANY(%s) AND relrowsecurity", [tables])
        count: int = cursor.fetchone()[0]
    return count


def _services() -> str:
    counts = {kind: Service.objects.filter(confidentiality=kind).count() for kind in Service.Confidentiality}
    return ", ".join(f"{kind.label}: {count}" for kind, count in counts.items())


def _roles() -> str:
    roles = {role: Membership.objects.filter(role=role).values("user").distinct().count() for role in Membership.Role}
    return ", ".join(f"{role.label}: {count}" for role, count in roles.items() if count)
