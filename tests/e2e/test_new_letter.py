"""A service from the template is given a letter as CONTRIBUTING.md says; documents is not edited for it."""

import re
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from filecmp import dircmp
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from deploy.local.background import wait_until
from deploy.mailbox import ROOT
from rongcuo.cli import main
from services.documents.letters.checking import check
from services.documents.letters.keys import LetterKeys
from services.identity import demonstration
from tests.e2e.starting import Running
from tests.e2e.test_new_service import PARTS

pytestmark = pytest.mark.timeout(180)
LETTERS = """
hotline.notice:
  event: question_opened
  name: 问询通知书
  name_en: Notice of a question
  to: subject
  series: 函
  family: notice
  title: 问询通知书
  body: |
    {opened_by_name}：
    “{matter}”（编号{number}）已于{opened_at}登记。
  source: {text: 示例, standing: illustrative}
"""
# The event says where its matter stands: the first steps of “Tasks and notices”.
STANDING = {
    "rongcuo/contracts/hotline.py": (
        ("from rongcuo.contracts.events import Event, event",
         "from rongcuo.contracts.case_moved import CaseMoved\nfrom rongcuo.contracts.events import event"),
        ("class QuestionOpened(Event):", "class QuestionOpened(CaseMoved):"),
        ("    opened_by: str\n", "    opened_by: str\n    opened_by_name: str\n")),
    "rongcuo/contracts/notify/enums.py": (
        ('    APPEAL = "appeal"\n', '    APPEAL = "appeal"\n    QUESTION = "question"\n'),),
    "services/hotline/domain.py": (
        ("from rongcuo.contracts.actor import Actor",
         "from rongcuo.contracts.actor import Actor\nfrom rongcuo.contracts.case_moved import Standing"),
        ("actor: Actor, now: datetime) -> Self:", "actor: Actor, now: datetime, pack_id: str) -> Self:"),
        ("opened.record(contract.QuestionOpened(", """opened.record(contract.QuestionOpened(
            standing=Standing(
                kind="question", matter_id=new_id, number="问〔2026〕1号", title=content.title,
                pack_id=pack_id,
                organ_id=actor.organ_id, division_code=actor.division_code, stage="open", ended=True,
                subject_id=actor.officer_id, due_at=now),
            opened_by_name=actor.name,""")),
    "services/hotline/usecases.py": (
        ("context.actor, context.now)", "context.actor, context.now,\n"
         "                                    context.rules.pack(context.actor.division_code, "
         "context.now.date()).id)"),),
}
CONFIRMED = {
    "rongcuo/contracts/hotline.py": (
        ("from rongcuo.contracts.events import event",
         "from rongcuo.contracts.confirmation import confirm_event\n"
         "from rongcuo.contracts.events import event"),
        ("OPEN_QUESTION = Command(", 'CONFIRM_EVENT = confirm_event("hotline")\nOPEN_QUESTION = Command(')),
    "services/hotline/service.py": (
        ("import ExecutionProvider, command, on_event, query",
         "import ExecutionProvider, answers, command, confirms, on_event, query"),
        ("    @command(contract.OPEN_QUESTION)",
         "    confirm_event = answers(contract.CONFIRM_EVENT, confirms)\n\n"
         "    @command(contract.OPEN_QUESTION)")),
}
Changes = Mapping[str, tuple[tuple[str, str], ...]]


