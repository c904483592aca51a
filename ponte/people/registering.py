# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering whom a form describes. Nobody who is likely known is registered in silence."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import actions, enrolling, intake
from ponte.people.forms.card import NewCardForm
from ponte.people.forms.intake import ApartForm
from ponte.people.intake import Panel
from ponte.people.models import Card


def hindrance(panel: Panel) -> str:
    """Why nothing may be saved: nobody could be looked for, or somebody stands there who may be the same person."""
    if panel.trouble:
        return panel.trouble
    if panel.undecided:
        return _("Forse è già conosciuta: guardi le persone simili e dica di ognuna se è la stessa o un'altra.")
    return ""


@transaction.atomic
def register(*, form: NewCardForm, panel: Panel, apart: ApartForm, by: User) -> Card:
    """With what was said of the likely people, and taken on at once where the form says so. The forms are valid and
    nothing hinders."""
    service = form.cleaned_data["service"]
    card = actions.register_card(fields=form.card_fields(), service=service, by=by, identifiers=form.identifiers())
    if form.cleaned_data["enrol"]:
        enrolling.open_enrolment(card=card, service=service, opened_on=timezone.localdate(), by=by, referent=by)
    intake.remember(panel, card=card, answer=apart.cleaned_data, by=by)
    return card
