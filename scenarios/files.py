"""Scenario files: read with patience for how things are written, and none for what cannot be understood."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from rongcuo.policy.divisions import division, divisions
from scenarios.checking import OF_GIVEN, check, check_each
from scenarios.facts import Scenario, expected_of
from scenarios.keys import unread_of
from scenarios.reasons import UNREADABLE, why
from scenarios.wording import NotUnderstood, listed

FOLDER = Path(__file__).parent
SECTIONS = ("given", "chosen")
TEXT, NOTHING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"


class _Loader(yaml.SafeLoader):
    """Days stay as written: one that there is not is told with its key. A key that stands twice would hide
    what was said first."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        node.value = list(_sentences(node.value)) if node.flow_style else node.value
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and not key.tag.endswith(":merge"):
                key.tag = TEXT  # a key is its text: on, no and 2026 too
        keys = [str(key.value) for key, _ in node.value]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            line = node.start_mark.line + 1
            raise NotUnderstood(f"{twice[0]}: 同一键写了两次 · the same key twice, from line {line}")
        return super().construct_mapping(node, deep)


def _sentences(pairs: Iterable[tuple[yaml.Node, yaml.Node]]) -> Iterable[tuple[yaml.Node, yaml.Node]]:
    """Within braces a comma ends a value, and the rest of a Chinese sentence reads as a key without a value:
    it is put back."""
    told: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in pairs:
        rest = isinstance(key, yaml.ScalarNode) and not key.value.isascii() and value.tag == NOTHING
        if rest and told and told[-1][1].tag == TEXT:
            told[-1][1].value += f",{key.value}"
        else:
            told.append((key, value))
    return told


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
        return Scenario(file.stem, problem=f"{file.name}: {why(error)}")


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
    check_each(found.given, "given", OF_GIVEN)
    check(found.chosen, "chosen")
    cases = [_checked_case(case, found.chosen, f"cases[{number}]")
             for number, case in enumerate(found.chosen.get("cases") or (), 1)]
    return replace(found, unread=unread_of(data, cases))


def _mapping(said: Any, where: str) -> None:
    if not isinstance(said, Mapping):
        found = f"{type(said).__name__}: {said!r:.60}"
        raise NotUnderstood(f"{where}: 应为键值 · must be keys and values, not {found}")


def _checked_case(case: Any, shared: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    _mapping(case, where)
    for section in SECTIONS:
        _mapping(case.get(section) or {}, f"{where}.{section}")
    for_all = {key: said for key, said in shared.items() if key != "filed_at"}
    check_each({**case, **(case.get("given") or {})}, where, OF_GIVEN)
    check({**for_all, **case, **(case.get("chosen") or {})}, where)
    return dict(case)


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
