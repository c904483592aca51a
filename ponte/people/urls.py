# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from ponte.people.views import card, details, edit, enrolments, intake, lists


class CardCode(StringConverter):
    regex = "[2-9A-HJ-NP-Z]{8}"


register_converter(CardCode, "card_code")

app_name = "people"
urlpatterns = [
    path("persone/", lists.people, name="list"),
    path("persone/nuova/", edit.new, name="new"),
    path("persone/nuova/somiglianze/", intake.likely, name="likely"),
    path("persone/domande/<int:pk>/", intake.reply, name="reply"),
    path("persone/avvisi/<int:pk>/visto/", intake.seen, name="seen"),
    path("persone/<card_code:code>/somiglianze/", intake.likely_others, name="likely_others"),
    path("persone/<card_code:code>/", card.card, name="card"),
    path("persone/<card_code:code>/modifica/", edit.edit, name="edit"),
    path("persone/<card_code:code>/stampa/", card.printed, name="print"),
    path("persone/<card_code:code>/nome-legale/", card.legal_name, name="legal_name"),
    path("persone/<card_code:code>/nucleo/", details.household, name="household"),
    path("persone/<card_code:code>/nucleo/esci/", details.leave_household, name="leave_household"),
    path("persone/<card_code:code>/prese-in-carico/nuova/", enrolments.open_one, name="open_enrolment"),
    path("persone/<card_code:code>/prese-in-carico/<int:pk>/chiudi/", enrolments.close, name="close_enrolment"),
    path("persone/<card_code:code>/prese-in-carico/<int:pk>/riapri/", enrolments.reopen, name="reopen_enrolment"),
    path("persone/<card_code:code>/<slug:word>/aggiungi/", details.add, name="add_detail"),
    path("persone/<card_code:code>/<slug:word>/<int:pk>/togli/", details.remove, name="remove_detail"),
]
