# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "ponte.oversight"
    label = "oversight"
    verbose_name = "Vigilanza"

    def ready(self) -> None:
        from ponte.oversight import held

        held.tell()
