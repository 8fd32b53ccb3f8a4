"""A meeting's row, written now or by an earlier edition."""

from services.determination.domain.meeting.events import standing
from services.determination.storage.meeting_content import meeting_of, row_of
from tests.unit.determination.meeting import scene


def test_a_row_keeps_who_is_recused_in_a_case_and_an_older_one_has_nobody():
    meeting = scene.convened(scene.MadeUpCase(recused=frozenset({"zhao"})))
    row = row_of(meeting)
    assert meeting_of(row).agenda.cases == meeting.agenda.cases
    row["content"]["cases"] = [case[:5] for case in row["content"]["cases"]]
    assert standing(meeting_of(row), scene.by(scene.SUN)).apart == ("subject",)
