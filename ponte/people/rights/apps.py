# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "ponte.people.rights"
    label = "rights"
    verbose_name = "Diritti delle persone"

    def ready(self) -> None:
        from ponte.people import holds
        from ponte.people.rights import held, restricting

        held.tell()
        holds.add_provider(restricting.reasons)
