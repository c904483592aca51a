# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _after_migrating(**_: object) -> None:
    from django.db import connection

    from ponte.platform.database import roles

    with connection.cursor() as cursor:
        roles.grant_privileges(cursor)


class PlatformConfig(AppConfig):
    name = "ponte.platform"
    label = "platform"
    verbose_name = "Ponte"

    def ready(self) -> None:
        post_migrate.connect(_after_migrating, dispatch_uid="ponte.grant_privileges")
