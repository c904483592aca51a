# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is known of a person is classed and protected, without exception."""

import pytest
from django.apps import apps
from django.db import connection, models

from ponte.people.models import Card, Household, Person
from ponte.platform.checks.database import personal_tables
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedTextField

OF_A_PERSON = {Person, Card, Household}


def models_tied_to_a_person() -> set[type[models.Model]]:
    """The models from which foreign keys lead to a person, in any number of steps."""
    tied: set[type[models.Model]] = set(OF_A_PERSON)
    while True:
        more = {
            model
            for model in apps.get_models(include_auto_created=True)
            if model not in tied
            and any(
                field.is_relation and field.concrete and field.related_model in tied
                for field in model._meta.get_fields()
            )
        }
        if not more:
            return tied
        tied |= more


TIED = sorted(models_tied_to_a_person(), key=lambda model: model._meta.label)
CLASSED = [model for model in apps.get_models(include_auto_created=True) if hasattr(model, "privacy")]


@pytest.mark.parametrize("model", TIED, ids=lambda model: model._meta.label)
def test_a_model_of_a_person_classes_its_fields(model: type[models.Model]) -> None:
    assert hasattr(model, "privacy")


@pytest.mark.parametrize("model", CLASSED, ids=lambda model: model._meta.label)
def test_every_field_has_a_privacy_class_and_only_fields_have(model: type[models.Model]) -> None:
    assert set(model.privacy) == {field.name for field in model._meta.concrete_fields}  # type: ignore[attr-defined]
    assert all(isinstance(privacy, Privacy) for privacy in model.privacy.values())  # type: ignore[attr-defined]


@pytest.mark.django_db
@pytest.mark.parametrize("table", personal_tables())
def test_every_such_table_has_row_security_for_web_and_system(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relrowsecurity, array(SELECT unnest(p.polroles)::regrole::text FROM pg_policy p "
            "WHERE p.polrelid = c.oid ORDER BY 1) FROM pg_class c WHERE c.oid = %s::regclass",
            [table],
        )
        row_security, policies = cursor.fetchone()
    assert row_security
    assert {"ponte_system", "ponte_web"} <= set(policies)


@pytest.mark.django_db
def test_no_view_reads_such_a_table_past_its_policies() -> None:
    """A view runs with its owner's rights unless it says `security_invoker`; only the views of facts may."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT v.relname, has_table_privilege('ponte_web', v.oid, 'SELECT') FROM pg_class v "
            "JOIN pg_rewrite r ON r.ev_class = v.oid JOIN pg_depend d ON d.objid = r.oid "
            "JOIN pg_class t ON t.oid = d.refobjid AND t.relkind = 'r' AND t.relname = ANY(%s) "
            "WHERE v.relkind IN ('v', 'm') AND NOT coalesce("
            "(SELECT option_value::boolean FROM pg_options_to_table(v.reloptions) "
            "WHERE option_name = 'security_invoker'), false) ORDER BY 1",
            [personal_tables()],
        )
        assert [view for view, web_reads in cursor.fetchall() if web_reads] == []


# Free text that stays readable in the database, and why. Whatever is not here is encrypted.
IN_PLAIN = {
    "searched by the register's own search": {"register.InterventionNote.text"},
    "of a version, in a form that is compared and erased in SQL": {
        "register.InterventionVersion.state",
        "register.InterventionVersion.reason",
    },
    "written, copied or erased by functions of the database": {
        "people.IdentityDecision.reason",
        "review.Verdict.note",
        "access.Share.purpose",
        "access.Share.basis_text",
        "access.EmergencyAccess.reason",
        "access.EmergencyReview.note",
        "access.Protection.reason",
        "access.Reopening.reason",
    },
    "a declared reason, which the audit trail keeps as well for whoever answers for it": {
        "people.PresenceInquiry.more",
        "people.ToldApart.more",
        "oversight.UnusualAccess.note",
        "rights.Agreement.note",
        "rights.AccessRequest.note",
        "rights.Correction.why",
        "rights.Correction.answer",
        "rights.Restriction.note",
        "rights.Restriction.lift_reason",
        "rights.Disposal.why",
        "rights.Disposal.answer",
        "access.Reopening.answer",
    },
    "a file on its way in or out, deleted within days": {
        "spreadsheets.ImportRun.file_name",
        "spreadsheets.ImportRun.content",
        "spreadsheets.ImportRun.found",
        "spreadsheets.ImportRun.refused",
    },
}


def test_free_text_is_encrypted_unless_there_is_a_reason() -> None:
    """A new field for whatever somebody writes is an `EncryptedTextField`, or stands above."""
    plain = {
        f"{model._meta.label}.{field.name}"
        for model in CLASSED
        for field in model._meta.concrete_fields
        if model.privacy[field.name] is Privacy.FREE_TEXT  # type: ignore[attr-defined]
        and not isinstance(field, EncryptedTextField)
    }
    assert plain == set().union(*IN_PLAIN.values())
