# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.reports.views import current, published

app_name = "reports"

YEAR = "rapporti/<slug:organisation>/<int:year>/"
VERSION = f"{YEAR}versioni/<int:number>/"

urlpatterns = [
    path("rapporti/", current.listed, name="list"),
    path(YEAR, current.annual, name="annual"),
    path(f"{YEAR}scarica/<str:form>/", current.download, name="download"),
    path(f"{YEAR}pubblica/", published.publish, name="publish"),
    path(VERSION, published.version, name="version"),
    path(f"{VERSION}scarica/<str:form>/", published.download, name="version_download"),
    path(f"{VERSION}confronto/", published.changes, name="changes"),
    path(f"{VERSION}righe/", published.rows, name="version_rows"),
    path(f"{VERSION}verifica/", published.verify, name="verify"),
]
