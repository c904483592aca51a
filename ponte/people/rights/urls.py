# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.people import urls as people  # noqa: F401 - registers the converter of card codes
from ponte.people.rights.views import notices, person

app_name = "rights"
urlpatterns = [
    path("persone/<card_code:code>/diritti/", person.person, name="person"),
    path("persone/<card_code:code>/diritti/informativa/", person.give_notice, name="give_notice"),
    path("persone/<card_code:code>/diritti/consensi/<int:pk>/", person.agreement, name="agreement"),
    path("persone/<card_code:code>/diritti/consensi/<int:pk>/ritira/", person.withdraw, name="withdraw"),
    path("diritti/informative/", notices.listed, name="notices"),
    path("diritti/informative/nuova/", notices.publish, name="publish_notice"),
    path("diritti/informative/<int:pk>/", notices.notice, name="notice"),
    path("diritti/informative/<int:pk>/traduci/", notices.translate, name="translate_notice"),
    path("diritti/finalita/nuova/", notices.purpose, name="new_purpose"),
    path("diritti/finalita/<int:pk>/", notices.purpose, name="purpose"),
]
