# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "ponte.reports"
    label = "reports"
    verbose_name = "Rapporti"

    def ready(self) -> None:
        from ponte.reports import held

        held.tell()
