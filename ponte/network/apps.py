# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "ponte.network"
    label = "network"
    verbose_name = "Rete"
