# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The gallery: every component in every state, for whoever builds or judges a page."""
