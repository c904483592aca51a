# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who works where: inviting users, and the teams of services.

Administrators invite users and name coordinators; coordinators fill the teams of their services. So whoever
opens the door to people's cards is always someone who answers for that service, and never for themselves.
"""