def edit(tree: Path, changes: Changes) -> None:
    for place, pairs in changes.items():
        text = (tree / place).read_text("utf-8")
        for before, after in pairs:
            assert text.count(before) == 1, f"{place}: {before}"
            text = text.replace(before, after)
        (tree / place).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source tree with a service `hotline`, whose questions are each told by a letter."""
    copy: Path = tmp_path_factory.mktemp("tree")
    for part in PARTS:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    words = ["new", "service", "hotline", "--about", "question", "--into", str(copy)]
    assert CliRunner().invoke(main, words).exit_code == 0
    edit(copy, STANDING)
    (copy / "services" / "hotline" / "letters.yaml").write_text(LETTERS, "utf-8")
    return copy


def refused(tree: Path, folder: Path) -> str:
    """What a start says that does not come to anything."""
    running = Running(folder, PYTHONPATH=str(tree), RONGCUO_MODE="test")
    assert running.process.wait(100) == 1
    return running.told()


@pytest.fixture(scope="module")
def said_before_it_confirms(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """By a start, before the service can be asked whether an event is its own. From then on it can."""
    said = refused(tree, tmp_path_factory.mktemp("refused"))
    edit(tree, CONFIRMED)
    return said


@pytest.fixture(scope="module")
def running(tree: Path, said_before_it_confirms: str,
            tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    platform = Running(tmp_path_factory.mktemp("platform"), PYTHONPATH=str(tree), RONGCUO_MODE="test")
    platform.await_told("Ctrl-C")
    yield platform
    platform.stop()


@pytest.fixture(scope="module")
def lead(running: Running) -> Iterator[httpx.Client]:
    address = f"http://127.0.0.1:{running.environ['RONGCUO_HTTP_PORT']}"
    with httpx.Client(base_url=address, timeout=120) as http:
        who = {"username": "songming.lead", "password": demonstration.password()}
        token = http.post("/api/v1/tokens", json=who).raise_for_status().json()["token"]
        http.headers["Authorization"] = f"Bearer {token}"
        yield http


@pytest.fixture(scope="module")
def letter(lead: httpx.Client) -> dict[str, Any]:
    """Of the question that the lead opens, once it can be read."""
    done = lead.post("/api/v1/hotline", json={"content": {"title": "网上传言是否属实"}})
    assert done.status_code == 201, done.text
    matter = {"matter_id": done.json()["question_id"]}

    def made() -> list[dict[str, Any]]:
        return [one for one in lead.get("/api/v1/letters", params=matter).json()["letters"] if one["pdf"]]
    assert wait_until(lambda: bool(made()), 300)
    [found] = made()
    return found


def test_a_letter_whose_service_confirms_nothing_keeps_the_platform_from_starting(
        said_before_it_confirms: str) -> None:
    [sentence] = said_before_it_confirms.splitlines()
    assert "没有启动" in sentence
    assert "let services/hotline/service.py answer `confirm_event`" in sentence


def test_a_file_that_is_wrong_keeps_the_platform_from_starting_and_says_where(
        tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("wrong") / "tree"
    shutil.copytree(tree, copy, ignore=shutil.ignore_patterns("__pycache__", "tests"))
    edit(copy, {"services/hotline/letters.yaml": (("{opened_by_name}：", "{opened_by_nane}："),)})
    [sentence] = refused(copy, tmp_path_factory.mktemp("refused")).splitlines()
    where = "services/hotline/letters.yaml, hotline.notice.body"
    assert f"{where}: knows no placeholder “opened_by_nane”" in sentence
    assert "CONTRIBUTING.md" in sentence


def test_it_is_drawn_up_and_numbered_as_its_file_says(letter: dict[str, Any]) -> None:
    assert (letter["kind"], letter["name"], letter["standing"]) == ("hotline.notice", "问询通知书", "current")
    assert re.fullmatch(r"嵩纪容函〔20\d\d〕\d+号", letter["number"])
    assert letter["recipient"] == "孙正："
    said = r"“网上传言是否属实”（编号问〔2026〕1号）已于20\d\d年\d+月\d+日登记。"
    assert re.search(said, letter["body"])


def test_it_is_signed_by_its_organ(running: Running, lead: httpx.Client, letter: dict[str, Any]) -> None:
    pdf = lead.get(f"/api/v1/letters/{letter['letter_id']}/pdf").content
    organs = LetterKeys(running.log.parent / "letters").all()
    with ThreadPoolExecutor(1) as apart:     # from the loop of a browser that another test has open
        found = apart.submit(check, pdf, organs).result()
    assert found.intact
    assert found.by is not None
    assert organs[found.by] == letter["organ_id"] == "530127"


def test_everybody_can_check_it(lead: httpx.Client, letter: dict[str, Any]) -> None:
    told = httpx.get(f"{lead.base_url}/api/v1/letter-checks/{letter['code']}").raise_for_status().json()
    assert (told["number"], told["standing"], told["sha256"]) == (
        letter["number"], "current", letter["sha256"])


def test_its_recipient_is_told(lead: httpx.Client, letter: dict[str, Any]) -> None:
    assert wait_until(lambda: letter["number"] in str(lead.get("/api/v1/inbox").json()), 300)


def test_documents_is_not_edited_for_it(tree: Path, letter: dict[str, Any]) -> None:
    assert changed(dircmp(ROOT / "services", tree / "services", ignore=["__pycache__"])) == {
        "__init__.py", "hotline"}
    assert changed(dircmp(ROOT / "rongcuo", tree / "rongcuo", ignore=["__pycache__"])) == {
        "hotline.py", "enums.py"}


def changed(found: dircmp[str]) -> set[str]:
    """What differs or is new, however deep."""
    below = (changed(folder) for folder in found.subdirs.values())
    return {*found.diff_files, *found.left_only, *found.right_only}.union(*below)
