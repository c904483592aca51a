# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import secrets
from typing import Any
from urllib.parse import urlencode

import jwt
import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

WELL_KNOWN = "/.well-known/openid-configuration"
NONCES = "_oidc_nonces"
MOST_BEGUN = 5  # in several windows at once
ALGORITHMS = ("RS256", "PS256", "ES256")


class VerifyingAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """Verifies the token's signature also where it came over TLS from the provider itself: that it names two factors
    opens people's cards. It must come of a sign-in that was begun here, and the provider be the one configured."""

    @property
    def openid_config(self) -> dict[str, Any]:
        told: dict[str, Any] = super().openid_config
        if told.get("issuer", "").rstrip("/") + WELL_KNOWN != self.get_provider().server_url:
            raise OAuth2Error("The provider says that it is another one")
        return told

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        with get_adapter().get_requests_session() as session:
            published = session.get(self.openid_config["jwks_uri"])
        try:
            token: dict[str, Any] = jwt.decode(
                id_token,
                _key_for(id_token, jwt.PyJWKSet.from_dict(published.json())),
                algorithms=ALGORITHMS,
                audience=app.client_id,
                issuer=self.openid_config["issuer"],
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
                leeway=30,
            )
        except (jwt.PyJWTError, ValueError) as problem:
            raise OAuth2Error("Invalid id_token") from problem
        asked: list[str] = self.request.session.get(NONCES, [])
        if token.get("nonce") not in asked:
            raise OAuth2Error("The token was not asked for in this session")
        self.request.session[NONCES] = [nonce for nonce in asked if nonce != token["nonce"]]
        return token


def _key_for(id_token: str, published: jwt.PyJWKSet) -> jwt.PyJWK:
    """The key that the token names; one that names none is of a provider with a single key."""
    named = jwt.get_unverified_header(id_token).get("kid")
    fitting = [key for key in published.keys if named is None or key.key_id == named]
    if len(fitting) != 1:
        raise jwt.InvalidKeyError("The token does not say which key signed it.")
    return fitting[0]


@login_not_required
@require_GET
def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    nonce = secrets.token_urlsafe(32)
    request.session[NONCES] = [*request.session.get(NONCES, []), nonce][-MOST_BEGUN:]
    # Where allauth looks for what else to send; whatever the address itself asked for is not sent.
    query = request.GET.copy()
    query["auth_params"] = urlencode({"nonce": nonce})
    request.GET = query  # type: ignore[assignment]
    return _answer(OAuth2LoginView, request, provider_id)


@login_not_required
@require_GET
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    return _answer(OAuth2CallbackView, request, provider_id)


def _answer(view: type, request: HttpRequest, provider_id: str) -> HttpResponseBase:
    try:
        answer: HttpResponseBase = view.adapter_view(VerifyingAdapter(request, provider_id))(request)  # type: ignore[attr-defined]
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except (OAuth2Error, requests.RequestException) as problem:
        # Also where the provider is away.
        answer = render_authentication_error(request, provider_id, exception=problem)
    return answer
