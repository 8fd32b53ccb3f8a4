"""Triggers by which the database itself keeps the ledger: written once, never changed, never deleted.

They stop mistakes and everyone who does not own the database; who owns it can drop them. That is seen by the
proofs, not prevented here.
"""

from sqlalchemy import DDL, Table, event

# A line is written without a number, and gets its number once.
_LINES_SQLITE = (
    """CREATE TRIGGER ledger_written BEFORE INSERT ON ledger
       WHEN NEW.seq IS NOT NULL OR EXISTS (SELECT 1 FROM ledger WHERE line_id = NEW.line_id)
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_numbered BEFORE UPDATE ON ledger
       WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL OR OLD.line_id <> NEW.line_id
         OR OLD.body <> NEW.body OR OLD.leaf <> NEW.leaf OR OLD.salt <> NEW.salt
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
_LINES_POSTGRES = (
    """CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF TG_OP = 'INSERT' AND NEW.seq IS NULL THEN RETURN NEW; END IF;
         IF TG_OP = 'UPDATE' AND OLD.seq IS NULL AND NEW.seq IS NOT NULL
            AND (OLD.line_id, OLD.body, OLD.leaf, OLD.salt) = (NEW.line_id, NEW.body, NEW.leaf, NEW.salt)
         THEN RETURN NEW; END IF;
         RAISE EXCEPTION 'the ledger is append-only';
       END $$""",
    """CREATE TRIGGER ledger_lines BEFORE INSERT OR UPDATE OR DELETE ON ledger
       FOR EACH ROW EXECUTE FUNCTION ledger_append_only()""",
    """CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON ledger
       FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()""",
)

# What is derived from the lines is written once. The words {table} are filled in.
_KEPT_SQLITE = (
    """CREATE TRIGGER {table}_written BEFORE INSERT ON {table}
       WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table}
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER {table}_kept BEFORE DELETE ON {table}
       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END""",
)
_KEPT_POSTGRES = (
    """CREATE OR REPLACE FUNCTION ledger_kept() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$""",
    """CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
       FOR EACH STATEMENT EXECUTE FUNCTION ledger_kept()""",
)


def guard_lines(lines: Table) -> None:
    """Guard the table of lines from its creation on."""
    _listen(lines, _LINES_SQLITE, _LINES_POSTGRES)


def guard(*tables: Table) -> None:
    """Guard tables whose rows are complete when they are written."""
    for table in tables:
        same = " AND ".join(f"{key.name} = NEW.{key.name}" for key in table.primary_key)
        _listen(table, *(tuple(text.format(table=table.name, same=same) for text in texts)
                         for texts in (_KEPT_SQLITE, _KEPT_POSTGRES)))


def _listen(table: Table, on_sqlite: tuple[str, ...], on_postgres: tuple[str, ...]) -> None:
    for dialect, statements in (("sqlite", on_sqlite), ("postgresql", on_postgres)):
        for statement in statements:
            ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl)
