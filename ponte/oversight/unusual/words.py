# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why something was noticed, in words: what it is, and what it may be instead."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ponte.oversight.models import UnusualAccess
from ponte.oversight.unusual import behaviour

Kind = UnusualAccess.Kind

# (kind, why): the sentence.
SENTENCES: Mapping[tuple[str, str], str | Promise] = {
    (Kind.COLLEAGUE, ""): gettext_lazy("La scheda ha il nome o l'e-mail di chi lavora nella rete."),
    (Kind.RELATIVE, "own"): gettext_lazy("La scheda ha il nome o l'e-mail di chi la legge."),
    (Kind.RELATIVE, "household_id"): gettext_lazy("La persona vive nel nucleo di chi legge."),
    (Kind.RELATIVE, "phone"): gettext_lazy("La persona ha lo stesso telefono di chi legge."),
    (Kind.RELATIVE, "address"): gettext_lazy("La persona ha lo stesso indirizzo di chi legge."),
    (Kind.RELATIVE, "family_name"): gettext_lazy("Stesso cognome, raro nel registro, di chi legge."),
    (Kind.GONE, "no_team"): gettext_lazy("Chi legge non era in nessuna équipe in quel momento."),
    (Kind.GONE, "suspended"): gettext_lazy("Chi legge era sospeso in quel momento."),
}


def in_words(one: UnusualAccess) -> str:
    number = len(one.cards)
    if one.kind == Kind.MANY:
        return _("Più di %(many)s persone in un'ora; %(looks)s letture in quel giorno.") % {
            "many": behaviour.MANY, "looks": one.looks,
        }  # fmt: skip
    if one.kind == Kind.NIGHT:
        return ngettext(
            "%(number)s persona tra le 22 e le 6, e di solito chi legge non lavora di notte.",
            "%(number)s persone tra le 22 e le 6, e di solito chi legge non lavora di notte.",
            number,
        ) % {"number": number}
    if one.kind == Kind.STRANGER:
        return ngettext(
            "%(number)s persona senza presa in carico né interventi nelle équipe di chi legge.",
            "%(number)s persone senza presa in carico né interventi nelle équipe di chi legge.",
            number,
        ) % {"number": number}
    return str(SENTENCES.get((one.kind, one.why), one.get_kind_display()))
