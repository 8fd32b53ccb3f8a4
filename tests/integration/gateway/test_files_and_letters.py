"""A file goes up over HTTP into a filing and down again; its letters are made, downloaded and checked."""

import re
import socket
from collections.abc import Callable, Iterator
from hashlib import sha256
from uuid import uuid4

import httpx
import pytest

from rongcuo.chassis.config import Config
from services.documents.letters.checking import check
from services.documents.letters.keys import LetterKeys
from services.identity import demonstration
from tests.integration.gateway.platform import CONTENT, Person, eventually

People = Callable[[str], Person]
PDF = b"%PDF-1.7\n" + uuid4().hex.encode() + b"\n%%EOF\n"
DIGEST = sha256(PDF).hexdigest()


@pytest.fixture(scope="module")
def filing_id(person: People) -> str:
    """An accepted filing with the file in it."""
    filer, lead, reviewer = (person(f"songming.{who}") for who in ("filer", "lead", "reviewer"))
    sent = filer.http.post("/attachments", params={"name": "党工委会议纪要.pdf"}, content=PDF,
                           headers={"Content-Type": "application/pdf"})
    assert sent.status_code == 201, sent.text
    taken = sent.json()
    ref = {name: taken[name] for name in ("name", "sha256", "size", "media_type")}
    content = {**CONTENT, "title": f"盘活土地 {uuid4().hex}", "attachments": [ref]}
    filing_id = str(filer.does("/filings", {"content": content, "submit": True})["filing_id"])
    eventually(lambda: lead.get(f"/reviews/{filing_id}").status_code == 200)
    lead.does(f"/reviews/{filing_id}/assign", {"officer_id": reviewer.officer_id})
    reviewer.does(f"/reviews/{filing_id}/accept", {"opinion": "同意受理"})
    return filing_id


@pytest.fixture(scope="module")
def letter(person: People, filing_id: str) -> dict:
    """The decision on acceptance, once it is made."""
    def found() -> dict | None:
        told = person("songming.filer").sees("/letters", matter_id=filing_id)["letters"]
        return next((each for each in told if each["pdf"]), None)
    return eventually(found)


def test_the_file_comes_down_for_those_who_see_the_filing(person: People, filing_id: str) -> None:
    for reader in ("songming.filer", "songming.reviewer", "kunming.supervisor"):
        answer = person(reader).get(f"/filings/{filing_id}/attachments/{DIGEST}")
        assert (reader, answer.status_code, answer.content) == (reader, 200, PDF)
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert int(answer.headers["Content-Length"]) == len(PDF)
    for stranger in ("yiliang.filer", "yiliang.lead", "operator"):
        assert person(stranger).get(f"/filings/{filing_id}/attachments/{DIGEST}").status_code == 404
        assert person(stranger).get(f"/attachments/{DIGEST}").status_code == 404
    assert person("songming.filer").get(f"/attachments/{DIGEST}").content == PDF


def test_naming_a_digest_opens_nobody_else_s_file(person: People, filing_id: str) -> None:
    thief = person("yiliang.filer")
    ref = {"name": "x.pdf", "sha256": DIGEST, "size": 1, "media_type": "application/pdf"}
    content = {**CONTENT, "title": f"他人之物 {uuid4().hex}", "attachments": [ref]}
    refused = thief.post("/filings", {"content": content})
    assert (refused.status_code, refused.json()["code"]) == (422, "attachment.unknown")


def test_a_statement_bears_the_file_that_was_uploaded(person: People, filing_id: str) -> None:
    filer = person("songming.filer")
    case = filer.does("/determinations", {
        "initiation": "application", "title": "容缺办理", "grounds": "为公",
        "subject": {"name": "刘某", "unit": "某街道", "officer_id": filer.officer_id},
        "act": {"what": "先行施工", "since": "2026-01-05", "until": "2026-01-06"}})["case_id"]
    ref = {"name": "别的名字.pdf", "sha256": DIGEST, "size": 1, "media_type": "text/plain"}
    told = filer.does(f"/determinations/{case}/statement", {"words": "情况紧急", "attachments": [ref]})
    [kept] = told["statement"]["attachments"]
    assert (kept["name"], kept["size"], kept["media_type"]) == (
        "党工委会议纪要.pdf", len(PDF), "application/pdf")
    assert person("songming.reviewer").get(f"/determinations/{case}/attachments/{DIGEST}").content == PDF


