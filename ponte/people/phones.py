# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Telephone numbers: kept as E.164, shown as people write them, found as they are typed."""

import re

import phonenumbers

HOME = "IT"


def normalised(text: str) -> str:
    """E.164 ("+393331234567") where the text is a telephone number, otherwise the text as it came."""
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return text.strip()
    if not phonenumbers.is_possible_number(number):
        return text.strip()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def displayed(number: str) -> str:
    """ "+39 333 123 4567"; what is no number is shown as it is."""
    try:
        parsed = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def searchable(text: str) -> str:
    """What the beginning of a normalised number is, for a text that could be (part of) one; otherwise empty."""
    if not re.fullmatch(r"\+?[\d\s./()\-]+", text.strip()):
        return ""
    digits = re.sub(r"\D", "", text)
    if text.strip().startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+39{digits}"
