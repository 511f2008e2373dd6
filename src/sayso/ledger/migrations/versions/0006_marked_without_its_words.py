"""What is searched of a report stands beside it in PostgreSQL, as in SQLite. Whoever marks a report writes its row anew
there, and all that is indexed of it: each of its words would go into the index again whenever it is linked."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

# It can hold 1 MB: what goes beyond the characters that surely fit is not searched.
WORDS = "to_tsvector('english', coalesce(left(new.title, 100000), '') || ' ' || coalesce(left(new.text, 100000), ''))"


def upgrade() -> None:
    """Move the words, which a trigger keeps from now on."""
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        "CREATE TABLE reports_search (pk integer CONSTRAINT pk_reports_search PRIMARY KEY "
        "CONSTRAINT fk_reports_search_pk REFERENCES reports ON DELETE CASCADE, search tsvector NOT NULL)"
    )
    op.execute("INSERT INTO reports_search SELECT pk, search FROM reports")
    op.execute("ALTER TABLE reports DROP COLUMN search")  # and with it its index
    op.execute("CREATE INDEX ix_reports_search ON reports_search USING gin (search) WITH (fastupdate = off)")
    op.execute("ANALYZE reports_search")
    op.execute(
        "CREATE FUNCTION reports_searched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"INSERT INTO reports_search VALUES (new.pk, {WORDS}) ON CONFLICT (pk) DO UPDATE SET search = excluded.search; "
        "RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER reports_searched AFTER INSERT OR UPDATE OF title, text ON reports "
        "FOR EACH ROW EXECUTE FUNCTION reports_searched()"
    )
