# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "ponte.api"
    label = "api"
    verbose_name = _("Interfaccia per programmi")

    def ready(self) -> None:
        from ponte.api import signals  # noqa: F401 - connects them
