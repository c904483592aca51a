# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Proposing pairs, answering, and taking back what followed."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby, islice

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, identity
from ponte.people import refusals as refused
from ponte.people.models import IdentityDecision
from ponte.people.review import bridges, queries
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.proposals import Proposal
from ponte.platform.audit import actions as audit

Answer = Verdict.Answer
AT_ONCE = 10_000


class Outcome(StrEnum):
    DECIDED = "decided"
    WAITING = "waiting"  # for the other side, or a second person of a protected service
    BRIDGE = "bridge"  # joining these two would bring together others that look different: they are asked about first
    NOTED = "noted"
    ASKED = "asked"


def propose(pairs: Iterable[Proposal], *, source: str, by: User | None, anyway: bool = False) -> int:
    """Put pairs into the queues where they may wait, and return how many are new; again changes nothing.

    Pairs that look unlike or were decided about, persons held to be different and cards of one person are passed
    over; `anyway` leaves out only the last. `by` is the user for whom it is done; none where worker or command line
    compare on their own.
    """
    worth = (pair for pair in pairs if anyway or pair.likeness.band.is_shown)
    made = given = 0
    with transaction.atomic():
        for chunk in _chunks(worth):
            given += len(chunk)
            chunk.sort(key=lambda pair: pair.likeness.model)
            for model, group in groupby(chunk, key=lambda pair: pair.likeness.model):
                made += _propose(list(group), model, source, anyway=anyway)
        if given:
            audit.record("review.propose_pairs", by=by, after={"source": source, "given": given, "new": made})
    return made


def _chunks(pairs: Iterator[Proposal]) -> Iterator[list[Proposal]]:
    while chunk := list(islice(pairs, AT_ONCE)):
        yield chunk


def _propose(pairs: Sequence[Proposal], model: str, source: str, *, anyway: bool) -> int:
    likenesses = [pair.likeness for pair in pairs]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT review_propose(%s, %s, %s, %s, %s, %s, %s, %s)",
            [
                [pair.card for pair in pairs],
                [pair.other for pair in pairs],
                [float(likeness.score) for likeness in likenesses],
                [str(likeness.band) for likeness in likenesses],
                ["{" + ",".join(map(str, likeness.vector)) + "}" for likeness in likenesses],
                model,
                MatchPair.Source(source).value,
                anyway,
            ],
        )
        made: int = cursor.fetchone()[0]
    return made


@transaction.atomic
def answer(
    *,
    pair: MatchPair,
    answer: str,
    by: User,
    note: str = "",
    overrides: Collection[str] = (),
    batch: uuid.UUID | None = None,
) -> Outcome:
    """Remember what the user says about the pair, and decide where that is enough.

    Raises `PermissionDenied`, and what `identity.join` raises; then nothing is kept, the answer neither.
    """
    view = queries.pair_for(by, pair.pk)
    if not view.may_answer(answer):
        raise PermissionDenied
    identity.take_turn()
    pair = view.pair
    pair.refresh_from_db(fields=["status", "is_urgent"])
    if pair.status not in MatchPair.WAITING_STATUSES:
        raise _no_longer_waiting(pair, by)
    if overrides and not note.strip():
        raise ValidationError({"note": _("Scriva il motivo: resta con la decisione.")})
    verdict = Verdict(pair=pair, answer=answer, note=note, given_by=by, score=pair.score, band=pair.band)
    verdict.vector, verdict.model = pair.vector, pair.model
    verdict.clean_fields(exclude=["pair"])
    verdict.save(force_insert=True)
    audit.record("review.answer_pair", pair, by=by, reason=note, after={"answer": answer})
    if answer == Answer.ASK:
        _change(pair, is_urgent=True)
        return Outcome.ASKED
    if answer == Answer.UNSURE:
        return Outcome.NOTED
    if not _is_agreed(pair, answer):
        _change(pair, status=MatchPair.Status.WAITING, is_urgent=True)
        return Outcome.WAITING
    if answer == Answer.SAME:
        apart = [] if IdentityDecision.Override.BRIDGE in overrides else bridges.pairs_apart(by, view)
        if apart:
            propose(apart, source=MatchPair.Source.MANUAL, by=by, anyway=True)
            return Outcome.BRIDGE
        if IdentityDecision.Override.DOCUMENTS not in overrides:
            identity.check_documents(pair.card_a_id, pair.card_b_id)
    _decide(pair, answer, by, note, overrides, batch)
    return Outcome.DECIDED


def _no_longer_waiting(pair: MatchPair, by: User) -> refused.AlreadyDecidedError:
    there = decisions.of_pair(pair.card_a_id, pair.card_b_id, pair.guarded_by_id)
    if there is not None:
        return refused.already_decided(there, to=by)
    return refused.AlreadyDecidedError(_("Questa coppia non aspetta più una risposta."))


