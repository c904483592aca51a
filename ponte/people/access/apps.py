# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "ponte.people.access"
    label = "access"
    verbose_name = "Accessi"

    def ready(self) -> None:
        from ponte.network.teams import leaving
        from ponte.people.access import held, reopening

        held.tell()
        leaving.add_provider(reopening.before_leaving)
