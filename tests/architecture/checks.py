"""What the house forbids, as functions from a source tree to the places where it is violated."""

import ast
import re
from collections.abc import Container, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from services import NAMES
from tests.architecture.classes import Classes, module_of
from tests.contract.declared import declared

REGISTRY = "services/__init__.py"
CODE = ("rongcuo", "services", "deploy", "tests")
LONGEST, LONGEST_AGGREGATE = 250, 400
CONSOLE = "services/gateway/console"
AGGREGATE = "rongcuo.contracts.events.Aggregate"
MOST_BASES = 2
DOMAIN = re.compile(r"services/\w+/domain(/|\.py)|rongcuo/casework/")
LONG_WITH_A_REASON: frozenset[str] = frozenset()
SAME_FILES = ("README.md", "domain", "access", "ports", "usecases", "storage", "views", "service")
WITHOUT = {"insight": {"domain"}}    # it counts by casework, as nodes and the hub do
GATEWAY_FILES = ("README.md", "service")  # it has no domain and no case tables

NOT_OURS = re.compile(
    r"(^|/)(\.git|\.venv|var|vendor|vendored|__pycache__|\.\w+_cache|\.hypothesis)(/|$)|\.min\."
)
QUOTED_NAME = re.compile(rf"""["']({'|'.join(NAMES)})["']""")
NO_PURPOSE = frozenset({"utils", "util", "common", "helpers", "helper", "manager", "managers", "misc"})
NOT_TAKEN_BACK = frozenset({"watch", "budgets", "log", "LOG"})
DIVISION_CODE = re.compile(r"53(?!0000)\d{4}")  # the province itself is the root, not one place among many
LEAKS = {
    "a registry's host": re.compile(
        r"pypi\.org|pythonhosted\.org|npmjs\.(org|com)|docker\.io|ghcr\.io|quay\.io|//mirrors?\.|index-url\s*="
    ),
    "a path of one machine": re.compile(r"(?<![\w.}/-])/(root|home|Users|work/main)(/|\b)"),
    "a left-over mark": re.compile(r"\b(TO[D]O|FIXM[E]|XX[X])\b"),
}


def names_without_purpose(root: Path) -> list[str]:
    """Modules and folders whose name says nothing."""
    return [place for place, file in _files(root, CODE) if NO_PURPOSE & {*Path(place).parts[:-1], file.stem}]


def clock_reads(root: Path) -> list[str]:
    """Readings of the system's clock outside the chassis: `now` is always an argument."""
    return [f"{place}:{node.lineno}" for place, file in _python(root, ("rongcuo", "services"))
            if not place.startswith("rongcuo/chassis/") for node in _nodes(file) if _reads_clock(node)]


def places_in_code(root: Path) -> list[str]:
    """Division codes in the services' code, and comparisons of a county with a literal: that is pack data."""
    return [f"{place}:{node.lineno}" for place, file in _python(root, ("services",)) for node in _nodes(file)
            if _is_division_code(node) or _compares_a_place(node)]


def told_too_early(root: Path) -> list[str]:
    """What can't be taken back, used inside a unit of work: its line would tell of what was rolled back."""
    return [f"{place}:{node.lineno}" for place, file in _python(root, ("services",))
            for block in ast.walk(ast.parse(file.read_text("utf-8"))) if _opens_unit(block)
            for node in ast.walk(block) if isinstance(node, ast.expr) and _last_name(node) in NOT_TAKEN_BACK]


def leaks(root: Path) -> list[str]:
    """What ties the repository to one machine, one registry, or to an unfinished day."""
    return [f"{place}:{number}: {what}" for place, file in _files(root) for number, line in _lines(file)
            for what, pattern in LEAKS.items() if pattern.search(line)]


def long_files(root: Path, excepted: frozenset[str] = LONG_WITH_A_REASON) -> list[str]:
    """Source files that should have become a folder of the same name. An aggregate has its facts and all its
    verbs on one page, which may be longer."""
    lengths = {place: sum(1 for _ in _lines(file)) for place, file in _files(root, CODE)
               if file.suffix in {".py", ".html", ".css", ".js"} and place not in excepted}
    aggregates = {place for place, _, _, bases in _classes(root) if AGGREGATE in bases}
    return [place for place, length in lengths.items()
            if length > (LONGEST_AGGREGATE if place in aggregates else LONGEST)]


def ladders(root: Path) -> list[str]:
    """Classes of a domain on more than two classes of ours: who reads one climbs from base to base."""
    return [f"{place}:{line}: {name} stands on {', '.join(base.split('.')[-1] for base in bases)}"
            for place, line, name, bases in _classes(root)
            if DOMAIN.match(place) and len(bases) > MOST_BASES]


def lists_of_services(root: Path) -> list[str]:
    """Literals that name four services or more beside the one list of them: a new one would be missing."""
    return [f"{place}:{node.lineno}" for place, file in _python(root, (*CODE, "bench"))
            if place != REGISTRY and len({*QUOTED_NAME.findall(file.read_text("utf-8"))}) >= 4
            for node in _nodes(file) if len(_texts(node) & {*NAMES}) >= 4]


