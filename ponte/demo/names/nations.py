# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose names are made: the citizenships that services around Milan meet, and how often.

Weights follow the order of foreign residents of Lombardy and the communities that the sources name, rounded, with
those whom services meet more often than the register of residents does (Italians, Somalis, Syrians) made visible.
They are made up for demonstration and no statistics.
"""

from typing import NamedTuple


class Nation(NamedTuple):
    """Weight, women per hundred, languages spoken (most likely first), communities with their shares."""

    weight: float
    women: int
    languages: tuple[str, ...]
    communities: tuple[tuple[str, int], ...]


def _nation(weight: float, women: int, languages: str, communities: str) -> Nation:
    shares = (item.partition("*") for item in communities.split())
    return Nation(weight, women, tuple(languages.split()), tuple((key, int(share or 1)) for key, _, share in shares))


NATIONS: dict[str, Nation] = {
    "RO": _nation(12.0, 57, "ron hun", "ron"),
    "EG": _nation(9.5, 35, "ara", "ara-EG*88 ara-EG-coptic*12"),
    "IT": _nation(9.0, 52, "ita", "ita"),
    "MA": _nation(7.5, 47, "ara fra rif", "ara-MA"),
    "AL": _nation(7.0, 48, "sqi", "sqi"),
    "CN": _nation(7.0, 50, "zho wuu", "zho"),
    "PH": _nation(6.0, 57, "fil eng ilo", "fil"),
    "UA": _nation(5.8, 77, "ukr rus", "ukr*82 rus-UA*18"),
    "PE": _nation(5.0, 57, "spa que", "spa-PE"),
    "IN": _nation(4.0, 42, "pan hin eng", "pan*70 hin*30"),
    "PK": _nation(4.0, 31, "urd pnb eng", "urd"),
    "EC": _nation(3.8, 57, "spa que", "spa-EC"),
    "LK": _nation(3.6, 47, "sin tam eng", "sin*85 tam*15"),
    "BD": _nation(3.4, 33, "ben eng", "ben*92 ben-hindu*8"),
    "SN": _nation(2.8, 26, "wol fra ful", "wol"),
    "NG": _nation(2.0, 45, "bin eng ibo yor", "bin"),
    "MD": _nation(1.9, 66, "ron rus", "ron*82 rus*18"),
    "TN": _nation(1.8, 40, "ara fra", "ara-TN"),
    "SV": _nation(1.7, 58, "spa", "spa-SV"),
    "BR": _nation(1.6, 70, "por", "por-BR"),
    "BO": _nation(1.3, 61, "spa que aym", "spa-BO"),
    "CI": _nation(1.1, 44, "fra dyu bci", "fra-CI"),
    "GH": _nation(1.0, 38, "aka eng", "aka"),
    "RU": _nation(1.0, 80, "rus", "rus"),
    "DO": _nation(0.9, 61, "spa", "spa-DO"),
    "TR": _nation(0.9, 43, "tur kmr", "tur"),
    "SO": _nation(0.8, 44, "som ara", "som"),
    "BG": _nation(0.7, 61, "bul tur", "bul"),
    "GE": _nation(0.6, 80, "kat rus", "kat"),
    "RS": _nation(0.6, 50, "srp", "srp*92 bos*8"),
    "CO": _nation(0.6, 62, "spa", "spa-CO"),
    "PL": _nation(0.6, 71, "pol", "pol"),
    "XK": _nation(0.6, 46, "sqi srp", "sqi"),
    "BA": _nation(0.5, 48, "bos srp", "bos*70 srp*30"),
    "ER": _nation(0.5, 44, "tir ara", "tir"),
    "SY": _nation(0.5, 45, "ara kmr", "ara-SY"),
    "CU": _nation(0.5, 70, "spa", "spa-CU"),
    "AF": _nation(0.4, 32, "prs pus", "prs*75 pus*25"),
    "ET": _nation(0.4, 56, "amh orm tir", "amh*88 tir*12"),
    "GM": _nation(0.4, 8, "mnk eng wol", "mnk"),
    "ML": _nation(0.4, 9, "bam fra", "bam"),
    "DZ": _nation(0.4, 42, "ara fra kab", "ara-DZ"),
    "IR": _nation(0.4, 49, "fas", "fas"),
    "GB": _nation(0.3, 46, "eng", "eng"),
    "KR": _nation(0.3, 58, "kor", "kor"),
}
