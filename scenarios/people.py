"""The people of a place who play its scenarios: enrolled by the province's registrar when first needed."""

from dataclasses import dataclass

import httpx

from scenarios.platform import Person, Refused


@dataclass(frozen=True)
class Place:
    """The officers of one organ that a filing meets on its way."""

    filer: Person
    lead: Person
    reviewer: Person
    second_reviewer: Person


POSTS = {"filer": ("申报人", ["filer"]), "lead": ("审查负责人", ["lead", "reviewer"]),
         "reviewer": ("初审员甲", ["reviewer"]), "second": ("初审员乙", ["reviewer"])}


class People:
    """Knows everybody by place, and signs them in once."""

    def __init__(self, http: httpx.Client, password: str) -> None:
        self._http, self._password = http, password
        self._places: dict[tuple[str, str], Place] = {}
        self.registrar = Person(http, "province.registrar", password)
        self.operator = Person(http, "operator", password)
        self.supervisor = Person(http, "province.supervisor", password)

    def at(self, organ_id: str, unit: str) -> Place:
        """The officers of an organ, with a filer from `unit`."""
        if (organ_id, unit) not in self._places:
            self._places[organ_id, unit] = Place(*(self._person(organ_id, post, unit) for post in POSTS))
        return self._places[organ_id, unit]

    def _person(self, organ_id: str, post: str, unit: str) -> Person:
        mark = f".{sum(unit.encode()) % 10_000}" if post == "filer" else ""
        username = f"demo.{organ_id}.{post}{mark}"
        return Person(self._http, username, self._password, self._enrol(username, organ_id, post, unit))

    def _enrol(self, username: str, organ_id: str, post: str, unit: str) -> str:
        """The officer's id; enrolled before, it shows when they sign in."""
        name, roles = POSTS[post]
        officer = {"username": username, "name": name, "organ_id": organ_id, "roles": roles,
                   "password": self._password, "unit": unit if post == "filer" else "",
                   "email": f"{username}@example.invalid"}
        try:
            return str(self.registrar.post("/officers", officer, key=f"enrol.{username}")["officer_id"])
        except Refused as refusal:
            if refusal.code != "identity.username_taken":
                raise
            return ""
