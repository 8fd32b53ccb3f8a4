"""What a filing says of its files is what documents took in, never what the filer claims."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    AttachmentRef,
    CollectiveDecision,
    DraftFiling,
    ReviseFiling,
    SubmitFiling,
)
from services.filing import usecases
from tests.unit.filing.people import FILER, MAY_6, content

DIGEST, OTHER = "ab" * 32, "cd" * 32
CLAIMED = AttachmentRef(name="批复.exe", sha256=DIGEST, size=5, media_type="application/pdf")
TAKEN = SimpleNamespace(name="说明.txt", sha256=DIGEST, size=2_048, media_type="text/plain")
KEPT = AttachmentRef(**vars(TAKEN))
MEETING = CollectiveDecision(meeting="党工委会议", held_on=MAY_6.date(), minutes=CLAIMED)


@pytest.fixture
def files(cabinet):
    cabinet.files[FILER.officer_id] = {DIGEST: TAKEN}
    return cabinet.files


@pytest.mark.usefixtures("files")
def test_name_size_and_type_are_those_of_the_upload(context):
    claimed = content(attachments=(CLAIMED,), collective_decision=MEETING)
    drafted = usecases.draft(context(FILER), DraftFiling(command_id="c", content=claimed))
    assert drafted.content.attachments == (KEPT,)
    assert drafted.content.collective_decision.minutes == KEPT


@pytest.mark.usefixtures("files")
def test_a_file_that_one_has_not_uploaded_is_refused_by_its_name(context, cabinet):
    for who, ref in [(FILER, replace(CLAIMED, sha256=OTHER)), (replace(FILER, officer_id="other"), CLAIMED)]:
        with pytest.raises(CaseError) as refusal:
            usecases.submit(context(who), SubmitFiling(command_id="c", content=content(attachments=(ref,))))
        assert refusal.value.code == "attachment.unknown"
        assert refusal.value.details == {"name": "批复.exe", "sha256": ref.sha256}
    assert not cabinet.filings


def test_what_a_filing_names_already_is_not_renamed_nor_asked_again(context, files):
    claimed = content(attachments=(CLAIMED,))
    drafted = usecases.draft(context(FILER), DraftFiling(command_id="c", content=claimed))
    files.clear()
    renamed = content(attachments=(replace(CLAIMED, name="另一个.pdf"),))
    revised = usecases.revise(
        context(FILER), ReviseFiling(command_id="d", content=renamed, filing_id=drafted.filing_id))
    assert revised.content.attachments == (KEPT,)
