"""Files through the gateway: streamed in, counted, handed out only to those who were shown them."""

import io
from hashlib import sha256

import pytest
from structlog.testing import capture_logs

from rongcuo.contracts.errors import CaseError
from services.gateway import uploads
from tests.unit.gateway.site import SIGNED, TOKEN, FakeStore, client_of

V1 = "/api/v1"
PDF = b"%PDF-1.7 pages"
DIGEST = sha256(PDF).hexdigest()
TAKEN = {"sha256": DIGEST, "name": "纪要.pdf", "size": len(PDF), "media_type": "application/pdf",
         "blob": "file-1", "uploaded_by": "liu", "uploaded_at": "2026-03-03T10:00:00+08:00"}
REF = {"name": "会议纪要（定稿）.pdf", "sha256": DIGEST, "size": len(PDF), "media_type": "application/pdf"}
FILING = {"filing_id": "f1", "filer_id": "liu", "content": {"attachments": [REF]},
          "history": [{"actor_id": "he", "what": "submit"}]}


@pytest.fixture
def store():
    return FakeStore()


@pytest.fixture
def site(caller, store):
    return client_of(caller, files=store, attachment_limit=1_000_000)


def test_a_body_is_kept_and_documents_judges_it(caller, site, store):
    caller.said["documents.take_attachment"] = TAKEN
    answer = site.post(f"{V1}/attachments?name=纪要.pdf", data=PDF, headers=SIGNED,
                       content_type="application/pdf")
    assert (answer.status_code, answer.get_json()["sha256"]) == (201, DIGEST)
    method, told = caller.last
    assert method == "documents.take_attachment"
    assert (told["name"], told["media_type"]) == ("纪要.pdf", "application/pdf")
    assert store.files == {told["blob"]: PDF}


def test_a_form_brings_a_file_with_its_own_name(caller, site, store):
    caller.said["documents.take_attachment"] = TAKEN
    form = {"file": (io.BytesIO(PDF), "纪要.pdf", "application/pdf")}
    answer = site.post(f"{V1}/attachments", data=form, headers=SIGNED)
    assert answer.status_code == 201
    assert caller.last[1]["name"] == "纪要.pdf"
    assert list(store.files.values()) == [PDF]


def test_two_uploads_have_keys_that_nobody_can_guess(caller, site, store):
    caller.said["documents.take_attachment"] = TAKEN
    for _ in range(2):
        site.post(f"{V1}/attachments?name=a.pdf", data=PDF, headers=SIGNED)
    assert len(store.files) == 2
    assert all(len(key) > 36 for key in store.files)


@pytest.mark.parametrize("promised", [10**9, 1_000_000 + uploads.AROUND + 1])
def test_what_promises_to_be_too_long_is_not_read(caller, site, store, promised):
    answer = site.post(f"{V1}/attachments?name=a.pdf", data=b"x", headers=SIGNED,
                       environ_overrides={"CONTENT_LENGTH": str(promised)})
    assert (answer.status_code, answer.get_json()["code"]) == (413, "attachment.too_large")
    assert store.files == {}
    assert "documents.take_attachment" not in [asked for asked, _ in caller.asked]


def test_what_turns_out_too_long_is_dropped_in_the_middle(caller, site, store):
    answer = site.post(f"{V1}/attachments?name=a.pdf", data=b"x" * 1_000_001, headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "attachment.too_large")
    assert store.files == {}
    assert 0 < store.largest <= uploads.CHUNK


