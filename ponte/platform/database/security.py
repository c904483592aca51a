# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Migration operations that switch row-level security on and keep append-only tables append-only."""

from collections.abc import Sequence

from django.db.migrations.operations import RunSQL

from ponte.platform.database import roles


class ProtectRows(RunSQL):
    """Let the web role see and write only the rows of `table` for which `visible` holds.

    `visible` and `writable` are SQL conditions over the table's columns; `writable` (what a new or changed
    row must satisfy) is `visible` unless given. The system role sees every row; a role for which no policy
    is written sees none.
    """

    def __init__(self, table: str, *, visible: str, writable: str | None = None) -> None:
        super().__init__(
            sql=[
                f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
                f'CREATE POLICY web_rows ON "{table}" FOR ALL TO {roles.WEB} '
                f"USING ({visible}) WITH CHECK ({writable or visible})",
                f'CREATE POLICY system_rows ON "{table}" FOR ALL TO {roles.SYSTEM} USING (true) WITH CHECK (true)',
            ],
            reverse_sql=[
                f'DROP POLICY web_rows ON "{table}"',
                f'DROP POLICY system_rows ON "{table}"',
                f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
            ],
        )


class OpenDoor(RunSQL):
    """Let a role that others step into read those rows of `table` for which `visible` holds, and add such for
    which `addable` does. `columns`, where given, are all that it may read; a table without row-level security
    takes no conditions."""

    def __init__(
        self, table: str, *, role: str, visible: str = "", addable: str = "", columns: Sequence[str] = ()
    ) -> None:
        which = f" ({', '.join(columns)})" if columns else ""
        forward, back = [f'GRANT SELECT{which} ON "{table}" TO {role}'], [f'REVOKE ALL ON "{table}" FROM {role}']
        if columns:
            back.insert(0, f'REVOKE SELECT{which} ON "{table}" FROM {role}')
        for command, condition in (("SELECT", f"USING ({visible})"), ("INSERT", f"WITH CHECK ({addable})")):
            if (visible if command == "SELECT" else addable) != "":
                name = f"{role}_{command.lower()}"
                forward.append(f'CREATE POLICY {name} ON "{table}" FOR {command} TO {role} {condition}')
                back.append(f'DROP POLICY {name} ON "{table}"')
        if addable:
            forward += [
                f'GRANT INSERT ON "{table}" TO {role}',
                f'GRANT USAGE ON SEQUENCE "{table}_id_seq" TO {role}',
            ]
            back.append(f'REVOKE ALL ON SEQUENCE "{table}_id_seq" FROM {role}')
        super().__init__(sql=[*forward], reverse_sql=[*back])


class KeepAppendOnly(RunSQL):
    """Refuse every update, delete and truncate of `table`, also by its owner, with a sentence."""

    def __init__(self, table: str) -> None:
        super().__init__(
            sql=[
                """
                CREATE OR REPLACE FUNCTION ponte_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'the table % only takes new rows', TG_TABLE_NAME
                        USING ERRCODE = 'restrict_violation';
                END $$
                """,
                f'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "{table}" '
                "FOR EACH ROW EXECUTE FUNCTION ponte_refuse_change()",
                f'CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "{table}" '
                "FOR EACH STATEMENT EXECUTE FUNCTION ponte_refuse_change()",
            ],
            reverse_sql=[
                f'DROP TRIGGER refuse_truncate ON "{table}"',
                f'DROP TRIGGER refuse_change ON "{table}"',
            ],
        )


class LetErase(RunSQL):
    """Let an authorised erasure empty these columns of the append-only `table`, and with `rows` take rows away.

    Only functions that run with their owner's rights and set `ponte.erasing` can: the working roles have no
    right to change such a table at all, and whoever owns it could switch the trigger off as well.
    """

    def __init__(self, table: str, *, columns: Sequence[str] = (), rows: bool = False) -> None:
        function = f"refuse_change_of_{table}"
        kept = f"to_jsonb(NEW) - ARRAY[{', '.join(repr(name) for name in columns)}]::text[]"
        update = f"{kept} = {kept.replace('NEW', 'OLD')}" if columns else "false"
        super().__init__(
            sql=[
                f"""
                CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF current_setting('ponte.erasing', true) = 'on' THEN
                        IF TG_OP = 'UPDATE' AND {update} THEN
                            RETURN NEW;
                        ELSIF TG_OP = 'DELETE' AND {str(rows).lower()} THEN
                            RETURN OLD;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'the table % only takes new rows', TG_TABLE_NAME
                        USING ERRCODE = 'restrict_violation';
                END $$
                """,
                f'DROP TRIGGER refuse_change ON "{table}"',
                f'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "{table}" '
                f"FOR EACH ROW EXECUTE FUNCTION {function}()",
            ],
            reverse_sql=[
                f'DROP TRIGGER refuse_change ON "{table}"',
                f'CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON "{table}" '
                "FOR EACH ROW EXECUTE FUNCTION ponte_refuse_change()",
                f"DROP FUNCTION {function}()",
            ],
        )
