# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in with an identity provider over OpenID Connect: a proxy to SPID and CIE, or a body's own."""
