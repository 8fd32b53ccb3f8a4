"""Whom to ask at an organ: its office, by what is entered there today. No case keeps it for life."""

from dataclasses import dataclass
from pathlib import Path

from rongcuo.policy.provenance import Source
from rongcuo.policy.yaml_reader import Entry, read_yaml

CODE = "policy.invalid_contacts"
ILLUSTRATIVE = Path(__file__).with_suffix(".yaml")   # invented, for what is not meant in earnest
_CONTACT = frozenset({"office", "phone", "hours", "address"})


@dataclass(frozen=True, slots=True)
class Contact:
    """An office, not a person. `hours` and `address` may be empty."""

    office: str
    phone: str
    hours: str
    address: str
    source: Source


class Contacts:
    """Those of one file, by organ; `general` is for an organ without its own. Without a file there are none.
    Raises `policy.invalid_contacts` naming the entry that can't be right."""

    def __init__(self, file: Path | None) -> None:
        self._general: Contact | None = None
        self._own: dict[str, Contact] = {}
        if file:
            self._read(read_yaml(file, CODE))

    def of(self, organ_id: str) -> Contact | None:
        return self._own.get(organ_id, self._general)

    def _read(self, sheet: Entry) -> None:
        sheet.mapping(frozenset({"source", "general", "organs"}))
        source = sheet.at("source").source()
        if sheet.has("general"):
            self._general = _contact(sheet.at("general"), source)
        organs = sheet.at("organs").mapping() if sheet.has("organs") else {}
        self._own = {organ_id: _contact(entry, source) for organ_id, entry in organs.items()}


def _contact(entry: Entry, source: Source) -> Contact:
    entry.mapping(_CONTACT)
    hours, address = (entry.at(key).text() if entry.has(key) else "" for key in ("hours", "address"))
    return Contact(entry.at("office").text(), entry.at("phone").text(), hours, address, source)
