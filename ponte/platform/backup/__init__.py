# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A complete, encrypted copy of an installation in one file, and back.

The file is what `age` makes of a gzipped tar: those three tools open it also where there is no Ponte.

| member | holds |
| --- | --- |
| `manifest.json` | when, which version, which migrations; tables with their columns; sequences |
| `tables/<table>/<number>` | the rows as COPY writes them in text; the parts of a table follow each other |
| `files/<name>` | the installation's files, as they lie encrypted in `PONTE_VAR/media` |
| `totals.json` | rows and digest of each table, size and SHA-256 of each file |

Rows come from one snapshot. The tables themselves are made by the migrations that the manifest names: the copy
of one PostgreSQL can be restored into another, 15 to 18. Neither the keys of encrypted fields nor anybody's
session are in it.
"""
