# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.network.views import directory, editing, pages

app_name = "network"
urlpatterns = [
    path("rete/", directory.directory, name="directory"),
    path("rete/nomi/territori/", directory.area_names, name="area_names"),
    path("rete/nomi/enti/", directory.organisation_names, name="organisation_names"),
    path("servizi/", directory.listing, {"thing": "services"}, name="services"),
    path("servizi/nuovo/", editing.new_service, name="new_service"),
    path("servizi/<slug:slug>/modifica/", editing.change_service, name="change_service"),
    path("servizi/<slug:slug>/", pages.service, name="service"),
    path("progetti/", directory.listing, {"thing": "projects"}, name="projects"),
    path("progetti/nuovo/", editing.new_project, name="new_project"),
    path("progetti/<slug:slug>/modifica/", editing.change_project, name="change_project"),
    path("progetti/<slug:slug>/", pages.project, name="project"),
    path("enti/", directory.listing, {"thing": "organisations"}, name="organisations"),
    path("enti/nuovo/", editing.new_organisation, name="new_organisation"),
    path("enti/<slug:slug>/modifica/", editing.change_organisation, name="change_organisation"),
    path("enti/<slug:slug>/", pages.organisation, name="organisation"),
    path("territori/", directory.listing, {"thing": "areas"}, name="areas"),
    path("territori/nuovo/", editing.new_district, name="new_district"),
    path("territori/<slug:slug>/modifica/", editing.change_district, name="change_district"),
    path("territori/<slug:slug>/", pages.area, name="area"),
]
