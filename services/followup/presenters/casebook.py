"""An entry as its view. Pure: the use cases answer with it, and so do the queries."""

from collections.abc import Callable, Mapping

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.transitions import holds
from rongcuo.contracts.followup import (
    NOTICE,
    Combination,
    Coordinate,
    EntryNumber,
    EntryView,
    Fit,
)
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack.casebook import CasebookRule
from services.followup.access import casebook as access
from services.followup.domain.casebook import FOLLOWING, CasebookEntry, stated, wider
from services.followup.domain.casebook import EntryVerb as Verb

Fits = Callable[[Mapping[Coordinate, str]], int]


def view_of(entry: CasebookEntry, occasion: Occasion, fits: Fits) -> EntryView:
    """As the asking actor may see it: who only reads it, reads what is masked."""
    inside, rule = access.sees_inside(occasion.actor, entry), occasion.pack.followup.casebook
    area = rule.areas[entry.area]
    return EntryView(
        case_id=entry.id, number=entry.number, title=entry.masked.title, edition=entry.edition,
        organ_id=entry.organ_id, area=entry.area, area_name=area.name, area_name_en=area.name_en,
        illustrative=area.source.illustrative, state=entry.state, tag=entry.tag, text=entry.masked,
        combination=entry.combination or Combination(), shown_in=entry.shown_in, validity=entry.validity,
        over=entry.over(occasion.now.astimezone(ZONE).date()), replaces=entry.replaces,
        replaced_by=entry.replaced_by, notice=NOTICE, inside=inside,
        original=entry.text if inside else None, source=entry.source if inside else None,
        masks=entry.masks if inside else (), left=entry.left if inside and not entry.ended else (),
        fit=fit_of(entry, rule, fits) if inside else None,
        written_by=entry.writer_name if inside else "", checkers=entry.checker_names if inside else (),
        checks=entry.checks if inside else (), reason=entry.reason if inside else "",
        allowed=allowed(entry, occasion) if inside else (), history=entry.history if inside else (),
        begun_at=entry.begun_at)


def allowed(entry: CasebookEntry, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now."""
    return tuple(verb.value for verb in Verb
                 if verb not in FOLLOWING and holds(entry.require, verb, occasion))


def number_of(entry: CasebookEntry) -> EntryNumber:
    """All that a command answers."""
    return EntryNumber(case_id=entry.id, number=entry.number, tag=entry.tag)


def fit_of(entry: CasebookEntry, rule: CasebookRule, fits: Fits) -> Fit:
    """How many people what is said of it fits, and how many it would with one thing less."""
    told = entry.combination or Combination()
    said = stated(told, rule.general)
    without = {each.value: fits(stated(wider(told, each), rule.general)) for each in said}
    return Fit(fits=fits(said), at_least=rule.fits_at_least, stated=bool(said), without=without)
