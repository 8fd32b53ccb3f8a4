"""The name that a file is sent under: taken as older programs write it, or said to be unreadable."""

import pytest

from tests.unit.gateway import casework
from tests.unit.gateway.console_site import HIDDEN, Site
from tests.unit.gateway.site import SIGNED

NAME = "会议纪要（示例）.pdf"
TOLD = {"attachment_id": "a1", "name": NAME, "sha256": "0" * 64, "size": 3, "media_type": "application/pdf",
        "blob": "b", "uploaded_by": "liu", "uploaded_at": "2026-02-13T15:20:00+08:00"}
QUOTED = "".join(f"%{byte:02X}" for byte in NAME.encode("gb18030")).encode()
ADDRESS = "/determinations/d1/act/add_evidence/attachments"


def form(disposition: bytes, before: bytes = b"") -> bytes:
    return (before + b"--b\r\nContent-Disposition: form-data; " + disposition
            + b"\r\nContent-Type: application/pdf\r\n\r\npdf\r\n--b--\r\n")


def sent(client, body: bytes, address: str = "/api/v1/attachments", **more):
    return client.post(address, data=body, content_type="multipart/form-data; boundary=b", **more)


@pytest.mark.parametrize("disposition", [
    b'name="file"; filename="' + NAME.encode() + b'"',
    b'name="file"; filename="' + NAME.encode("gb18030") + b'"',
    b"name=file; filename*=gb18030''" + QUOTED, b"name=file; filename*=GBK''" + QUOTED,
    b"name=file; filename*=UTF-8''" + "".join(f"%{byte:02X}" for byte in NAME.encode()).encode()])
def test_a_name_is_taken_in_either_encoding(caller, client, disposition):
    caller.said["documents.take_attachment"] = TOLD
    assert sent(client, form(disposition), headers=SIGNED).status_code == 201
    assert caller.last[1]["name"] == NAME


@pytest.mark.parametrize("disposition", [
    b'name="file"; filename="\x81\xff.pdf"', b"name=file; filename*=gb18030''%81%FF.pdf", b'name="file"',
    b'name="file"; filename="a\x00.pdf"'])
def test_a_name_that_cannot_be_read_is_what_is_refused(client, disposition):
    told = sent(client, form(disposition), headers=SIGNED).get_json()
    assert told["code"] == "attachment.name_not_allowed"
    assert "编码" in told["title"]


def test_the_console_says_so_too():
    site = Site("reviewer", determination=casework.case("add_evidence"))
    page = site.client.get("/determinations/new").text
    hidden = b"".join(b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (
        name.encode(), value.encode()) for name, value in dict(HIDDEN.findall(page)).items())
    for disposition in (b'name="file"', b'name="file"; filename="\x81\xff.pdf"'):
        answer = sent(site.client, form(disposition, hidden), ADDRESS)
        assert answer.status_code == 422
        assert "编码" in answer.text


def test_a_text_that_is_not_in_utf_8_is_not_kept_half(client):
    body = form(b'name="note"', b'--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n\xb5\xc0\r\n')
    assert sent(client, body, "/sign-in").status_code in (400, 404)
    answer = sent(Site("subject").client, body, "/sign-in")
    assert (answer.status_code, "读懂" in answer.text) == (400, True)
