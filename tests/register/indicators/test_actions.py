# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ponte.network.models import Project, Service
from ponte.platform.audit.models import AuditEvent
from ponte.register.indicators import actions
from ponte.register.indicators.actions import Fields
from ponte.register.indicators.queries import editable_sections
from ponte.register.indicators.rules import may_edit_indicators, may_see_small_figures
from ponte.register.measures import Definition
from ponte.register.models import Indicator
from tests.cast import Cast
from tests.support import system_role

PEOPLE: Fields = {"key": "people", "name": "Persone", "measure": "people", "sentence": "n. {totale}."}


def test_who_edits_the_indicators_of_whom(cast: Cast) -> None:
    """A stranger who rewrites another organisation's indicators rewrites its accounts to funders."""
    editors = {
        section.slug: {name for name, user in cast.users.items() if may_edit_indicators(user, section)}
        for section in (cast.job_desk, cast.foreign_desk, cast.family_work, cast.lab_impact)
    }
    assert editors == {
        "sportello-lavoro": {"coordinator", "org_coordinator", "network_manager"},
        "sportelli-stranieri-sud-est": {"network_manager"},
        "ricetta-family-work-km-zero": {"org_coordinator", "network_manager"},
        "lab-impact-sud-est-milano": {"network_manager"},
    }


def test_the_list_of_what_one_edits_agrees_with_the_rule(cast: Cast) -> None:
    """A page that lists a service as one's own and then refuses it, or the other way round."""
    everything = [*Service.objects.all(), *Project.objects.all()]
    for user in cast.users.values():
        services, projects = editable_sections(user)
        listed = {section.slug for section in (*services, *projects)}
        assert listed == {section.slug for section in everything if may_edit_indicators(user, section)}


def test_small_figures_are_for_the_teams_of_all_services_asked(cast: Cast) -> None:
    """Two protected people in a breakdown would be recognised by whoever knows one of them."""

    def shown(definition: Definition) -> set[str]:
        return {name for name, user in cast.users.items() if may_see_small_figures(user, definition)}

    assert shown(Definition("people", services=("sportello-lavoro",))) == {"operator", "colleague", "coordinator"}
    assert shown(Definition("people", services=("sportello-lavoro", "sportello-trans"))) == set()
    assert shown(Definition("people")) == set()


def test_an_indicator_is_added_changed_moved_and_deleted_with_its_events(cast: Cast) -> None:
    """What a report's figure meant last year can be told from the trail."""
    first = actions.add_indicator(section=cast.job_desk, by=cast.coordinator, fields=PEOPLE)
    second = actions.add_indicator(section=cast.job_desk, by=cast.coordinator, fields={**PEOPLE, "key": "more"})
    actions.move_indicator(indicator=second, up=True, by=cast.coordinator)
    assert [one.key for one in cast.job_desk.indicators.all()] == ["more", "people"]
    actions.change_indicator(indicator=first, by=cast.coordinator, fields={"name": "Persone informate"})
    actions.delete_indicator(indicator=second, by=cast.coordinator)
    assert [one.name for one in cast.job_desk.indicators.all()] == ["Persone informate"]
    with system_role():
        events = AuditEvent.objects.filter(object_type="register.indicator").order_by("pk")
        happened = list(events.values_list("action", "actor_id"))
    verbs = ("add", "add", "move", "change", "delete")
    assert happened == [(f"register.{verb}_indicator", cast.coordinator.pk) for verb in verbs]


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"sentence": "n. {totali}"}, "sentence", "{totali}"),
        ({"sentence": "{dettaglio:{nome}}"}, "sentence", "suddiviso"),
        ({"filters": {"role": ["genitore"]}}, "__all__", "genitore"),
        ({"by": "colour"}, "__all__", "colour"),
        ({"measure": "share"}, "__all__", "quota"),
        ({"measure": "people per hour"}, "measure", "people per hour"),
    ],
)
def test_what_could_not_be_computed_or_said_is_refused_on_saving(
    cast: Cast, wrong: Fields, field: str, says: str
) -> None:
    """Otherwise the error would show on the day of the report."""
    with pytest.raises(ValidationError) as refusal:
        actions.add_indicator(section=cast.job_desk, by=cast.coordinator, fields={**PEOPLE, **wrong})
    assert says in " ".join(refusal.value.message_dict[field])
    assert not Indicator.objects.exists()


def test_others_are_refused(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        actions.add_indicator(section=cast.job_desk, by=cast.operator, fields=PEOPLE)


def test_every_kind_of_section_can_be_given_the_proposed_indicators(cast: Cast) -> None:
    """A new service starts with a report, not with an empty page."""
    for section in (*cast.services, cast.family_work):
        assert actions.propose_indicators(section=section, by=cast.network_manager)
        assert actions.propose_indicators(section=section, by=cast.network_manager) == []
