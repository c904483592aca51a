# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

import pytest

from ponte.network.models import Project, Service
from ponte.register.indicators import Period, period_of


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (Service(), Period(date(2021, 1, 1), date(2021, 12, 31), "2021")),
        (
            Service(reporting_period="school_year"),
            Period(date(2021, 9, 1), date(2022, 8, 31), "a.s. 2021/2022"),
        ),
        (
            Project(reporting_period="first_half"),
            Period(date(2021, 1, 1), date(2021, 6, 30), "primo semestre 2021"),
        ),
        (
            Project(reporting_period="project", starts_on=date(2020, 4, 1), ends_on=date(2022, 3, 31)),
            Period(date(2020, 4, 1), date(2021, 12, 31), "2020-2021"),
        ),
        (Project(reporting_period="project"), Period(date(2021, 1, 1), date(2021, 12, 31), "2021")),
    ],
)
def test_each_section_accounts_for_its_own_period(section: Service | Project, expected: Period) -> None:
    """A school desk counted by calendar year would lose half of its interviews."""
    assert period_of(section, 2021) == expected
