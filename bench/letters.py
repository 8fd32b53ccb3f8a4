"""What a letter costs: typesetting and signing one page, and a batch from its numbering to its files."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bench.figures import Figure, Goal, beside, percentile
from bench.progress import progress
from bench.stage import FOLDER
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import ReceivedEvent, Tick
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed
from rongcuo.contracts.determination import DeterminationRefused, Standing, Subject
from rongcuo.contracts.identity import OrgansView
from rongcuo.policy.rules import Rules
from services.documents import usecases
from services.documents.dependencies import Dependencies, dependencies_of
from services.documents.domain.letter import Letter
from services.documents.storage import METADATA, PaperStorage
from services.identity.organs import organs

TIMES = {"small": 20, "full": 200}
BATCHES = {"small": 1, "full": 5}
BATCH = 200
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
ORGAN = next(organ for organ in organs() if organ.level == "county")


def measure(size: str) -> dict[str, Figure]:
    """`letter_ms`: the signed PDF of one page; its floor is typesetting alone. `letters_per_s`: with the
    DOCX, both files durable, and every commit, on SQLite, by one maker."""
    figures = {"letter_ms": _one(TIMES[size])}
    rates = []
    for number in range(BATCHES[size]):
        progress("letters_per_s", number, BATCHES[size])
        rates.append(_batch())
    rates.sort()
    figures["letters_per_s"] = Figure(unit="letters/s", n=len(rates) * BATCH, median=rates[len(rates) // 2],
                                      p99=percentile(rates, 0.01), more={"batch": BATCH})
    return figures


def _one(times: int) -> Figure:
    from services.documents.letters.pages import Pages
    from services.documents.letters.signing import signed
    with _office() as (shop, dependencies):
        _number(shop, 1)
        letter = _letters(shop)[0]
        pages, signer = Pages(dependencies.config.public_address, drawn_seal=True), _signer(dependencies)
        pages.typeset(letter)
        ours, floor = [], []
        for number in range(times):
            progress("letter_ms", number, times)
            begun = time.perf_counter()
            page = pages.typeset(letter)
            floor.append((time.perf_counter() - begun) * 1000)
            signed(page, signer, letter.organ_name, NOW)
            ours.append((time.perf_counter() - begun) * 1000)
    return Figure(**{**vars(beside(ours, floor, "ms")), "goal": Goal(limit=150, at_most=True),
                     "judged": "median"})


def _signer(dependencies: Dependencies) -> Any:
    from services.documents.letters.signing import signer_of
    dependencies.keys.make(ORGAN.organ_id, ORGAN.name, NOW)
    pair = dependencies.keys.pair(ORGAN.organ_id)
    return signer_of(pair, dependencies.keys.opened(pair))


def _batch() -> float:
    with _office() as (shop, dependencies):
        _number(shop, BATCH)
        renderer = dependencies.renderer
        begun, made = time.perf_counter(), 0
        while taken := usecases.make_letters(shop.context(Tick()), lambda: renderer, dependencies.files):
            made += taken
        assert made == BATCH
        return BATCH / (time.perf_counter() - begun)


@contextmanager
def _office() -> Iterator[tuple[ServiceRuntime[Any], Dependencies]]:
    """A runtime of documents in an empty folder, gone afterwards."""
    folder = FOLDER / "letters"
    shutil.rmtree(folder, ignore_errors=True)
    config = Config(mode="test", data_dir=folder)
    shop: ServiceRuntime[Any] = ServiceRuntime("documents", METADATA, PaperStorage, config, rules=Rules())
    shop.start()
    try:
        yield shop, dependencies_of(config)
    finally:
        shop.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _number(shop: ServiceRuntime[Any], many: int) -> None:
    for event in _refusals(shop, many):
        matter_id = event.standing.matter_id
        context = shop.context(ReceivedEvent("documents.determination", matter_id, matter_id, 1), ask=_others)
        usecases.hear_case(context, event)


def _refusals(shop: ServiceRuntime[Any], many: int) -> Iterator[DeterminationRefused]:
    pack = shop.rules.pack(ORGAN.division_code, date(2026, 3, 3))
    for number in range(many):
        standing = Standing(
            kind="determination", matter_id=f"d{number}", number=f"容认〔2026〕{number + 1}号",
            title="续建停工楼盘",
            organ_id=ORGAN.organ_id, division_code=ORGAN.division_code, pack_id=pack.id, stage="acceptance",
            due_at=NOW)
        yield DeterminationRefused(
            standing=standing, subject=Subject(name="刘某", unit="某街道办事处"),
            reasons="不属于本机关管辖。", refused_by_name="孙正", at=NOW)


def _letters(shop: ServiceRuntime[Any]) -> list[Letter]:
    with shop.database.reading() as session:
        return PaperStorage(session).of_matter("d0")


def _others(_operation: object, question: Any) -> Any:
    if isinstance(question, ConfirmEvent):
        return EventConfirmed(confirmed=True)
    return OrgansView(organs=(ORGAN,))
