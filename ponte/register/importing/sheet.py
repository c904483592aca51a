# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sheet of the register: what is wrong with its rows."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.platform.spreadsheets.columns import Column
from ponte.platform.spreadsheets.importing import ParsedRow, Progress, SheetImport, Stored
from ponte.platform.spreadsheets.problems import Problem
from ponte.register.importing.columns import COLUMNS
from ponte.register.importing.grouping import AGREED, groups, imported
from ponte.register.importing.references import References, look_up
from ponte.register.importing.storing import RegisterStore

SOURCE = "register"
PEOPLE_SOURCE = "people"


class RegisterImport(SheetImport):
    """Work from a file. `source` and the column `intervention` together name an intervention from one import
    to the next; `people_source` is the file of people whose refs go before those of others. With `service`, the
    file may tell of that service's work only."""

    slug = "register"
    title = gettext_lazy("Registro delle attività")
    columns: ClassVar[Sequence[Column]] = COLUMNS

    def __init__(
        self,
        *,
        source: str = SOURCE,
        people_source: str = PEOPLE_SOURCE,
        service: Service | None = None,
        by: User | None = None,
    ) -> None:
        self.source = source
        self.people_source = people_source
        self.service = service
        self.by = by
        self.known = References()

    def check(self, rows: Sequence[ParsedRow]) -> list[Problem]:
        self.known = look_up(rows, people_source=self.people_source, by=self.by)
        return [
            *(problem for row in rows for problem in self._wrong_in(row)),
            *(problem for same in groups(rows).values() for problem in _disagreements(same)),
        ]

    def drawn_in(self, rows: Sequence[ParsedRow], refused: set[int]) -> list[Problem]:
        """An intervention is stored whole or not at all."""
        first: dict[str, int] = {}
        for row in rows:
            if row.number in refused and (ref := row.values.get("intervention")):
                first.setdefault(ref, row.number)
        return [
            Problem(
                row.number,
                "intervention",
                row.values["intervention"],
                _("un intervento senza righe sbagliate: la riga %(row)s lo è") % {"row": first[ref]},
            )
            for row in rows
            if row.number not in refused and (ref := row.values.get("intervention")) in first
        ]

    def _wrong_in(self, row: ParsedRow) -> Iterator[Problem]:
        said, known = row.values, self.known
        service, organisation, municipality = said["service"], said.get("organisation"), said.get("municipality")
        if service not in known.services:
            yield Problem(row.number, "service", service, _("l'identificativo di un servizio della rete"))
        elif self.service is not None and service != self.service.slug:
            yield Problem(
                row.number,
                "service",
                service,
                _("%(service)s, il servizio per cui si importa il file") % {"service": self.service.slug},
            )
        if organisation is not None and organisation not in known.organisations:
            yield Problem(row.number, "organisation", organisation, _("l'identificativo di un ente della rete"))
        for slug, _share in said.get("project", ()):
            if slug not in known.projects:
                yield Problem(row.number, "project", slug, _("l'identificativo di un progetto della rete"))
        if municipality is not None and municipality not in known.areas:
            yield Problem(
                row.number, "municipality", municipality, _("il nome o il codice ISTAT di un comune lombardo")
            )
        yield from self._wrong_participation(row.number, said)

    def _wrong_participation(self, number: int, said: Mapping[str, Any]) -> Iterator[Problem]:
        ref = said.get("person")
        if ref is not None and ref in self.known.ambiguous:
            yield Problem(
                number, "person", ref, _("una persona sola: più fogli di persone usano questo identificativo")
            )
        elif ref is not None and ref not in self.known.people:
            yield Problem(number, "person", ref, _("l'identificativo (ref) di una persona già importata"))
        elif ref is not None and self.known.people[ref] in self.known.held:
            yield Problem(number, "person", ref, _("una persona i cui dati si possono usare: questi sono limitati"))
        if ref is not None and "headcount" in said:
            yield Problem(
                number, "headcount", str(said["headcount"]), _("niente: la riga ha una persona, che conta uno")
            )
        if "result" in said and "test" not in said:
            yield Problem(number, "test", "", _("il nome del test, perché la riga ne ha il risultato"))

    def store(self, rows: Sequence[ParsedRow], progress: Progress) -> Stored:
        told = [imported(ref, same, self.known) for ref, same in groups(rows).items()]
        return RegisterStore(self.source, self.by).store(told, progress)


def _disagreements(rows: list[ParsedRow]) -> Iterator[Problem]:
    """What the rows of one intervention must say alike and do not."""
    if len(rows) > 1:
        for column in AGREED:
            yield from _disagreement(rows, column)
    given: dict[str, Decimal] = {}
    for row in rows:
        for slug, share in row.values.get("project", ()):
            if share is None:
                continue
            if given.setdefault(slug, share) != share:
                yield Problem(
                    row.number,
                    "project",
                    f"{slug}={share}",
                    _("la stessa quota di questo progetto in tutte le righe dell'intervento (%(share)s)")
                    % {"share": given[slug]},
                )
    if sum(given.values(), Decimal(0)) > 1:
        said = ";".join(f"{slug}={share}" for slug, share in given.items())
        yield Problem(rows[0].number, "project", said, _("quote che insieme non superano 1"))


def _disagreement(rows: list[ParsedRow], column: str) -> Iterator[Problem]:
    first: ParsedRow | None = None
    for row in rows:
        if column not in row.values:
            continue
        if first is None:
            first = row
        elif row.values[column] != first.values[column]:
            yield Problem(
                row.number,
                column,
                str(row.values[column]),
                _("%(value)s, come alla riga %(row)s dello stesso intervento")
                % {"value": first.values[column], "row": first.number},
            )
