# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing the register in through the browser; the steps themselves are tested with the people."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets import running
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.support import system_role

FILE = """intervento,servizio,tipo,data,minuti,quante persone,umore
1,sportello-lavoro,interview,04/05/2021,30,1,buono
1,sportello-lavoro,interview,04/05/2021,,2,
2,sportello-lavoro,workshop,05/05/2021,90,12,
"""


def work() -> None:
    with system_role():
        for job in ProcrastinateJob.objects.filter(status="todo", task_name__endswith="work_on_import"):
            running.work(job.args["run_id"])


def test_from_upload_to_the_register(cast: Cast, client: Client) -> None:
    client.force_login(cast.coordinator)
    response = client.post(
        "/importa/registro/",
        {"file": SimpleUploadedFile("registro.csv", FILE.encode()), "service": cast.job_desk.pk},
    )
    address = str(response["Location"])
    work()
    assert "3 righe lette" in client.get(address).text
    client.post(f"{address}conferma/")
    work()
    with acting_as(cast.operator.pk):
        stored = Intervention.objects.order_by("import_ref")
        assert [(i.import_source, i.minutes, i.participations.count(), i.created_by) for i in stored] == [
            ("sportello-lavoro", 30, 2, cast.coordinator),
            ("sportello-lavoro", 90, 1, cast.coordinator),
        ]


@pytest.mark.parametrize("address", ["/importa/registro/", "/importa/registro/modello/"])
def test_only_coordinators_of_a_service_import(cast: Cast, client: Client, address: str) -> None:
    for name, user in cast.users.items():
        client.force_login(user)
        assert client.get(address).status_code == (200 if name == "coordinator" else 403), name
