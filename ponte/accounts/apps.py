# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ponte.accounts"
    label = "accounts"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from ponte.accounts import signals  # noqa: F401 - connects them
        from ponte.accounts.factors import traces  # noqa: F401 - connects them
        from ponte.accounts.federation import adapter  # noqa: F401 - connects it
