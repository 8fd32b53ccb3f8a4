"""The mapping between a problem and its row."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import RowMapping

from rongcuo.casework.case_rows import case_content, case_of, case_row
from rongcuo.contracts.followup import (
    Measure,
    MeasureState,
    ProblemDescription,
    ProblemSource,
    ProblemState,
    RiskPoint,
    RuleChange,
)
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import search_key
from services.followup.access.programmes import overseen_from
from services.followup.domain.problem import Problem

SETTLED: Final = frozenset({MeasureState.CLOSED, MeasureState.DROPPED})
LISTS: Final[dict[str, type[Any]]] = {"sources": ProblemSource, "measures": Measure, "rules": RuleChange}
ONES: Final[dict[str, type[Any]]] = {"description": ProblemDescription, "risk_point": RiskPoint}
AS_THEY_ARE: Final = ("merged_into", "closing_words")


def row_of(problem: Problem) -> dict[str, Any]:
    """The row that holds one."""
    told, risk = problem.description, problem.risk_point
    return case_row(problem) | {
        "overseen_from": overseen_from(problem.organ_id), "unit": problem.unit,
        "unit_key": unit_key(problem.unit), "situation": problem.situation,
        "weak_point": told.weak_point.value if told else "", "first_source": problem.sources[0].kind.value,
        "times": len(problem.sources), "measures": len(problem.measures),
        "settled": sum(each.state in SETTLED for each in problem.measures),
        "rules": sum(each.repealed_on is None for each in problem.rules),
        "risk_at": risk.at if risk else None,
        "sought": search_key(problem.number, problem.title, problem.unit, told.area if told else "",
                             *(each.number for each in problem.sources),
                             *(each.title for each in problem.rules)),
        "content": _content_of(problem)}


def source_keys(problem: Problem) -> frozenset[str]:
    """By which a source is the same one; of what was entered by hand there is none."""
    return frozenset(source_key(each) for each in problem.sources if each.source_id)


def source_key(source: ProblemSource) -> str:
    return f"{source.kind}:{source.source_id}"


def owners(problem: Problem) -> frozenset[str]:
    """Who has a measure that is neither closed nor dropped."""
    return frozenset(each.owner_id for each in problem.measures if each.state not in SETTLED) - {""}


def _content_of(problem: Problem) -> dict[str, Any]:
    return (case_content(problem) | {name: getattr(problem, name) for name in AS_THEY_ARE}
            | {name: _all_dumped(getattr(problem, name)) for name in LISTS}
            | {name: _dumped(getattr(problem, name)) for name in ONES} | {
        "named": [list(each) for each in sorted(problem.named)], "concerned": sorted(problem.concerned)})


def problem_in(row: RowMapping) -> Problem:
    """The one that a row holds."""
    content = row["content"]
    facts: dict[str, Any] = {
        **case_of(row), **{name: content[name] for name in AS_THEY_ARE},
        **{name: tuple(load(kind, each, tolerant=True) for each in content[name])
           for name, kind in LISTS.items()},
        **{name: load(kind, content[name], tolerant=True) if content[name] else None
           for name, kind in ONES.items()}}
    return Problem(
        **facts, state=ProblemState(row["state"]), unit=row["unit"], situation=row["situation"],
        named=frozenset((length, key) for length, key in content["named"]),
        concerned=frozenset(content["concerned"]))


def _dumped(value: Any) -> dict[str, Any] | None:
    return None if value is None else dump(value)


def _all_dumped(values: Iterable[Any]) -> list[dict[str, Any]]:
    return [dump(each) for each in values]
