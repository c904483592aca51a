# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Italian is written in the code; the catalogs beside each context hold the other languages."""