def operations_in_words(root: Path) -> list[str]:
    """Operations that the gateway, or what a service brings to it, names in words: no tool follows those. The
    console has parts that are called the same."""
    parts = {".".join(file.relative_to(root / CONSOLE).with_suffix("").parts)
             for file in (root / CONSOLE).rglob("*.py")}
    known = {operation.name for _, operation in declared()} - parts
    return [f"{place}:{node.lineno}" for place, file in _python(root, ("services",))
            if place.startswith("services/gateway/") or "/pages/" in place
            for node in _nodes(file) if isinstance(node, ast.Constant) and node.value in known]


def missing_files(root: Path) -> list[str]:
    """Service folders that lack one of the files every service has, as a module or as a folder."""
    folders = sorted(folder for folder in (root / "services").glob("*/") if (folder / "__init__.py").exists())
    return [f"services/{folder.name}/{name}" for folder in folders
            for name in (GATEWAY_FILES if folder.name == "gateway" else SAME_FILES)
            if name not in WITHOUT.get(folder.name, ())
            and not any((folder / form).exists() for form in (name, f"{name}.py"))]


def pages_of_one_name(root: Path) -> list[str]:
    """Templates of services that bear another service's name for one: Flask would show the first of both."""
    brought = {file: file.as_posix().rpartition("/pages/")[2]
               for file in sorted((root / "services").glob("*/pages/**/*.html"))}
    first = {name: file for file, name in reversed(brought.items())}
    return [f"{file.relative_to(root)}: {first[name].relative_to(root)} has this name"
            for file, name in brought.items() if file != first[name]]


def circles(root: Path) -> list[str]:
    """Modules that import each other in a circle, if there is one: the first and the last are the same. What
    is imported for types only counts, and so does the package in which an imported module lies."""
    modules = {_module(place): file for place, file in _python(root, ("rongcuo", "services", "deploy"))}
    arrows = {name: {needed for named in _imported(file) for needed in _behind(named, name, modules)}
              for name, file in modules.items()}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _module(place: str) -> str:
    return place.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imported(file: Path) -> Iterator[str]:
    """`from a import b` may mean the module a.b, and a in any case."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _behind(named: str, importer: str, modules: Container[str]) -> list[str]:
    """The modules of ours that are run for this import: it, and the packages around it alone."""
    parts = named.split(".")
    found = [name for length in range(len(parts), 0, -1)
             if (name := ".".join(parts[:length])) in modules]
    return found[:1] + [package for package in found[1:] if not f"{importer}.".startswith(f"{package}.")]


def _classes(root: Path) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    """Each class with its place, its line, its name and the classes of ours on which it stands."""
    files = _python(root, ("rongcuo", "services"))
    modules = {_module(place): module_of(_module(place), file.read_text("utf-8")) for place, file in files}
    classes = Classes(modules)
    for place, _ in files:
        for name, line in modules[_module(place)].lines.items():
            yield place, line, name, classes.bases(f"{_module(place)}.{name}")


def _files(root: Path, below: Iterable[str] = ("",)) -> Iterator[tuple[str, Path]]:
    for folder in below:
        for file in sorted((root / folder).rglob("*")):
            place = file.relative_to(root).as_posix()
            if file.is_file() and not NOT_OURS.search(place):
                yield place, file


def _python(root: Path, below: Iterable[str]) -> list[tuple[str, Path]]:
    return [(place, file) for place, file in _files(root, below) if file.suffix == ".py"]


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file; none of a binary one."""
    content = file.read_bytes()
    if b"\0" not in content:
        yield from enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1)


def _nodes(file: Path) -> Iterator[ast.expr]:
    return (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.expr))


def _reads_clock(node: ast.expr) -> bool:
    """datetime.now(), datetime.utcnow(), date.today(), also as datetime.datetime.now()."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    owner = node.func.value
    return node.func.attr in {"now", "utcnow", "today"} and _last_name(owner) in {"datetime", "date"}


def _texts(node: ast.expr) -> set[object]:
    """The constants that stand in a list, or are the keys of a table."""
    parts = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
    return {part.value for part in parts if isinstance(part, ast.Constant)}


def _opens_unit(node: ast.AST) -> bool:
    """`with context.unit() as unit:`"""
    return isinstance(node, ast.With) and any(
        isinstance(item.context_expr, ast.Call) and _last_name(item.context_expr.func) == "unit"
        for item in node.items)


def _is_division_code(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and DIVISION_CODE.fullmatch(str(node.value)) is not None


def _compares_a_place(node: ast.expr) -> bool:
    """`county == "…"`, also the other way round and with `in`."""
    if not isinstance(node, ast.Compare):
        return False
    sides = (node.left, *node.comparators)
    named = any(re.search(r"county|division|prefecture", _last_name(side)) for side in sides)
    texts = [side.value for side in sides if isinstance(side, ast.Constant) and isinstance(side.value, str)]
    return named and any(texts)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
