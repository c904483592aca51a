# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import base64
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

PURPOSE = b"ponte second factors"


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """What allauth keeps of second factors is encrypted: a copy of the database alone makes no codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Il codice non è giusto, o è già stato usato."),
        "cannot_generate_recovery_codes": _("I codici di recupero servono solo a chi ha un secondo fattore."),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return "Ponte"

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's word
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Chiave") if number == 1 else gettext("Chiave %(number)d") % {"number": number}


def _box() -> MultiFernet:
    """Encrypts under the secret key, and opens also what was encrypted under one of those before it."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_derived(key))) for key in keys])


def _derived(key: str) -> bytes:
    return HKDF(hashes.SHA256(), length=32, salt=None, info=PURPOSE).derive(key.encode())


def codes_left(authenticator: Authenticator | None) -> str:
    """How many recovery codes were not used yet, in words; empty where there are none at all."""
    if authenticator is None:
        return ""
    number = len(authenticator.wrap().get_unused_codes())
    return ngettext("Resta %(number)d codice.", "Restano %(number)d codici.", number) % {"number": number}
