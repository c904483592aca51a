# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "ponte.people"
    label = "people"
    verbose_name = "Persone"

    def ready(self) -> None:
        from ponte.people import browser_import, timeline
        from ponte.platform.spreadsheets import registry

        timeline.add_provider(timeline.enrolment_events)
        registry.add_kind(browser_import.PEOPLE)
