"""On which classes of ours each class stands, read from the source."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

OURS = ("rongcuo.", "services.")
PROTOCOL = "typing.Protocol"


@dataclass(frozen=True)
class Module:
    """`names`: what a name means there, dotted; `whole`: modules of which it has all names; `lines`: where
    its classes begin; `bases`: theirs, dotted."""

    names: Mapping[str, str]
    whole: tuple[str, ...]
    lines: Mapping[str, int]
    bases: Mapping[str, tuple[str, ...]]


def module_of(name: str, text: str) -> Module:
    """Of a module's source."""
    tree = ast.parse(text)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    names = dict(_imported(tree)) | {node.name: f"{name}.{node.name}" for node in found}
    whole = tuple(node.module or "" for node in ast.walk(tree)
                  if isinstance(node, ast.ImportFrom) and node.names[0].name == "*")
    return Module(names, whole, {node.name: node.lineno for node in found}, {
        node.name: tuple(_dotted(base, names) for base in node.bases) for node in found})


class Classes:
    """All classes of some modules, by their dotted names."""

    def __init__(self, modules: Mapping[str, Module]) -> None:
        self._modules = modules

    def bases(self, name: str) -> tuple[str, ...]:
        """Those of ours, of all floors, the nearest first. Protocols and what is generic are none."""
        found: dict[str, None] = {}
        for base in self._direct(name):
            if base.startswith(OURS) and PROTOCOL not in self._direct(base):
                found |= dict.fromkeys((base, *self.bases(base)))
        return tuple(found)

    def _direct(self, name: str) -> tuple[str, ...]:
        module, _, own = name.rpartition(".")
        known = self._modules.get(module)
        return tuple(map(self._where_it_is, known.bases.get(own, ()))) if known else ()

    def _where_it_is(self, name: str) -> str:
        """A package hands on what lies in its modules."""
        module, _, own = name.rpartition(".")
        known = self._modules.get(module)
        further = known.names.get(own, name) if known else name
        if further != name:
            return self._where_it_is(further)
        if known is None or own in known.lines:
            return name
        places = (self._where_it_is(f"{each}.{own}") for each in known.whole)
        return next((place for place in places if self._is_there(place)), name)

    def _is_there(self, name: str) -> bool:
        module, _, own = name.rpartition(".")
        return module in self._modules and own in self._modules[module].lines


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.asname or alias.name, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)


def _dotted(base: ast.expr, names: Mapping[str, str]) -> str:
    """`Reading[T, B]` and `case.Case` as what they mean."""
    written = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
    first, dot, rest = written.partition(".")
    return names.get(written, names.get(first, first) + dot + rest)
