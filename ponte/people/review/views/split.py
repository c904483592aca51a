# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making two cards of one that held two people."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ponte.people import persons, queries
from ponte.people.models import Enrolment
from ponte.people.persons import Field
from ponte.people.review import preview
from ponte.people.review.split_form import SplitForm
from ponte.people.review.splitting import Detail, Share
from ponte.people.review.splitting import split as split_card
from ponte.people.views.web import acting_user, card_or_404, say, show_refusal


def split(request: HttpRequest, code: str) -> HttpResponse:
    user, card = acting_user(request), card_or_404(request, code)
    services = queries.team_services(user)
    fields = [
        (field, preview.in_words(user, card, field))
        for field in Field
        if field != Field.NAME and persons.says(card, field)
    ]
    details: list[Detail] = [*card.other_names.all(), *card.other_contacts.all(), *card.identifiers.all()]
    enrolments: list[Enrolment] = [one for one in card.enrolments.all() if one.closed_on is None]
    form = SplitForm(request.POST or None, services=services, fields=fields, details=details, enrolments=enrolments)
    if request.method == "POST" and form.is_valid():
        try:
            new = split_card(
                card=card,
                share=_share(form, details, enrolments),
                service=form.cleaned_data["service"],
                by=user,
                reason=form.cleaned_data["reason"],
            )
        except ValidationError as refusal:
            show_refusal(form, refusal)
        except PermissionDenied:
            form.add_error(
                None, _("Una delle prese in carico è di un altro servizio: la può dividere la sua équipe.")
            )
        else:
            say(request, _("Ora sono due schede: quella nuova ha il codice %(code)s.") % {"code": new.code})
            return redirect("people:card", new.code)
    return render(request, "review/split.html", {"card": card, "form": form})


def _share(form: SplitForm, details: list[Detail], enrolments: list[Enrolment]) -> Share:
    chosen = form.chosen()
    return Share(
        named=form.named(),
        moved=[field for field, whose in chosen.items() if whose == SplitForm.THEIRS],
        copied=[field for field, whose in chosen.items() if whose == SplitForm.BOTH],
        details=[one for one in details if form.is_theirs(one)],
        enrolments=[one for one in enrolments if form.is_theirs(one)],
    )
