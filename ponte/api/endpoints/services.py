# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The services of the network, as on its public pages."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema

from ponte.api.schemas import PROBLEMS, Cursor, Limit, Named, keys_in, page_of
from ponte.network.models import Service
from ponte.network.search import Criteria
from ponte.network.search import services as search

router = Router(tags=["services"])


class ServiceShown(Schema):
    slug: str
    name: str
    kind: Literal[tuple(Service.Kind.values)]  # type: ignore[valid-type]
    provider: Named
    description: str
    audience: str
    how_to_access: str
    what_to_bring: str
    territory: str
    languages: list[str]
    phone: str
    address: str

    @staticmethod
    def of(service: Service) -> "ServiceShown":
        told: dict[str, Any] = {
            name: getattr(service, name)
            for name in ServiceShown.model_fields
            if name not in {"kind", "provider", "address"}
        }
        return ServiceShown(
            **told,
            kind=service.kind,
            provider=Named(slug=service.provider.slug, name=service.provider.name),
            address=f"/servizi/{service.slug}/",
        )


class Services(Schema):
    services: list[ServiceShown]
    next: str | None


@router.get("", auth=None, response={200: Services, **PROBLEMS}, url_name="services", summary="List services")
def list_services(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=100)] = "",
    language: Annotated[str, Query(max_length=3)] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Services:
    """Public: needs no token. `language` (ISO 639-3) is one that the service itself speaks."""
    found = search(Criteria(text=q, language=language)).order_by("slug")
    if cursor:
        found = found.filter(slug__gt=keys_in(cursor, str)[0])
    page, following = page_of(found, limit, "slug")
    return Services(services=[ServiceShown.of(service) for service in page], next=following)
