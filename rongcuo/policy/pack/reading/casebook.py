"""典型案例, as `followup.yaml` and the sheets say it."""

from types import MappingProxyType

from rongcuo.policy.limit import LimitUnit
from rongcuo.policy.pack.casebook import Area, CasebookRule
from rongcuo.policy.pack.reading.terms import code, coded, limit
from rongcuo.policy.yaml_reader import Entry


def casebook(entry: Entry) -> CasebookRule:
    """Whole, wherever it stands: a sheet that has another one says all of it."""
    entry.mapping(frozenset({"areas", "general", "fits", "valid_for", "source"}))
    areas, general = coded(entry.at("areas"), _area), entry.at("general").text()
    if general not in areas:
        entry.at("general").wrong(f"should be one of the areas: {', '.join(sorted(areas))}")
    fits, valid_for = entry.at("fits"), limit(entry.at("valid_for"))
    fits.mapping(frozenset({"at_least", "source"}))
    fits.at("source").source()
    if valid_for.unit is not LimitUnit.MONTHS:
        entry.at("valid_for").wrong("should be in months")
    return CasebookRule(MappingProxyType(areas), general, fits.at("at_least").whole(2, 1_000), valid_for,
                        entry.at("source").source())


def _area(entry: Entry) -> Area:
    entry.mapping(frozenset({"code", "name", "name_en", "source"}))
    return Area(code(entry), entry.at("name").text(), entry.at("name_en").text(), entry.at("source").source())
