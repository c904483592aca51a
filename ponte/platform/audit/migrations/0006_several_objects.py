# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a list showed, where the actor stood, and an index for each way of searching the trail."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0005_contents_apart"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "auditevent",
            "object_ids",
            django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), null=True, size=None),
        ),
        migrations.AddField(
            "auditevent",
            "scopes",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), editable=False, null=True, size=None
            ),
        ),
        migrations.RemoveIndex("auditevent", "audit_by_actor"),
        migrations.AddIndex("auditevent", models.Index(fields=["actor", "at", "id"], name="audit_by_actor")),
        migrations.AddIndex("auditevent", models.Index(fields=["action", "at", "id"], name="audit_by_action")),
        migrations.AddIndex("auditevent", models.Index(fields=["address", "at", "id"], name="audit_by_address")),
        migrations.AddIndex("auditevent", models.Index(fields=["at", "id"], name="audit_by_time")),
        migrations.AddIndex("auditevent", models.Index(fields=["request"], name="audit_by_request")),
        migrations.AddIndex(
            "auditevent",
            django.contrib.postgres.indexes.GinIndex(fields=["object_ids"], name="audit_by_objects"),
        ),
        migrations.AlterField("seal", "form", models.PositiveSmallIntegerField(db_default=1, default=3)),
    ]
