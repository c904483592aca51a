# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A draft of the data protection impact assessment (art. 35): what the system knows, with room for what people judge.

The nine criteria are those of the guidelines WP248 rev.01; two of them call for an assessment. Likelihood and gravity
of a risk are for people to judge: the draft leaves them open.
"""

from collections.abc import Iterable

from django.db import connection
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ponte.network.models import Organisation, Service
from ponte.people.models import Card
from ponte.people.rights import measures, records
from ponte.people.rights.models import Purpose
from ponte.platform.papers import Paper, Section, Table
from ponte.platform.privacy import Privacy

ENOUGH = 2


def paper() -> Paper:
    now = timezone.now()
    criteria = _criteria()
    met = sum(1 for _name, answer, _why in criteria if answer)
    yes, no = _("sì"), _("no")
    head = (_("Criterio"), _("C'è"), _("Da che cosa si vede"))
    judged = Section(
        _("Serve una valutazione?"),
        paragraphs=[
            _("Criteri presenti: %(met)s su nove; ne bastano %(enough)s (WP248 rev.01).")
            % {"met": met, "enough": ENOUGH},
            _(
                "Vale anche l'elenco del Garante (provvedimento 467 dell'11 ottobre 2018), per i trattamenti non "
                "occasionali di dati di persone vulnerabili."
            ),
        ],
        tables=[
            Table(_("I nove criteri"), head, [(name, yes if answer else no, why) for name, answer, why in criteria])
        ],
    )
    return Paper(
        title=_("Valutazione d'impatto sulla protezione dei dati"),
        subtitle=_("Bozza – articolo 35 del regolamento (UE) 2016/679"),
        author="Ponte",
        made_at=now,
        made=records.written(now),
        lead=[
            _(
                "È una bozza: dove c'è scritto «da valutare» decide il titolare, sentito il responsabile della "
                "protezione dei dati."
            )
        ],
        sections=[judged, _description(), _necessity(), _risks(), records.data_section(), measures.section()],
    )


def _tables_with(privacy: Privacy) -> list[str]:
    return [str(model._meta.verbose_name_plural) for model, fields in records.classified() if privacy in fields]


def _criteria() -> list[tuple[str, bool, str]]:
    """Name, whether it holds here, and what in the system says so."""
    special = _tables_with(Privacy.SPECIAL)
    people = _about(Card._meta.db_table)
    services = Service.objects.count()
    organisations = Organisation.objects.filter(services__isnull=False).distinct().count()
    guarded = Service.objects.exclude(confidentiality=Service.Confidentiality.SHARED).count()
    return [
        (_("Valutazione o assegnazione di punteggi"), False, _("nessun campo assegna punteggi alle persone")),
        (
            _("Decisioni automatiche con effetti giuridici"),
            False,
            _("le somiglianze tra schede sono proposte: decide una persona"),
        ),
        (_("Monitoraggio sistematico"), False, _("nessuna raccolta senza che la persona sia presente o lo sappia")),
        (_("Dati particolari o altamente personali"), bool(special), _in_tables(special)),
        (
            _("Larga scala"),
            people >= 5000,
            _("circa %(count)s schede") % {"count": number_format(people, force_grouping=True)},
        ),
        (
            _("Combinazione di insiemi di dati"),
            services > 1 and organisations > 1,
            _("%(services)s servizi di %(organisations)s enti su un solo registro")
            % {"services": services, "organisations": organisations},
        ),
        (_("Persone vulnerabili"), guarded > 0, _("%(count)s servizi riservati o protetti") % {"count": guarded}),
        (_("Uso innovativo di tecnologie"), False, _("da valutare")),
        (_("Ostacolo all'esercizio di un diritto o all'uso di un servizio"), False, _("da valutare")),
    ]


def _in_tables(names: Iterable[str]) -> str:
    return _("campi classificati come particolari in: %(tables)s") % {"tables": ", ".join(names)}


def _about(table: str) -> int:
    """How many rows, as the database estimates: whoever reads this may see none of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = %s::regclass", [table])
        count: int = cursor.fetchone()[0]
    return count


def _description() -> Section:
    head = (_("Servizio"), _("Ente"), _("Riservatezza"), _("Persone"), _("Conservazione"))
    rows = [
        (
            one.name,
            one.provider.name,
            str(one.get_confidentiality_display()),
            " ".join(one.audience.split()) or _("da completare"),
            records.kept(one),
        )
        for one in Service.objects.select_related("provider").order_by("name")
    ]
    return Section(_("Descrizione del trattamento"), tables=[Table(_("Servizi"), head, rows)])


def _necessity() -> Section:
    rows = [
        (str(one), str(one.get_basis_display()), one.basis_text or _("da completare"), one.withdrawal_words or "—")
        for one in Purpose.objects.filter(is_active=True)
    ]
    head = (_("Finalità"), _("Base giuridica"), _("Norma o atto"), _("Se il consenso è ritirato"))
    return Section(
        _("Necessità e proporzionalità"),
        paragraphs=[
            _(
                "I diritti delle persone si esercitano dal sistema: accesso, rettifica, limitazione, opposizione, "
                "cancellazione."
            )
        ],
        tables=[Table(_("Finalità"), head, rows)],
    )


def _risks() -> Section:
    """Three threats to each kind of data: the measures that are there, and what is left to judge."""
    said = dict(measures.found())
    labels = list(said)
    against = {
        _("accesso illegittimo"): [labels[0], labels[3], labels[4], labels[6], labels[8]],
        _("modifica indesiderata"): [labels[1], labels[2]],
        _("perdita"): [labels[1]],
    }
    judge = _("da valutare")
    rows = [
        (
            threat,
            str(records.CLASSES[privacy]),
            "; ".join(f"{label}: {said[label]}" for label in answers),
            judge,
            judge,
        )
        for threat, answers in against.items()
        for privacy in (Privacy.IDENTITY, Privacy.SPECIAL, Privacy.FREE_TEXT)
        if _tables_with(privacy)
    ]
    head = (_("Minaccia"), _("Dati"), _("Misure in vigore"), _("Probabilità"), _("Gravità"))
    return Section(_("Rischi"), tables=[Table(_("Minacce e misure"), head, rows)])
