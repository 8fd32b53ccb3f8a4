"""Its first tables. A later change is a file beside this one."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, Text

from rongcuo.chassis.database.types import Derived, Json, Moment

revision = "clarify_0001"
down_revision = None
REPORT, FILED, GRAM = "clarify_report", "clarify_filed", "clarify_filed_gram"


def upgrade() -> None:
    op.create_table(
        "clarify_counter",
        Column("series", String(16), primary_key=True),
        Column("organ_id", String(64), primary_key=True),
        Column("year", Integer, primary_key=True),
        Column("last", Integer, nullable=False),
    )
    _reports()
    for name, who, length in (("clarify_holder", "officer_id", 64), ("clarify_apart", "who", 32)):
        op.create_table(
            name,
            Column("report_id", String(64), ForeignKey("clarify_report.id"), primary_key=True),
            Column(who, String(length), primary_key=True),
        )
    op.create_index("clarify_holder_officer", "clarify_holder", ["officer_id"])
    op.create_index("clarify_apart_who", "clarify_apart", ["who"])
    _filings()


def _reports() -> None:
    op.create_table(
        REPORT,
        Column("id", String(64), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("number", String(96), nullable=False),
        Column("title", String(200), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("first_organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("pack_id", String(64), nullable=False),
        Column("state", String(30), nullable=False),
        Column("stage", String(64), nullable=False),
        Column("since", Moment, nullable=False),
        Column("late", Boolean, nullable=False),
        Column("edition", String(64), nullable=False),
        Column("opened_at", Moment, nullable=False),
        Column("decided_at", Moment),
        Column("content", Json, nullable=False),
        Column("ended", Boolean, nullable=False),
        Column("due_at", Moment, nullable=False),
        Column("provisional", Boolean, nullable=False),
        Column("suspended", Boolean, nullable=False),
        Column("number_order", String(128), Derived(
            "substr(number, 1, 8) || CAST(100 + length(number) AS VARCHAR(3)) || number")),
        Column("sought", Text, nullable=False),
        Column("overseen_from", String(6), nullable=False),
        Column("reporter_ref", String(64), nullable=False),
        Column("channel", String(20), nullable=False),
        Column("origin", String(20), nullable=False),
        Column("about", String(300), nullable=False),
        Column("held_by", String(20), nullable=False),
        Column("assignee_id", String(64), nullable=False),
        Column("assignee_name", String(200), nullable=False),
    )
    for name, columns in {
            "ix_clarify_report_pack_id": ["pack_id"],
            f"{REPORT}_of_organ": ["organ_id", "ended", "due_at", "id"],
            f"{REPORT}_due": ["ended", "due_at", "id"],
            f"{REPORT}_newest_of_organ": ["organ_id", "ended", "opened_at", "number_order", "id"],
            f"{REPORT}_overseen": ["overseen_from", "ended", "due_at", "id"],
            f"{REPORT}_of_reporter": ["reporter_ref"],
            f"{REPORT}_edition": ["ended", "division_code", "edition"]}.items():
        op.create_index(name, REPORT, columns)


def _filings() -> None:
    op.create_table(
        FILED,
        Column("filing_id", String(64), primary_key=True),
        Column("number", String(96), nullable=False),
        Column("register_number", String(96), nullable=False),
        Column("organ_id", String(64), nullable=False),
        Column("division_code", String(6), nullable=False),
        Column("filer_id", String(64), nullable=False),
        Column("filer_name", String(200), nullable=False),
        Column("filer_key", String(240), nullable=False),
        Column("unit", String(200), nullable=False),
        Column("unit_key", String(200), nullable=False),
        Column("title", String(200), nullable=False),
        Column("seen", String(7_200), nullable=False),
        Column("digest", String(64), nullable=False),
        Column("submitted_at", Moment, nullable=False),
        Column("valid_from", Date, nullable=False),
        Column("valid_until", Date, nullable=False),
        Column("act_from", Date),
        Column("act_until", Date),
        Column("voided", Boolean, nullable=False),
    )
    op.create_index("clarify_filed_by", FILED, ["filer_id", "submitted_at"])
    op.create_index("clarify_filed_under_name", FILED, ["filer_key", "submitted_at"])
    op.create_index("clarify_filed_for", FILED, ["unit_key", "submitted_at"])
    op.create_table(
        GRAM,
        Column("division_code", String(6), primary_key=True),
        Column("gram", String(6), primary_key=True),
        Column("filing_id", String(64), primary_key=True),
    )
    op.create_index("clarify_filed_gram_of", GRAM, ["filing_id"])
