# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "ponte.register"
    label = "register"
    verbose_name = "Registro delle attività"

    def ready(self) -> None:
        from ponte.people import timeline
        from ponte.people.access.views import opened
        from ponte.platform.spreadsheets import registry
        from ponte.register import held
        from ponte.register.browser_import import REGISTER
        from ponte.register.timeline import interventions, opened_work

        timeline.add_provider(interventions)
        opened.add_work(opened_work)
        registry.add_kind(REGISTER)
        held.tell()
