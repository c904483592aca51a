# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The digest by which a restored installation is known to be the one that was copied."""

from collections.abc import Iterator

from django.db import transaction

from ponte.platform.backup import tables
from ponte.platform.checks.findings import Finding, Outcome


def check_digest() -> Iterator[Finding]:
    with transaction.atomic():
        tables.write_alike()
        every = tables.every_table()
        digests = {table.name: table.count_and_digest() for table in every}
    yield Finding("database.digest", Outcome.OK, f"All rows together have the digest {tables.digest_of(digests)}.")
