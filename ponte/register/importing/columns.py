# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The columns of the `register` sheet."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.people.sheet import language
from ponte.platform.spreadsheets import columns as c
from ponte.platform.spreadsheets.columns import Column
from ponte.platform.spreadsheets.problems import Unexpected
from ponte.register.models import Intervention, Participation, Setting

# A project's slug and its share, None where the file gives none.
ProjectValue = tuple[str, Decimal | None]


def project(value: str) -> ProjectValue:
    slug, equals, said = value.partition("=")
    if not equals:
        return slug.strip(), None
    try:
        share = Decimal(said.strip().replace(",", ".")).quantize(Decimal("0.001"))
    except InvalidOperation:
        share = Decimal(0)
    if not 0 < share <= 1:
        raise Unexpected(_("una quota da 0 a 1 dopo il segno =, per esempio progetto-uno=0.5"))
    return slug.strip(), share


COLUMNS = (
    Column("intervention", gettext_lazy("l'identificativo dell'intervento in questo file: le righe che lo hanno "
           "uguale sono un intervento solo"), c.text(80), required=True,
           aliases=("intervento", "id intervento", "id", "numero", "codice intervento")),
    Column("organisation", gettext_lazy("l'ente che ha svolto il lavoro (il suo identificativo); se manca, il "
           "gestore del servizio"), c.text(80), aliases=("ente", "organizzazione", "organization")),
    Column("service", gettext_lazy("il servizio (il suo identificativo)"), c.text(80), required=True,
           aliases=("servizio",)),
    Column("project", gettext_lazy("i progetti per cui conta (identificativi separati da ;), con la quota se non è "
           "in parti uguali: progetto-uno=0.7;progetto-due=0.3"), c.several(project),
           aliases=("progetto", "progetti")),
    Column("kind", gettext_lazy("il tipo di intervento"), c.choice(Intervention.Kind.values), required=True,
           aliases=("tipo", "tipo di intervento", "attività")),
    Column("date", gettext_lazy("la data"), c.full_date, required=True, aliases=("data", "giorno")),
    Column("minutes", gettext_lazy("la durata in minuti"), c.whole_number,
           aliases=("minuti", "durata", "durata in minuti")),
    Column("setting", gettext_lazy("il luogo"), c.choice(Setting.values), aliases=("luogo", "contesto")),
    Column("municipality", gettext_lazy("il comune: nome o codice ISTAT"), c.text(120), aliases=("comune", "città")),
    Column("language", gettext_lazy("le lingue (codici ISO 639-3, separati da ;)"), c.several(language),
           aliases=("lingua", "lingue", "languages")),
    Column("staff", gettext_lazy("chi lo ha svolto: nomi separati da ;"), c.several(c.text(150)),
           aliases=("operatori", "operatore", "operatrice", "mediatore", "mediatrice", "personale")),
    Column("person", gettext_lazy("l'identificativo (ref) di una persona del foglio delle persone, o il suo codice"),
           c.text(80), aliases=("persona", "utente", "ref", "rif persona")),
    Column("headcount", gettext_lazy("quante persone senza nome vale la riga"), c.whole_number,
           aliases=("quante persone", "numero persone", "presenze", "partecipanti")),
    Column("role", gettext_lazy("il ruolo di chi ha partecipato"), c.choice(Participation.Role.values),
           aliases=("ruolo",)),
    Column("first_contact", gettext_lazy("se era il primo contatto: yes, no o niente"), c.yes_no,
           aliases=("primo contatto", "primo accesso")),
    Column("group", gettext_lazy("la classe o il gruppo che ha partecipato"), c.text(120),
           aliases=("gruppo", "classe", "classe o gruppo")),
    Column("partner", gettext_lazy("la scuola, l'associazione o l'impresa con cui si è svolto"), c.text(160),
           aliases=("scuola", "associazione", "impresa")),
    Column("referred_to", gettext_lazy("per un invio: il servizio (identificativo) o altre parole"), c.text(160),
           aliases=("inviato a", "invio", "invio a")),
    Column("test", gettext_lazy("per un test: quale, per esempio hiv_rapid"), c.text(40)),
    Column("result", gettext_lazy("il risultato del test"), c.choice(Participation.Result.values),
           aliases=("risultato", "esito", "esito del test")),
    Column("output", gettext_lazy("un prodotto con un nome: un kit, un murale, una mostra"), c.text(160),
           aliases=("prodotto",)),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)
