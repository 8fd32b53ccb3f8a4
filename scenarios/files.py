"""Scenario files: read with patience for how things are written, and none for what cannot be understood."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.divisions import division, divisions
from scenarios.facts import Scenario, expected_of
from scenarios.keys import MOMENTS, PERIODS, unread_of
from scenarios.moments import moment_of, period_of
from scenarios.wording import NotUnderstood, listed

FOLDER = Path(__file__).parent
UNREADABLE = (OSError, ValueError, TypeError, AttributeError, LookupError, yaml.YAMLError, CaseError)
SECTIONS = ("given", "chosen")


class _Loader(yaml.SafeLoader):
    """Days stay as written: one that there is not is told with its key. A key that stands twice would hide
    what was said first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        twice = sorted({str(key) for key in keys if keys.count(key) > 1})
        if twice:
            line = node.start_mark.line + 1
            raise NotUnderstood(f"{twice[0]}: 同一键写了两次 · the same key twice, from line {line}")
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, like) for tag, like in told if not tag.endswith(":timestamp")]
    for first, told in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario of a folder, by file name. One that cannot be read says so in `problem`."""
    return list(_unlike([_read(file) for file in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])]))


def _read(file: Path) -> Scenario:
    try:
        return _scenario(yaml.load(file.read_text("utf-8"), _Loader), file.stem)  # noqa: S506 - a SafeLoader
    except UNREADABLE as error:
        told = "" if isinstance(error, NotUnderstood | CaseError) else f"{type(error).__name__}: "
        return Scenario(file.stem, problem=f"{file.name}: {told}{error}")


def _scenario(data: Any, name: str) -> Scenario:
    """Raises NotUnderstood, which names the key, where something is not what it should be."""
    _mapping(data, "文件 · the file")
    for section in SECTIONS:
        _mapping(data.get(section) or {}, section)
    if not data.get("place"):
        raise NotUnderstood("place: 没有写地方 · missing")
    found = Scenario(str(data.get("id") or name), tuple(listed(data.get("practices"))),
                     _place(str(data["place"])), data.get("given") or {}, _chosen(data),
                     expected_of(data.get("expect")))
    _check_moments(found.chosen, "chosen")
    cases = [_checked_case(case, f"cases[{number}]")
             for number, case in enumerate(found.chosen.get("cases") or (), 1)]
    return replace(found, unread=unread_of(data, cases))


def _mapping(said: Any, where: str) -> None:
    if not isinstance(said, Mapping):
        found = f"{type(said).__name__}: {said!r:.60}"
        raise NotUnderstood(f"{where}: 应为键值 · must be keys and values, not {found}")


def _checked_case(case: Any, where: str) -> Mapping[str, Any]:
    _mapping(case, where)
    for section in SECTIONS:
        _mapping(case.get(section) or {}, f"{where}.{section}")
    for part in (case, case.get("chosen") or {}):
        _check_moments(part, where)
    return dict(case)


def _check_moments(said: Mapping[str, Any], where: str) -> None:
    """Every moment can be read, before anything is played."""
    for keys, read in ((MOMENTS, moment_of), (PERIODS, period_of)):
        for key in keys:
            try:
                read(said.get(key))
            except NotUnderstood as error:
                raise NotUnderstood(f"{where}.{key}: {error}") from None


def _place(written: str) -> str:
    """A division's code. Raises `policy.unknown_division`."""
    return division(_called(written)).code


def _called(written: str) -> str:
    """A division's code for its name, in full or as people say it (腾冲, 保山市腾冲市); else what it is."""
    same = [each.code for each in divisions() if each.name == written]
    alike = [each.code for each in divisions()
             if len(written) > 1 and (each.name.startswith(written) or written.endswith(each.name))]
    named = same or alike
    return named[0] if len(named) == 1 else written


def _chosen(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Cases may stand beside `chosen` as well as in it; one may stand without a list."""
    chosen = dict(data.get("chosen") or {})
    told = data.get("cases") or chosen.get("cases")
    if not told:
        return chosen
    cases = [told] if isinstance(told, Mapping) else told
    if not isinstance(cases, list):
        raise NotUnderstood(f"cases: 应为列表 · must be a list, not {told!r:.60}")
    return {**chosen, "cases": [_placed(case) for case in cases]}


def _placed(case: Any) -> Any:
    """A case may name its place too; whether there is one, its own play tells."""
    if isinstance(case, Mapping) and case.get("place"):
        return {**case, "place": _called(str(case["place"]))}
    return case


def _unlike(scenarios: Iterable[Scenario]) -> Iterable[Scenario]:
    """No two with the same id: what happened is told by it."""
    known: set[str] = set()
    for scenario in scenarios:
        number, name = 2, scenario.id
        while name in known:
            name, number = f"{scenario.id}_{number}", number + 1
        known.add(name)
        yield replace(scenario, id=name)
