# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "ponte.register"
    label = "register"
    verbose_name = "Registro delle attività"

    def ready(self) -> None:
        from ponte.people import timeline
        from ponte.platform.spreadsheets import registry
        from ponte.register.browser_import import REGISTER
        from ponte.register.timeline import interventions

        timeline.add_provider(interventions)
        registry.add_kind(REGISTER)