def test_the_letter_is_signed_and_has_its_words(person: People, filing_id: str, letter: dict,
                                                settings: Config) -> None:
    filer = person("songming.filer")
    pdf = filer.get(f"/letters/{letter['letter_id']}/pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert sha256(pdf.content).hexdigest() == letter["sha256"]
    found = check(pdf.content, LetterKeys(settings.letter_folder).all())
    assert (found.intact, found.ours) == (True, True)
    assert filer.get(f"/letters/{letter['letter_id']}/docx").content.startswith(b"PK")
    assert (letter["kind"], letter["organ_name"]) == ("acceptance_decision", "嵩明县纪委监委")
    assert "嵩纪容〔" in letter["number"]
    assert person("yiliang.lead").get(f"/letters/{letter['letter_id']}").status_code == 404


def test_everybody_may_check_it_without_learning_what_it_says(
        address: str, person: People, filing_id: str, letter: dict) -> None:
    told = httpx.get(f"{address}/api/v1/letter-checks/{letter['code']}").json()
    assert (told["number"], told["sha256"]) == (letter["number"], letter["sha256"])
    assert told["standing"] == "current"
    for language, words in (("zh", "真实，现行有效"), ("en", "Genuine, and it holds")):
        page = httpx.get(f"{address}/verify/{letter['code'].lower()}", headers={"Accept-Language": language})
        assert page.status_code == 200
        assert words in page.text
        assert letter["number"] in page.text
        for content in (letter["name"], letter["title"], "盘活", "杨桥", letter["body"].splitlines()[0]):
            assert content not in page.text
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    unknown = httpx.get(f"{address}/verify/ZZZZZ-ZZZZZ")
    assert (unknown.status_code, "没有这个核验码" in unknown.text) == (404, True)
    form = httpx.get(f"{address}/verify", params={"code": letter["code"]})
    assert form.headers["Location"].endswith(f"/verify/{letter['code']}")
    assert httpx.get(f"{address}/api/v1/letter-checks/ZZZZZ-ZZZZZ").json()["code"] == "letter.unknown_code"


def test_a_corrected_letter_is_superseded_for_the_public(address: str, person: People, letter: dict) -> None:
    lead = person("songming.lead")
    words = {"body": "另行通知。", "reason": "文字有误"}
    new = lead.does(f"/letters/{letter['letter_id']}/correction", words)
    told = httpx.get(f"{address}/api/v1/letter-checks/{letter['code']}").json()
    assert (told["standing"], told["replaced_by"]) == ("superseded", new["number"])
    page = httpx.get(f"{address}/verify/{letter['code']}").text
    assert new["number"] in page


@pytest.fixture
def browser(address: str, person: People) -> Iterator[httpx.Client]:
    """The console without JavaScript, signed in as the filer."""
    person("songming.filer")
    with httpx.Client(base_url=address, timeout=60) as client:
        eventually(lambda: _signed_in(client))      # on a busy machine one is asked to come again
        yield client


def _signed_in(client: httpx.Client) -> bool:
    said = {"username": "songming.filer", "password": demonstration.password(),
            "rongcuo_form": _form_token(client.get("/sign-in").text)}
    return client.post("/sign-in", data=said).is_redirect


def _form_token(page: str) -> str:
    return re.search(r'name="rongcuo_form" value="([^"]+)"', page)[1]


def test_the_wizard_takes_files_without_javascript(browser: httpx.Client, person: People) -> None:
    content = {**CONTENT, "title": f"盘活土地 {uuid4().hex}"}
    filing_id = person("songming.filer").does("/filings", {"content": content})["filing_id"]
    step = f"/filings/{filing_id}/edit/5"
    page = browser.get(step).text
    assert f'formaction="/filings/{filing_id}/attachments"' in page
    form = {"rongcuo_form": _form_token(page), "no_private_gain": "1", "interest-0": "王某",
            "relation-0": "配偶"}
    large = PDF + b"%" + b"x" * 3_000_000
    for name, sent in (("纪要.pdf", PDF), ("大文件.pdf", large)):
        keep = re.findall(r'name="keep" value="([^"]+)"', browser.get(step).text)
        answer = browser.post(f"/filings/{filing_id}/attachments", data={**form, "keep": keep},
                              files={"file": (name, sent, "application/pdf")})
        assert (answer.status_code, answer.headers.get("Location")) == (302, step), answer.text
    kept = person("songming.filer").sees(f"/filings/{filing_id}")["content"]
    assert [file["name"] for file in kept["attachments"]] == ["纪要.pdf", "大文件.pdf"]
    assert kept["interests"][0]["name"] == "王某"
    lie = browser.post(f"/filings/{filing_id}/attachments", data=form, files={"file": ("a.pdf", b"MZ", "")})
    assert (lie.status_code, "attachment.type_differs" in lie.text) == (422, True)
    assert "王某" in lie.text
    none = browser.post(f"/filings/{filing_id}/attachments", data=form, files={"file": ("", b"", "")})
    assert none.status_code == 422
    browser.post(step, data={**form, "keep": DIGEST})
    kept = person("songming.filer").sees(f"/filings/{filing_id}")["content"]
    assert [file["name"] for file in kept["attachments"]] == ["纪要.pdf"]


def test_the_filing_s_page_shows_its_letters(browser: httpx.Client, filing_id: str, letter: dict) -> None:
    page = browser.get(f"/filings/{filing_id}").text
    assert letter["number"] in page
    for address in (f"/letters/{letter['letter_id']}/pdf", f"/letters/{letter['letter_id']}/docx",
                    f"/api/v1/filings/{filing_id}/attachments/{DIGEST}"):
        assert f'href="{address}"' in page
        assert browser.get(address).headers["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize("head", ["Content-Length: 1000000000", "Transfer-Encoding: chunked"])
def test_a_gigabyte_is_refused_early(person: People, settings: Config, head: str) -> None:
    """By its promise, or in the middle; and nothing of it stays."""
    token = person("songming.filer").http.headers["Authorization"]
    lines = ["POST /api/v1/attachments?name=a.pdf HTTP/1.1", "Host: here", f"Authorization: {token}", head,
             "Content-Type: application/pdf", "", ""]
    with socket.create_connection(("127.0.0.1", settings.http_port), timeout=120) as line:
        line.sendall("\r\n".join(lines).encode())
        answer = _answered(line, b"x" * 1_048_576 if "chunked" in head else b"")
    assert answer.startswith(b"HTTP/1.1 413")
    folder = settings.blob_folder / ".coming"
    assert not list(folder.glob("*"))


def _answered(line: socket.socket, part: bytes) -> bytes:
    for _ in range(80 if part else 0):
        try:
            line.sendall(b"%x\r\n%b\r\n" % (len(part), part))
        except (BrokenPipeError, ConnectionResetError):
            break
    try:
        return line.recv(65_536)
    except ConnectionResetError:
        return b""
