"""R3: services that die at a named point, again and again while people work, on both databases."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import httpx

from rongcuo.contracts.custody import Group
from scenarios.enrolling import enrol
from scenarios.platform import Refused
from services import WITH_DATABASE
from tests.chaos.custodians import ceremony
from tests.chaos.door import SETTINGS
from tests.chaos.figures import Figures
from tests.chaos.hearers import HEARD, SOURCES
from tests.chaos.homes import Cottage, Home, Town, place
from tests.chaos.journeys import ORGAN, Journey, planned
from tests.chaos.problem_journeys import ProblemOffice, planned_problems
from tests.chaos.processes import Nursery, until
from tests.chaos.recount import HISTORY, Tally, recounted, settled
from tests.chaos.recount_problems import KEEPER
from tests.chaos.report_journeys import planned_reports
from tests.chaos.sizes import Size

CALLED = {"identity", "clarify", "vault", KEEPER,      # by people
          *(service for service, _ in HISTORY.values())}
WRITERS = tuple(name for name in WITH_DATABASE
                if name in CALLED or any(one.consumer == name and one.source in CALLED for one in HEARD))
SILENT = "determination"       # it hears of officers; no journey is about one of its cases
TELLERS = tuple(name for name in WRITERS if name in SOURCES and name != SILENT)
POINTS = {"before_commit": WRITERS, "after_commit": WRITERS, "after_publish": TELLERS,
          "after_confirm": TELLERS, "after_effect": WRITERS, "before_ack": WRITERS}
CLIENTS = 3
SHARES = {planned: 5, planned_reports: 3, planned_problems: 2}      # of ten journeys
PATIENCE_S = 600
AGAIN = ("busy_signing_in", "answer_not_kept")
FEW = 2            # points and services at the small size
HOMES = {"postgresql": Town, "sqlite": Cottage}


class People:
    """They work until told to stop, and finish what they have begun."""

    def __init__(self, home: Home, mark: str, dice: random.Random) -> None:
        self.office = ProblemOffice(home.address, dice, repeat=0.2)
        self.journeys: list[Journey] = []
        self.officers: list[str] = []
        self.stuck: list[str] = []
        self._mark, self._dice, self._lock = mark, dice, Lock()
        self._stopping = Event()

    def __enter__(self) -> "People":
        self._pool = ThreadPoolExecutor(CLIENTS)
        self._stopping.clear()
        self._working = [self._pool.submit(self._work) for _ in range(CLIENTS)]
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        for one in self._working:
            one.result()
        self._pool.shutdown()

    def _work(self) -> None:
        while not self._stopping.is_set():
            with self._lock:
                (plan,) = self._dice.choices(list(SHARES), SHARES.values())
                (journey,) = plan(f"{self._mark}.{len(self.journeys)}", 1, self._dice)
                self.journeys.append(journey)
                number = len(self.journeys)
            try:
                self._enrol(f"chaos.{number}")
                self.office.travel(journey)
            except Exception as error:  # noqa: BLE001  (the recount tells what became of it)
                self.stuck.append(f"{journey.title} {journey.acknowledged}: {error!r}")

    def _enrol(self, username: str) -> None:
        officer = {"username": username, "name": "示例", "organ_id": ORGAN, "roles": ["filer"],
                   "unit": "示例", "email": f"{username}@example.invalid"}
        deadline = time.monotonic() + PATIENCE_S     # identity may die twenty times meanwhile
        while time.monotonic() < deadline:
            try:
                registrar = self.office.registrar
                enrol(self.office.http, (registrar, registrar), officer, "chaos-password-2026")
            except (Refused, httpx.HTTPError) as error:
                if isinstance(error, Refused) and error.status < 500 and error.code not in AGAIN:
                    raise
                time.sleep(0.1)
            else:
                self.officers.append(username)
                return
        raise TimeoutError(f"{username} could not be enrolled")


def run(size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    with ThreadPoolExecutor(len(HOMES)) as both:
        trials = [both.submit(_at_home, name, size, seed, nursery, figures) for name in HOMES]
        for trial in trials:
            trial.result()


def _at_home(name: str, size: Size, seed: int, nursery: Nursery, figures: Figures) -> None:
    dice = random.Random(f"crash points {name} {seed}")
    groups = [(point, service) for point, services in POINTS.items() for service in services]
    groups = groups if size.everything else dice.sample(groups, FEW)
    with HOMES[name](place(f"crash-{name}"), nursery, settings=SETTINGS) as home:
        for group in Group:
            ceremony(home, group)
        people = People(home, f"断点 {name} {seed}", dice)
        found: set[str] = set()
        for point, service in groups:
            before, tried = len(found), _die(home, people, point, service, size.crashes, dice)
            findings = _findings(home, people)
            fresh = sorted(findings - found)
            found |= findings
            consistent = max(0, tried - (len(found) - before))
            key = f"{point}/{service}/{name}"
            figures.put(crash_points={**figures.all["crash_points"],
                                      key: {"tried": tried, "consistent": consistent}})
            figures.tell(f"{key}: {consistent} of {tried} consistent, {len(people.journeys)} journeys so far")
            if fresh or tried < size.crashes:
                figures.fail(f"{key}: {tried} tried; {fresh[:5]}")
        people.office.close()


def _die(home: Home, people: People, point: str, service: str, times: int, dice: random.Random) -> int:
    """How often the service died there; at the end it lives."""
    victim, died = home.service(service), 0
    victim.kill()
    with people:
        for _ in range(times):
            victim.start(f"{point}:{service}:{dice.randint(1, 3)}")
            try:
                until(lambda: not victim.running, 300, f"{point} in {service}", 0.01)
            except TimeoutError:
                victim.kill()
                break
            died += victim.killed
        victim.start()
        victim.await_well(60)
    return died


def _findings(home: Home, people: People) -> set[str]:
    rested = settled(home.books, 90)
    tally = recounted(home.books, people.journeys)
    _count_officers(home, people.officers, tally)
    kinds = (tally.lost, tally.duplicated, tally.unexpected, tally.dead_letters, tally.out_of_order)
    return {told for kind in kinds for told in kind} | set(people.stuck) | (
        set() if rested else {"the events did not come to rest"})


def _count_officers(home: Home, officers: list[str], tally: Tally) -> None:
    enrolled = [row[0] for row in home.books.rows("identity", "SELECT username FROM officers")]
    ids = dict(home.books.rows("identity", "SELECT username, id FROM officers"))
    known = {row[0] for row in home.books.rows("notify", "SELECT id FROM officers")}
    tally.lost += [f"officer {one}" for one in officers if ids.get(one) not in known]
    tally.duplicated += [f"officer {one}" for one in officers if enrolled.count(one) > 1]
