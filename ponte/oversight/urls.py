# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.oversight.views import card, search, unusual
from ponte.people import urls as people  # noqa: F401 - registers the converter of card codes

app_name = "oversight"
urlpatterns = [
    path("tracce/", search.search, name="search"),
    path("tracce/scarica/", search.export, name="export"),
    path("tracce/richieste/<uuid:request_id>/", search.one_request, name="request"),
    path("tracce/insoliti/", unusual.listed, name="unusual"),
    path("tracce/insoliti/<int:pk>/", unusual.one, name="unusual_one"),
    path("persone/<card_code:code>/accessi/", card.who_saw, name="card"),
]
