# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The OpenAPI document, as it stands in docs/api/openapi.json: `make openapi` writes it again."""

import json
import sys
from pathlib import Path

from django.urls import reverse

PLACE = Path("docs/api/openapi.json")


def text() -> str:
    from ponte.api.interface import api

    described = api.get_openapi_schema(path_prefix=reverse("v1:api-root"))
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    import django

    django.setup()
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(text(), encoding="utf-8")
    print(f"{PLACE} says what the code does.", file=sys.stderr)  # noqa: T201 - a command


if __name__ == "__main__":
    main()
