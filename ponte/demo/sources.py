# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The files that transcribe the source documents; what their keys mean stands at the head of each."""

from pathlib import Path
from typing import Any

import yaml

DOCUMENTS = {
    "000": "ALA Milano, Servizi erogati e progetti realizzati, anno 2021",
    "001": "Azienda Sociale Sud Est Milano, FAMI Lab'Impact, attività previste sul territorio",
    "002": "Ambito Visconteo Sud Milano e Progetto Con-Tatto, presentazione dell'Azione 2",
    "003": "Cooperativa Progetto Integrazione, Servizi e progetti",
    "004": "Città Metropolitana di Milano, scheda del progetto CIAO!, marzo 2021",
}

FOLDER = Path(__file__).parent / "data" / "network"


def read(name: str) -> Any:
    with (FOLDER / f"{name}.yaml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def text(value: str | None) -> str:
    return (value or "").strip()


def lines(value: list[str] | str | None) -> str:
    """A list as a text with one item a line, each after a dash; a text as it is."""
    if isinstance(value, list):
        return "\n".join(f"- {item.strip()}" for item in value)
    return text(value)


def other_names(row: dict[str, Any]) -> str:
    """The documents' spellings other than the name that the row goes by."""
    spellings = [spelling.strip() for spelling in text(row.get("source_name")).split(" / ")]
    known = {"", row["name"], row.get("short_name")}
    return " / ".join(spelling for spelling in spellings if spelling not in known)


def document(row: dict[str, Any]) -> str:
    """What a page names as the source of what it tells."""
    return DOCUMENTS[row["source"]] if row.get("source") else ""
