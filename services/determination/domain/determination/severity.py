"""Whether one decision is heavier for the person concerned than another. No term outweighs another.

Free words can't be weighed: where they differ, the person has to consent in writing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.determination import Consent, DecisionTerms, Outcome, Rectification
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack import Pack

MILDEST_FIRST = tuple(Outcome)
NOT_HEAVIER, HEAVIER, UNCLEAR = "not_heavier", "heavier", "unclear"
BREAKS = re.compile(r"[\n;；。]+")
WIDTH = re.compile(r"<(wide|narrow)>")
BLANKS = re.compile(r"(?<!\d)\s+|\s+(?!\d)")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms that are heavier, and those of which nobody can say."""

    heavier: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """An outcome with its terms. `on`: the day of the decision, where it was made already."""

    outcome: Outcome
    terms: DecisionTerms
    on: date | None = None


def weighed(former: Said, later: Said, pack: Pack) -> Weighed:
    """Every term of the later decision against the same one of the former."""
    old, new = former.terms, later.terms
    found = {
        "outcome": _more(MILDEST_FIRST.index(former.outcome), MILDEST_FIRST.index(later.outcome)),
        "discipline_form": _more(old.discipline_form, new.discipline_form),
        "measure": _of_measures(old.measure, new.measure, pack),
        "conditions": _of_conditions(old.conditions, new.conditions),
        "rectification": _of_rectifications(old.rectification, new.rectification),
        "effects": _of_effects(old.effects, new.effects, pack),
    }
    return Weighed(tuple(term for term, said in found.items() if said == HEAVIER),
                   tuple(term for term, said in found.items() if said == UNCLEAR))


def require_no_heavier(former: Said, later: Said, pack: Pack, consent: Consent | None, code: str,
                       today: date) -> None:
    """Raises `code` where a term is heavier, `determination.not_comparable` where somebody would have to
    judge and the person has not agreed in writing."""
    found = weighed(former, later, pack)
    if found.heavier:
        raise CaseError(code, details={
            "terms": list(found.heavier), "outcome": later.outcome.value, "former": former.outcome.value,
            "discipline_form": later.terms.discipline_form, "former_form": former.terms.discipline_form})
    if found.unclear and consent is None:
        raise CaseError("determination.not_comparable", details={"terms": list(found.unclear)})
    if consent and not consent.attachments:     # whoever enters it can't agree for the person
        raise CaseError("determination.consent_needs_paper")
    if consent and consent.given_on > today:
        raise CaseError("determination.consent_in_the_future")
    if consent and former.on and consent.given_on < former.on:
        raise CaseError("determination.consent_too_old", details={"decided_on": former.on.isoformat()})


def _more(old: int, new: int) -> str:
    return HEAVIER if new > old else NOT_HEAVIER


def _of_measures(old: str, new: str, pack: Pack) -> str:
    if new in ("", old):
        return NOT_HEAVIER
    if not old:
        return HEAVIER
    weights = [pack.measures[code].weight if code in pack.measures else 0 for code in (old, new)]
    return _more(*weights) if all(weights) else UNCLEAR


def _of_conditions(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """Payments stand among them. Fewer are milder, more are heavier, one of them once more is as well; other
    words are unclear."""
    known, wanted = Counter(map(plain, old)), Counter(map(plain, new))
    if wanted <= known:
        return NOT_HEAVIER
    return HEAVIER if known < wanted or wanted.keys() <= known.keys() else UNCLEAR


def _of_rectifications(old: Rectification | None, new: Rectification | None) -> str:
    if new is None:
        return NOT_HEAVIER
    if old is None or new.due_on < old.due_on:
        return HEAVIER
    return NOT_HEAVIER if plain(new.what) == plain(old.what) else UNCLEAR


def _of_effects(old: str, new: str, pack: Pack) -> str:
    """What the pack lists is to the person's advantage: it may be added, and not be left out."""
    good = {plain(word) for item in pack.effects.values() for word in (item.name, item.text) if word}
    before, after = set(_parts(old)), set(_parts(new))
    if (before - after) & good:
        return HEAVIER
    return UNCLEAR if before - after or after - before - good else NOT_HEAVIER


def _parts(words: str) -> Iterator[str]:
    return (part for each in BREAKS.split(words) if (part := plain(each)))


def plain(words: str) -> str:
    """Words without width, case and blanks but those between two digits. No other sign stands for another: a
    raised or circled digit says something else."""
    signs = unicodedata.normalize("NFC", words)
    narrow = (unicodedata.normalize("NFKC", sign) if WIDTH.match(unicodedata.decomposition(sign)) else sign
              for sign in signs)
    return BLANKS.sub("", "".join(narrow)).casefold()
