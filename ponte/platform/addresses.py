# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""From which address a request comes, where proxies of ours stand before the server."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str | None:
    """The address of whoever asks: as the outermost of `TRUSTED_PROXIES` proxies of our own saw it.

    What stands further left in `X-Forwarded-For` was written by the asker and is not believed.
    """
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    trusted = settings.TRUSTED_PROXIES
    seen = hops[-trusted] if 0 < trusted <= len(hops) else request.META.get("REMOTE_ADDR") or ""
    try:
        return str(ipaddress.ip_address(seen))
    except ValueError:
        return None


def network_of(address: str | None) -> str:
    """What stands for one asker: an IPv4 address, or the 64 bits that one IPv6 customer has for themselves."""
    if address is None:
        return ""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return address
