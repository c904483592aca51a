# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register from a spreadsheet: its columns (`columns`), what is wrong with a file (`sheet`, `references`),
its rows as interventions (`grouping`), and storing them (`storing`, `correcting`)."""
