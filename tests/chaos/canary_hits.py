"""S3: who reported is found nowhere: in no file of databases, broker, logs and letters, in no mail, export,
metric or backup, and in nothing that anybody else is answered. Whether it would be found is tried, too."""

import gzip
import io
import random
import re
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

from deploy.mailbox import Mailbox
from rongcuo.contracts.custody import Group
from tests.canaries import BLANK, BLANKS, Looker
from tests.chaos.canary_people import MARKS, Desk, Officers, canary, reported
from tests.chaos.canary_places import (
    back_up,
    export,
    kind_of,
    look_at_metrics,
    look_at_rows,
    make_dead_letters,
    tap,
)
from tests.chaos.custodians import ceremony
from tests.chaos.door import SETTINGS, Door
from tests.chaos.figures import Figures
from tests.chaos.homes import Cottage, Town, place
from tests.chaos.journeys import Journey, Office
from tests.chaos.load import token_of
from tests.chaos.processes import Nursery, until
from tests.chaos.recount import settled
from tests.chaos.sizes import Size

PLANTED = "狻猊貔貅计划"       # the title of a filing, which many may see
SEEN = frozenset({"database rows", "database files", "letter as PDF", "letter as DOCX", "mail", "answer",
                  "backup"})
ONLY_LOOKED = frozenset({"log", "metrics", "export"})     # where no title stands either
OF_THE_BROKER = frozenset({"broker", "dead letter", "write-ahead log"})
FEW = ("songming.lead", "songming.reviewer", "operator")     # who look at everything at the small size
EVERY = 20      # of so many reports one is handled to its end, one refused, one talked about
CODES = re.compile(rb"[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}|[0-9A-HJKMNP-TV-Z]{16}")
FEWER = "postgresql"     # at the small size: all that there is with SQLite, and a broker
Maker = Callable[[Path, Nursery, dict[str, str]], Town | Cottage]
MAKERS: Mapping[str, Maker] = {
    "postgresql": lambda folder, nursery, settings: Town(folder, nursery, settings=settings),
    "sqlite": Cottage}


class CodeLooker(Looker):
    """Knows the reporters' query codes, too."""

    codes: frozenset[bytes] = frozenset()

    def know(self, codes: list[str]) -> None:
        self.codes = frozenset(form.encode() for code in codes for form in (code, code.replace("-", "")))

    def look(self, kind: str, name: str, content: bytes) -> None:
        super().look(kind, name, content)
        self.found += [(kind, name, "a code", "plain")
                       for _ in {*CODES.findall(BLANKS.sub(BLANK, content))} & self.codes]


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    makers = MAKERS if size.everything else {FEWER: MAKERS[FEWER]}
    hits, reporters = 0, size.canaries // len(makers)
    for name, made in makers.items():
        looker, planted = CodeLooker(*MARKS), Looker(PLANTED)
        lookers = (looker, planted)
        _lived(name, made, size, reporters, nursery, figures, lookers, random.Random(f"canaries {seed}"))
        seen = {kind for kind, *_ in planted.found}
        hits += len(looker.found)
        figures.put(canary_hits=hits, canaries={**figures.all.get("canaries", {}), name: {
            "reporters": reporters, "hits": len(looker.found), "looked": looker.looked,
            "planted_seen_in": sorted(seen)}})
        figures.tell(f"{name}: {len(looker.found)} hits in {looker.looked}; planted, seen in {sorted(seen)}")
        wanted = SEEN | (OF_THE_BROKER if made is not Cottage else frozenset())
        unlooked = (wanted | ONLY_LOOKED) - {*looker.looked}
        for fault in (*looker.found[:10], *unproved(looker),
                      *(f"not seen in {each}, where it was planted" for each in wanted - seen),
                      *(f"nothing was looked at: {each}" for each in unlooked)):
            figures.fail(f"canary on {name}: {fault}")


