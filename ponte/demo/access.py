# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Some people of the example whom two services share, one kept to a few, an emergency that was, and a file."""

import datetime as dt

from django.utils import timezone

from ponte.accounts.models import User
from ponte.demo.users import DOMAIN
from ponte.network.models import Service
from ponte.people.access import keeping, sharing
from ponte.people.access.models import EmergencyAccess, EmergencyCard, Share
from ponte.people.attachments.actions import add_attachment
from ponte.people.models import Acquaintance, Card
from ponte.platform.papers.model import Paper
from ponte.platform.papers.pdf import write_pdf

DESK, MEDIATION, PSYCHOLOGY = "sportello-lavoro", "mediazione-culturale", "consulenza-psicologica"
ABROAD = "sportelli-stranieri-sud-est"
FEWEST = 4


def live() -> None:
    """Nothing where the desk has too few people."""
    desk = Service.objects.get(slug=DESK)
    cards = _known_to(desk)
    if len(cards) < FEWEST:
        return
    operator, colleague = _user("operatrice"), _user("coordinatrice.lavoro")
    until = timezone.now() + dt.timedelta(days=90)
    agreed = timezone.localdate() - dt.timedelta(days=3)
    sharing.share(
        card=cards[0], sender=desk, receiver=Service.objects.get(slug=MEDIATION),
        opens=[Share.Part.ENROLMENTS, Share.Part.ACTIVITIES, Share.Part.NOTES],
        purpose="accompagnamento al colloquio di lavoro", basis=Share.Basis.AGREEMENT,
        basis_text="lo ha chiesto al colloquio, con la mediatrice", agreed_on=agreed, until=until, by=operator,
    )  # fmt: skip
    sharing.share(
        card=cards[1], sender=desk, receiver=Service.objects.get(slug=PSYCHOLOGY), opens=[Share.Part.ACTIVITIES],
        purpose="primo colloquio psicologico", basis=Share.Basis.AGREEMENT,
        basis_text="modulo firmato allo sportello", agreed_on=agreed, until=until, lets_enrol=True, by=operator,
    )  # fmt: skip
    keeping.protect(
        card=cards[2], service=desk, members=[colleague], by=operator,
        reason="un parente lavora nello stesso edificio e chiede di lei",
    )  # fmt: skip
    add_attachment(
        card=cards[0], service=desk, name="lettera di presentazione.pdf", by=operator, for_all=True,
        note="da portare al colloquio", content=write_pdf(_letter()),
    )  # fmt: skip
    _emergency(abroad=Service.objects.get(slug=ABROAD), card=cards[3])


def _known_to(service: Service) -> list[Card]:
    """The first; who asks for something is among the last, so that no card shows everything at once."""
    known = Acquaintance.objects.filter(service=service).order_by("since", "card").values_list("card", flat=True)
    return list(Card.objects.filter(pk__in=list(known[:FEWEST])).order_by("pk"))


def _user(account: str) -> User:
    return User.objects.get(email=f"{account}@{DOMAIN}")


def _emergency(*, abroad: Service, card: Card) -> None:
    """One of yesterday, which the data protection officer has still to look at."""
    started = timezone.now() - dt.timedelta(hours=26)
    access = EmergencyAccess.objects.create(
        user=_user("sportello.assemi"), service=abroad, started_at=started, until=started + dt.timedelta(hours=4),
        reason="malore allo sportello: il pronto soccorso chiede la lingua e a chi telefonare",
    )  # fmt: skip
    EmergencyCard.objects.create(access=access, card=card)


def _letter() -> Paper:
    return Paper(
        title="Lettera di presentazione", subtitle="Esempio", author="Sportello lavoro", made_at=timezone.now(),
        made="Fatta con lo sportello: di nessuna persona vera.",
        lead=["Buongiorno, cerco un lavoro come aiuto cuoco. Ho tre anni di esperienza e sono disponibile subito."],
    )  # fmt: skip
