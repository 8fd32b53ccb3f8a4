"""The people of a place who play its scenarios: enrolled by the province's registrar when first needed."""

from dataclasses import dataclass
from hashlib import sha256

import httpx

from rongcuo.policy.divisions import division
from scenarios.enrolling import enrol_once
from scenarios.platform import Person


@dataclass(frozen=True)
class Place:
    """The officers of one organ that a filing meets on its way."""

    filer: Person
    lead: Person
    reviewer: Person
    second_reviewer: Person


@dataclass(frozen=True)
class Post:
    """What somebody is enrolled as. Without a unit: the one they come from is told when they are enrolled."""

    name: str
    roles: tuple[str, ...]
    unit: str = ""


POSTS = {"filer": Post("申报人", ("filer",)), "lead": Post("审查负责人", ("lead", "reviewer")),
         "reviewer": Post("初审员甲", ("reviewer",)), "second": Post("初审员乙", ("reviewer",))}
INTAKE = Post("信访受理员", ("intake",))
GROUPS = {"甲": "custodian_a", "乙": "custodian_b"}
OF_A_GROUP = 2
REGISTRARS = ("province.registrar", "province.registrar2")
SEATS = ("组织部", "审计局", "司法局", "财政局", "信访局", "人社局", "发改局", "国资局")
PANEL = tuple("甲乙丙丁戊己庚")


class People:
    """Knows everybody by place, and signs them in once."""

    def __init__(self, http: httpx.Client, password: str) -> None:
        self._http, self._password = http, password
        self._places: dict[tuple[str, str], Place] = {}
        self._others: dict[str, Person] = {}
        first, second = (Person(http, username, password) for username in REGISTRARS)
        self.registrars = first, second
        self.operator = Person(http, "operator", password)
        self.supervisor = Person(http, "province.supervisor", password)

    def at(self, organ_id: str, unit: str) -> Place:
        """The officers of an organ, with a filer from `unit`."""
        if (organ_id, unit) not in self._places:
            self._places[organ_id, unit] = Place(*(self._person(organ_id, post, unit) for post in POSTS))
        return self._places[organ_id, unit]

    def members(self, organ_id: str, count: int) -> tuple[Person, ...]:
        """So many members of an organ's joint meeting; the first takes the chair."""
        posts = [Post(f"{seat}成员", ("member",), f"{seat}(示例)") for seat in _so_many(SEATS, count)]
        return tuple(self._other(organ_id, f"member{number}", post) for number, post in enumerate(posts, 1))

    def assessors(self, organ_id: str, count: int) -> tuple[Person, ...]:
        """So many officers of an organ who assess beside those who verify."""
        posts = [Post(f"评估员{mark}", ("reviewer",), "评估组(示例)") for mark in _so_many(PANEL, count)]
        return tuple(self._other(organ_id, f"assessor{number}", post) for number, post in enumerate(posts, 1))

    def deputy(self, organ_id: str) -> Person:
        """Another lead of an organ, who had no hand in what the first one decides."""
        return self._other(organ_id, "lead2", Post("审查副负责人", ("lead",)))

    def panel(self, organ_id: str, count: int) -> tuple[Person, ...]:
        """So many officers of an organ who had no part in anything yet, for an appeal."""
        posts = [Post(f"复核员{mark}", ("reviewer",), "复核组(示例)") for mark in _so_many(PANEL, count)]
        return tuple(self._other(organ_id, f"panel{number}", post) for number, post in enumerate(posts, 1))

    def intake(self, organ_id: str) -> Person:
        """Whoever takes reports in."""
        return self._other(organ_id, "intake", INTAKE)

    def custodian(self, organ_id: str, group: str, number: int) -> Person:
        """One of those who hold a group's key."""
        post = Post(f"{group}组保管人{number}", (GROUPS[group],), f"{group}组(示例)")
        return self._other(organ_id, f"{GROUPS[group]}{number}", post)

    def lead(self, organ_id: str) -> Person:
        """Whoever leads an organ."""
        return self.at(organ_id, "").lead

    def _other(self, organ_id: str, seat: str, post: Post) -> Person:
        username = f"demo.{organ_id}.{seat}"
        if username not in self._others:
            self._others[username] = self._enrolled(username, organ_id, post, post.unit)
        return self._others[username]

    def _person(self, organ_id: str, post: str, unit: str) -> Person:
        mark = f".{sha256(unit.encode()).hexdigest()[:8]}" if post == "filer" else ""
        return self._enrolled(f"demo.{organ_id}.{post}{mark}", organ_id, POSTS[post],
                              unit if post == "filer" else "")

    def _enrolled(self, username: str, organ_id: str, post: Post, unit: str) -> Person:
        """A person who is enrolled when they are first needed: a password costs time to hash."""
        return Person(self._http, username, self._password,
                      lambda: self._enrol(username, organ_id, post, unit))

    def _enrol(self, username: str, organ_id: str, post: Post, unit: str) -> str:
        """Their id; if they were enrolled before, it shows when they sign in. Of two organs no two are called
        the same: a namesake counts as one person wherever somebody may decide once only."""
        name = division(organ_id.partition(".")[0]).name + organ_id.partition(".")[2] + post.name
        officer = {"username": username, "name": name, "organ_id": organ_id, "roles": post.roles,
                   "unit": unit, "email": f"{username}@example.invalid"}
        return enrol_once(self._http, self.registrars, officer, self._password)


def _so_many(names: tuple[str, ...], count: int) -> list[str]:
    """As many names as are asked for; where the list ends it begins again with a number."""
    return [names[number % len(names)] + (str(number // len(names) + 1) if number >= len(names) else "")
            for number in range(count)]
