# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The names that each service knows, kept by triggers: a team's search then reads one index of its own people.

Without it, a word is looked up among everybody's names, and row-level security asks of each whether the team
knows the card: at a million people, tens of thousands of times for a common name.
"""

import django.db.models.deletion
from django.db import migrations, models

from ponte.platform.database.security import ProtectRows

MY_SERVICES = "ANY((SELECT ponte_team_service_ids())::bigint[])"

# Whoever changes a card's words while another makes it known to a service waits for the other, so that neither
# misses what the other wrote. A file of new cards, which nobody else can see yet, is not held up by it.
TAKE_TURNS = """
    IF (SELECT count(*) FROM (SELECT 1 FROM changed LIMIT 101) AS first) <= 100 THEN
        PERFORM pg_advisory_xact_lock(1263423310, (card_id % 2147483647)::int)
        FROM (SELECT DISTINCT card_id FROM changed ORDER BY card_id) AS card;
    END IF;
"""


def trigger(name: str, table: str, event: str, change: str) -> str:
    rows = "NEW" if event == "INSERT" else "OLD"
    return f"""
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    {TAKE_TURNS}
    {change};
    RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""


ADD = "INSERT INTO people_knownname (service_id, card_id, token)"
OF_ACQUAINTANCE = "FROM changed c JOIN people_nametoken t ON t.card_id = c.card_id"
OF_TOKEN = "FROM changed c JOIN people_acquaintance a ON a.card_id = c.card_id"
SAME = "k.service_id = {service} AND k.card_id = c.card_id AND k.token = {token}"

TRIGGERS = (
    ("known_names_of_acquaintance", "people_acquaintance", "INSERT",
     f"{ADD} SELECT c.service_id, c.card_id, t.token {OF_ACQUAINTANCE} ON CONFLICT DO NOTHING"),
    ("known_names_of_token", "people_nametoken", "INSERT",
     f"{ADD} SELECT a.service_id, c.card_id, c.token {OF_TOKEN} ON CONFLICT DO NOTHING"),
    ("known_names_without_acquaintance", "people_acquaintance", "DELETE",
     f"DELETE FROM people_knownname k USING changed c JOIN people_nametoken t ON t.card_id = c.card_id "
     f"WHERE {SAME.format(service='c.service_id', token='t.token')}"),
    ("known_names_without_token", "people_nametoken", "DELETE",
     f"DELETE FROM people_knownname k USING changed c JOIN people_acquaintance a ON a.card_id = c.card_id "
     f"WHERE {SAME.format(service='a.service_id', token='c.token')} AND NOT EXISTS ("
     "SELECT 1 FROM people_nametoken t WHERE t.card_id = c.card_id AND t.token = c.token)"),
)  # fmt: skip
FILL = (
    f"{ADD} SELECT a.service_id, a.card_id, t.token "
    "FROM people_acquaintance a JOIN people_nametoken t ON t.card_id = a.card_id "
    "ORDER BY 1, 3, 2 ON CONFLICT DO NOTHING"
)


class Migration(migrations.Migration):

    dependencies = [
        ('network', '0003_what_the_sources_tell'),
        ('people', '0007_quicker_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownName',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('token', models.CharField(max_length=60)),
                ('card', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.card')),
                ('service', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='network.service')),
            ],
            options={
                'verbose_name': 'nome conosciuto',
                'verbose_name_plural': 'nomi conosciuti',
                'constraints': [models.UniqueConstraint(fields=('service', 'token', 'card'), name='known_name_once', opclasses=['int8_ops', 'varchar_pattern_ops', 'int8_ops'])],
            },
        ),
        ProtectRows("people_knownname", visible=f"service_id = {MY_SERVICES}", writable="false"),
        migrations.RunSQL(
            [FILL, *(trigger(*one) for one in TRIGGERS)],
            [f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()" for name, table, _event, _change in TRIGGERS],
        ),
    ]