def _change(pair: MatchPair, **fields: object) -> None:
    for name, value in fields.items():
        setattr(pair, name, value)
    pair.save(update_fields=list(fields))


def _is_agreed(pair: MatchPair, answer: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT review_is_agreed(%s, %s)", [pair.pk, answer])
        agreed: bool = cursor.fetchone()[0]
    return agreed


def _decide(
    pair: MatchPair, answer: str, by: User, note: str, overrides: Collection[str], batch: uuid.UUID | None
) -> IdentityDecision:
    def store(decision: IdentityDecision, by: User) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT review_decide(%s, %s, %s, %s, %s)", [pair.pk, answer, note, list(overrides), batch]
            )
            decision.pk = cursor.fetchone()[0]

    made = IdentityDecision(
        card_a_id=pair.card_a_id,
        card_b_id=pair.card_b_id,
        verdict=answer,
        reason=note,
        overrides=list(overrides),
        batch=batch,
        guarded_by_id=pair.guarded_by_id,
    )
    return identity.append([made], by=by, store=store)[0]


@transaction.atomic
def take_back(*, pair: MatchPair, by: User, reason: str = "", ask_again: bool = False) -> None:
    """Undo what was decided about the pair; it is asked about again only if so said. Raises `PermissionDenied`,
    `AlreadyDecidedError` and `ContradictionError`."""
    queries.pair_for(by, pair.pk)
    identity.take_turn()
    with connection.cursor() as cursor:
        cursor.execute("SELECT review_may_take_back(%s)", [pair.pk])
        if not cursor.fetchone()[0]:
            raise PermissionDenied

    def store(decision: IdentityDecision, by: User) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT made, undone FROM review_take_back(%s, %s, NULL)", [pair.pk, reason])
            row = cursor.fetchone()
        if row is None:
            raise refused.already_undone(to=by)
        decision.pk, decision.undoes_id = row

    made = IdentityDecision(
        card_a_id=pair.card_a_id,
        card_b_id=pair.card_b_id,
        verdict=IdentityDecision.Verdict.UNDO,
        reason=reason,
        guarded_by_id=pair.guarded_by_id,
    )
    identity.append([made], by=by, store=store)
    if ask_again:
        reopen(pair)


@transaction.atomic
def withdraw(*, pair: MatchPair, by: User) -> None:
    """Take one's own answer back while the pair still waits for somebody else's."""
    queries.pair_for(by, pair.pk)
    verdict = Verdict(pair=pair, answer=Answer.UNSURE, given_by=by, score=pair.score, band=pair.band)
    verdict.vector, verdict.model = pair.vector, pair.model
    verdict.save(force_insert=True)
    audit.record("review.withdraw_answer", pair, by=by)
    others = [
        given for given in queries.pair_for(by, pair.pk).given if given.answer in {Answer.SAME, Answer.DIFFERENT}
    ]
    if not others:
        reopen(pair)


def reopen(pair: MatchPair) -> None:
    """Let the pair wait again, as if nobody had answered."""
    last = Verdict.objects.filter(pair=pair).aggregate(last=Max("pk"))["last"]
    _change(pair, status=MatchPair.Status.OPEN, closed_at=None, is_urgent=False, answers_after=last or 0)


@dataclass(slots=True)
class BulkOutcome:
    """`kept` are the pairs that were not joined, each with the sentence why; they stay in the queue."""

    batch: uuid.UUID
    joined: int = 0
    kept: list[tuple[MatchPair, str]] = field(default_factory=list)


@transaction.atomic
def confirm_certain(*, pairs: Sequence[MatchPair], by: User) -> BulkOutcome:
    """Join pairs that nobody looked at one by one: only certain ones, in one act that one undo takes back."""
    outcome = BulkOutcome(uuid.uuid4())
    certain = {view.pair.pk for view in queries.certain(by, [pair.pk for pair in pairs])}
    for pair in pairs:
        if pair.pk not in certain:
            outcome.kept.append((pair, _("Non è più tra le coppie certe.")))
            continue
        try:
            with transaction.atomic():
                together = _("Confermata insieme ad altre.")
                done = answer(pair=pair, answer=Answer.SAME, by=by, note=together, batch=outcome.batch)
        except ValidationError as refusal:
            outcome.kept.append((pair, " ".join(refusal.messages)))
        else:
            if done == Outcome.DECIDED:
                outcome.joined += 1
            else:
                outcome.kept.append((pair, _("Unirebbe anche schede che sembrano di persone diverse.")))
    audit.record("review.confirm_certain", by=by, after={"batch": str(outcome.batch), "joined": outcome.joined})
    return outcome
