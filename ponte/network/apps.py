# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _after_migrating(**_: object) -> None:
    """Every installation knows the comuni of Lombardy from its first migration on."""
    from django.db import connection

    from ponte.network.areas import load_lombardy
    from ponte.network.models import Area

    if Area._meta.db_table not in connection.introspection.table_names():
        return
    if not Area.objects.filter(kind=Area.Kind.MUNICIPALITY).exists():
        load_lombardy()


class NetworkConfig(AppConfig):
    name = "ponte.network"
    label = "network"
    verbose_name = "Rete"

    def ready(self) -> None:
        post_migrate.connect(_after_migrating, sender=self, dispatch_uid="ponte.load_lombardy")
