# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path, re_path

from ponte.people import urls as people  # noqa: F401 - registers the converter of card codes
from ponte.people.rights.views import asking, notices, papers, person, terms, work

app_name = "rights"
urlpatterns = [
    path("persone/<card_code:code>/diritti/", person.person, name="person"),
    path("persone/<card_code:code>/diritti/informativa/", person.give_notice, name="give_notice"),
    path("persone/<card_code:code>/diritti/consensi/<int:pk>/", person.agreement, name="agreement"),
    path("persone/<card_code:code>/diritti/consensi/<int:pk>/ritira/", person.withdraw, name="withdraw"),
    path("persone/<card_code:code>/diritti/accesso/", asking.access, name="ask_access"),
    path("persone/<card_code:code>/diritti/rettifica/", asking.correction, name="ask_correction"),
    path("persone/<card_code:code>/diritti/limitazione/", asking.restriction, name="restrict"),
    path("persone/<card_code:code>/diritti/limitazioni/<int:pk>/togli/", asking.lift, name="lift"),
    path("persone/<card_code:code>/diritti/cancellazione/", asking.disposal, name="propose_disposal"),
    path("diritti/", work.work, name="work"),
    path("diritti/accesso/<int:pk>/", work.access, name="access_request"),
    path("diritti/accesso/<int:pk>/componi/<int:service>/", work.order, name="order_part"),
    path("diritti/accesso/<int:pk>/concludi/", work.close, name="close_access"),
    re_path(r"^diritti/accesso/parti/(?P<pk>[0-9]+)/(?P<form>pdf|json)/$", work.download, name="download"),
    path("diritti/rettifiche/<int:pk>/", work.correction, name="correction"),
    path("diritti/cancellazioni/<int:pk>/", work.disposal, name="disposal"),
    path("diritti/conservazione/", terms.listed, name="terms"),
    path("diritti/conservazione/nuovo/", terms.term, name="new_term"),
    path("diritti/conservazione/<int:pk>/", terms.term, name="term"),
    path("diritti/documenti/<slug:name>/", papers.shown, name="paper"),
    path("diritti/documenti/<slug:name>/<slug:form>/", papers.download, name="paper_file"),
    path("diritti/informative/", notices.listed, name="notices"),
    path("diritti/informative/nuova/", notices.publish, name="publish_notice"),
    path("diritti/informative/<int:pk>/", notices.notice, name="notice"),
    path("diritti/informative/<int:pk>/traduci/", notices.translate, name="translate_notice"),
    path("diritti/finalita/nuova/", notices.purpose, name="new_purpose"),
    path("diritti/finalita/<int:pk>/", notices.purpose, name="purpose"),
]
