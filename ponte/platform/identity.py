# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The identity provider that the environment names, in the words of allauth."""

from collections.abc import Mapping
from typing import Any

SPID = "https://www.spid.gov.it/Spid"
LEVELS = f"{SPID}L2,{SPID}L3"


def providers(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """One, where `PONTE_OIDC_SERVER` is given, else none."""
    server = environment.get("PONTE_OIDC_SERVER", "")
    if not server:
        return []
    return [
        {
            "provider_id": "oidc",
            "name": environment.get("PONTE_OIDC_NAME", "SPID o CIE"),
            "client_id": environment.get("PONTE_OIDC_CLIENT_ID", ""),
            "secret": environment.get("PONTE_OIDC_CLIENT_SECRET", ""),
            "settings": {
                "server_url": server,
                "oauth_pkce_enabled": True,
                "scope": environment.get("PONTE_OIDC_SCOPE", "openid profile email").split(),
                "auth_params": {"acr_values": " ".join(second_factor_levels(environment))},
            },
        }
    ]


def second_factor_levels(environment: Mapping[str, str]) -> list[str]:
    """The `acr` values that stand for two factors."""
    return [level for level in environment.get("PONTE_OIDC_SECOND_FACTOR_ACR", LEVELS).split(",") if level]
