# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes, one module for each right. Each is in one transaction with its audit event."""