def _lived(name: str, made: Maker, size: Size, reporters: int, nursery: Nursery, figures: Figures,
           lookers: tuple[CodeLooker, Looker], dice: random.Random) -> None:
    """A platform with its reports, their handling, and a filing that is planted; then looked through."""
    def look(kind: str, where: str, content: bytes) -> None:
        for looker in lookers:
            looker.look(kind, where, content)

    post = Mailbox(place(f"canary-{name}-mail"))
    post.start()
    with made(place(f"canary-{name}"), nursery, {**SETTINGS, "RONGCUO_SMTP_URL": post.url}) as home:
        for group in Group:
            ceremony(home, group)
        if isinstance(home, Town):
            tap(home)
        _peopled(home, size, reporters, figures, lookers[0], partial(look, "answer"), dice)
        if isinstance(home, Town):
            make_dead_letters(home)
        look_at_rows(home, look)
        look_at_metrics(home, look)
        export(home)
        back_up(home)
    post.stop()
    for folder, looker in ((folder, looker) for folder in (home.folder, post.folder) for looker in lookers):
        looker.look_through(folder, kind_of)


def _peopled(home: Town | Cottage, size: Size, reporters: int, figures: Figures, looker: CodeLooker,
             seen: Callable[[str, bytes], None], dice: random.Random) -> None:
    office, officers, door = Office(home.address, dice), Officers(home.address, seen), Door(home.address)
    desk = Desk(home.address, token_of(office, "songming.reviewer"))
    looker.know(reported(door, desk, reporters, lambda done: figures.tell(f"{done} of {reporters} reports")
                         if done % max(1, reporters // 10) == 0 else None))
    office.travel(Journey(PLANTED, ("submit", "assign", "accept")))
    until(lambda: len(officers.reports()) >= reporters, 300, "all reports being seen", 1)
    ids = officers.reports()
    for start, act in enumerate((officers.handle, officers.refuse, officers.talk)):
        for report_id in ids[start::min(EVERY, len(ids) // 2)]:
            act(report_id)
    assert settled(home.books, 120)
    looking = officers.people if size.everything else FEW
    figures.tell(f"{officers.look_everywhere(ids[:3], looking)} pages and answers were looked at")
    officers.look_at_all(ids)
    for each in (office, officers, door, desk):
        each.close()


def unproved(looker: Looker) -> Iterator[str]:
    """Kinds of places, and ways of writing, in which a canary would not be found. A canary of nobody's is
    written there in each way, and looked for."""
    name = canary(9_999)["own_name"]
    for kind in looker.looked:
        for form, written in _written(f"前{name}后"):
            probe = Looker(*MARKS)
            probe.look(kind, form, _packed(kind, written))
            if not probe.found:
                yield f"not seen where it is: {kind}, {form}"


def _written(text: str) -> Iterator[tuple[str, bytes]]:
    """The five ways, by other means than those of who looks; base64 at each of its three places."""
    yield "plain", text.encode()
    yield "url", f"/box?name={quote(text)}&x=1".encode()
    for place_ in range(3):
        yield "base64", b64encode(b"=" * place_ + text.encode() + b"...")
    for coding in ("utf-16", "utf-16-be", "gbk"):
        yield coding, text.encode(coding)


def _packed(kind: str, written: bytes) -> bytes:
    """As it would lie in such a place."""
    match kind:
        case "letter as PDF":
            return b"%PDF-1.7\n1 0 obj\nstream\n" + zlib.compress(written) + b"\nendstream\nendobj"
        case "letter as DOCX":
            packed = io.BytesIO()
            with ZipFile(packed, "w") as archive:
                archive.writestr("word/document.xml", written)
            return packed.getvalue()
        case "backup":
            return gzip.compress(b"tar" + written)
        case "mail":
            mail = EmailMessage()
            mail.set_content(written, maintype="application", subtype="octet-stream")
            return mail.as_bytes()
    return b"before" + written + b"after"
