# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of processing activities (art. 30), written from what the system knows of itself.

Which data: the privacy classes of every table. Whose and why: services, their audience, purposes. To whom: partners.
How long: retention terms. How guarded: `measures`. What only people know is left to them, and said to be missing.
"""

import datetime as dt
from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Organisation, Partnership, Service
from ponte.people.rights import measures, retention
from ponte.people.rights.models import Purpose, RecordClass
from ponte.platform.papers import Paper, Section, Table
from ponte.platform.privacy import Privacy

CLASSES = {
    Privacy.IDENTITY: gettext_lazy("dati identificativi"),
    Privacy.CONTACT: gettext_lazy("recapiti"),
    Privacy.DEMOGRAPHIC: gettext_lazy("dati demografici"),
    Privacy.SPECIAL: gettext_lazy("categorie particolari (art. 9), anche per ciò che un servizio lascia capire"),
    Privacy.FREE_TEXT: gettext_lazy("testi liberi, che possono contenere di tutto"),
    Privacy.TECHNICAL: gettext_lazy("dati tecnici"),
}


def classified() -> Iterator[tuple[type[models.Model], dict[Privacy, list[str]]]]:
    """Every table that holds something of a person, with its fields by privacy class."""
    for model in sorted(apps.get_models(), key=lambda one: one._meta.label):
        classes: dict[str, Privacy] | None = getattr(model, "privacy", None)
        if classes is not None:
            fields: dict[Privacy, list[str]] = {}
            for field in model._meta.concrete_fields:
                fields.setdefault(classes[field.name], []).append(str(field.verbose_name))
            yield model, fields


def data_section() -> Section:
    rows = [
        (capfirst(str(model._meta.verbose_name_plural)), str(CLASSES[privacy]), ", ".join(fields[privacy]))
        for model, fields in classified()
        for privacy in CLASSES
        if privacy in fields and privacy != Privacy.TECHNICAL
    ]
    head = (_("Tabella"), _("Categoria"), _("Campi"))
    return Section(_("Quali dati"), tables=[Table(_("Campi per categoria"), head, rows)])


def kept(service: Service) -> str:
    """The service's terms in words."""
    said = []
    for record_class in RecordClass:
        term = retention.term_for(service, record_class)
        months = _("%(months)s mesi dopo l'ultima attività") % {"months": term.months}
        length = months if term.months is not None else _("senza scadenza")
        said.append(f"{record_class.label}: {length}{f' ({term.basis})' if term.basis else ''}")
    return "; ".join(said)


def written(now: dt.datetime) -> str:
    return _("Scritto dal sistema il %(when)s.") % {
        "when": date_format(timezone.localtime(now), "SHORT_DATETIME_FORMAT")
    }


def paper() -> Paper:
    now = timezone.now()
    purposes = list(Purpose.objects.filter(is_active=True).select_related("service"))
    services = Service.objects.select_related("provider").order_by("provider__name", "name")
    sections = [_controllers(), *(_service(service, purposes) for service in services), data_section()]
    return Paper(
        title=_("Registro delle attività di trattamento"),
        subtitle=_("Articolo 30 del regolamento (UE) 2016/679"),
        author="Ponte",
        made_at=now,
        made=written(now),
        lead=[
            _("Le voci vengono da ciò che il sistema sa: servizi, enti, finalità, termini, campi, misure in vigore."),
            _(
                "Da completare a mano: dati di contatto dei titolari e del responsabile della protezione dei dati, "
                "contratti con i responsabili (art. 28)."
            ),
        ],
        sections=[*sections, measures.section()],
    )


def _controllers() -> Section:
    rows = [
        (one.name, str(one.get_kind_display()), str(one.services.count()))
        for one in Organisation.objects.filter(services__isnull=False).distinct().order_by("name")
    ]
    head = (_("Ente"), _("Tipo"), _("Servizi"))
    return Section(_("Titolari, per i servizi che gestiscono"), tables=[Table(_("Enti"), head, rows)])


def _service(service: Service, purposes: list[Purpose]) -> Section:
    own = [one for one in purposes if one.service_id in {None, service.pk}]
    why = "; ".join(
        f"{one} ({one.get_basis_display()}{f': {one.basis_text}' if one.basis_text else ''})" for one in own
    )
    missing = _("da completare")
    return Section(
        service.name,
        level=2,
        facts=[
            (_("Titolare"), service.provider.name),
            (_("Riservatezza"), str(service.get_confidentiality_display())),
            (_("Finalità e base giuridica"), why or missing),
            (_("Persone interessate"), " ".join((service.audience or missing).split())),
            (_("Destinatari"), recipients(service)),
            (_("Conservazione"), kept(service)),
            (_("Trasferimenti fuori dall'Unione"), _("nessuno da parte del sistema")),
        ],
    )


def recipients(service: Service) -> str:
    """Who works for the service sees its people; who pays for it sees figures."""
    partners = Partnership.objects.filter(service=service).select_related("organisation").order_by("role")
    said = [f"{one.organisation.name} ({one.get_role_display()})" for one in partners]
    return ", ".join(said) or _("nessuno oltre al titolare")
