# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.accounts.models.attempts import Attempt
from ponte.accounts.models.sessions import Session
from ponte.accounts.models.users import User, UserManager

__all__ = ["Attempt", "Session", "User", "UserManager"]