def test_a_form_with_too_long_a_file_is_refused(caller, store):
    site = client_of(caller, files=store, attachment_limit=1_000)
    form = {"file": (io.BytesIO(b"x" * 1_001), "a.pdf")}
    answer = site.post(f"{V1}/attachments", data=form, headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (413, "attachment.too_large")
    assert store.files == {}


@pytest.mark.parametrize(("address", "data", "code"), [
    ("/attachments", PDF, "attachment.name_not_allowed"),
    ("/attachments?name=a%00.pdf", PDF, "invalid"),
    ("/attachments?nome=a.pdf", PDF, "invalid"),
    ("/attachments", {"other": "x"}, "attachment.name_not_allowed"),
])
def test_a_file_without_a_name_is_refused(site, store, address, data, code):
    answer = site.post(V1 + address, data=data, headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (422, code)
    assert store.files == {}


def test_the_refusal_of_documents_reaches_the_sender(caller, site):
    caller.said["documents.take_attachment"] = CaseError("attachment.type_differs")
    answer = site.post(f"{V1}/attachments?name=a.pdf", data=b"MZ", headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (422, "attachment.type_differs")


def test_strangers_upload_nothing_and_a_cookie_is_no_proof(site, store):
    assert site.post(f"{V1}/attachments?name=a.pdf", data=PDF).status_code == 401
    site.set_cookie("rongcuo_session", TOKEN)
    assert site.post(f"{V1}/attachments?name=a.pdf", data=PDF).status_code == 401
    assert store.files == {}


def test_a_file_of_a_filing_goes_to_those_whose_view_names_it(caller, site, store):
    store.files["file-1"] = PDF
    caller.said.update({"filing.filing": FILING, "documents.attachment": TAKEN})
    answer = site.get(f"{V1}/filings/f1/attachments/{DIGEST}", headers=SIGNED)
    assert (answer.status_code, answer.data) == (200, PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''%E7%BA%AA")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert caller.last[1] == {"sha256": DIGEST, "matter_id": "f1", "name": REF["name"],
                              "uploaders": ["he", "liu"]}


def test_a_file_that_the_view_does_not_name_is_not_there(caller, site):
    caller.said["filing.filing"] = FILING
    answer = site.get(f"{V1}/filings/f1/attachments/{'0' * 64}", headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")
    assert caller.last[0] == "filing.filing"


def test_a_file_of_a_determination_may_lie_deep_in_the_view(caller, site, store):
    store.files["file-1"] = PDF
    view = {"history": [{"actor_id": "qian"}], "subject": {"officer_id": "liu"},
            "statement": {"taken_by": "赵清"}, "evidence": [{"added_by": "钱朗", "attachments": [REF]}],
            "appeals": [{"opinions": [{"opinion": {"stated_by": "panel1"}}]}]}
    caller.said.update({"determination.determination": view, "documents.attachment": TAKEN})
    assert site.get(f"{V1}/determinations/d1/attachments/{DIGEST}", headers=SIGNED).data == PDF
    assert caller.last[1]["uploaders"] == ["liu", "panel1", "qian"]


def test_a_letter_is_downloaded_once_it_is_made(caller, site, store):
    letter = {"pdf": "", "docx": "", "trouble": "", "number": "嵩纪容〔2026〕1号", "name": "补正通知"}
    for change, status, code in (({}, 409, "letter.not_ready"),
                                 ({"trouble": "letter.font_missing"}, 503, "letter.font_missing")):
        caller.said["documents.letter"] = letter | change
        answer = site.get(f"{V1}/letters/l1/pdf", headers=SIGNED)
        assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    caller.said["documents.letter"] = letter | {"pdf": "letter-1.pdf", "sha256": DIGEST}
    store.files["letter-1.pdf"] = PDF
    answer = site.get(f"{V1}/letters/l1/pdf", headers=SIGNED)
    assert (answer.data, answer.mimetype) == (PDF, "application/pdf")
    assert site.get(f"{V1}/letters/l1/docx", headers=SIGNED).status_code == 409


@pytest.mark.parametrize("address", ["filings/f1/attachments/" + DIGEST, "letters/l1/pdf", "letters/l1/docx"])
def test_a_file_that_was_changed_in_the_store_is_not_given_out(caller, site, store, address):
    store.files["file-1"] = PDF + b"changed"
    letter = {"pdf": "file-1", "docx": "file-1", "number": "1号", "name": "通知", "sha256": DIGEST,
              "docx_sha256": DIGEST}
    caller.said.update({"filing.filing": FILING, "documents.attachment": TAKEN, "documents.letter": letter})
    with capture_logs() as logged:
        answer = site.get(f"{V1}/{address}", headers=SIGNED)
    assert (answer.status_code, answer.get_json()["code"]) == (500, "attachment.damaged")
    assert [(each["event"], each["log_level"]) for each in logged] == [("file_damaged", "critical")]


def test_anybody_may_check_a_letter(caller, site):
    caller.said["documents.check"] = {"code": "7KQ2M-WX9TB", "standing": "current"}
    answer = site.get(f"{V1}/letter-checks/7KQ2M-WX9TB")
    assert answer.get_json() == {"code": "7KQ2M-WX9TB", "standing": "current"}
    assert caller.contexts[-1][0] is None
