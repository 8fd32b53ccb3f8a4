"""Figures of the source tree, before and after a change: `python -m tools.structure [--json] [ROOT]`.

Counted is the Python of `rongcuo/` and `services/`:

- lines: all, and without the empty ones;
- functions: methods too; their length from `def` to the last line, without the docstring;
- private with one caller: functions with a `_` before their name that are named once more in their file;
- widest folder: files side by side;
- a circle of imports, if there is one, those for types included.
"""

import ast
import json
from collections import Counter
from pathlib import Path
from statistics import median, quantiles

import click

from deploy.mailbox import ROOT
from tests.architecture import checks

PARTS = ("rongcuo", "services")


def measured(root: Path) -> dict[str, int | float | str]:
    """The figures by their names."""
    texts = {file: file.read_text("utf-8") for part in PARTS for file in sorted((root / part).rglob("*.py"))}
    trees = [ast.parse(text) for text in texts.values()]
    lines = [line for text in texts.values() for line in text.splitlines()]
    lengths = sorted(_length(function) for tree in trees for function in _functions(tree))
    called_once = sum(map(_private_with_one_caller, trees))
    folder, files = Counter(file.parent for file in texts).most_common(1)[0]
    return {
        "files": len(texts), "lines": len(lines), "lines_not_empty": sum(map(bool, map(str.strip, lines))),
        "functions": len(lengths), "length_median": median(lengths),
        "length_p90": quantiles(lengths, n=10, method="inclusive")[-1], "length_max": lengths[-1],
        "private_with_one_caller": called_once,
        "private_with_one_caller_percent": round(100 * called_once / len(lengths), 1),
        "widest_folder": folder.relative_to(root).as_posix(), "widest_folder_files": files,
        "circle": " -> ".join(checks.circles(root)),
    }


def _functions(tree: ast.AST) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _length(function: ast.FunctionDef) -> int:
    return _lines(function) - (_lines(function.body[0]) if ast.get_docstring(function) else 0)


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _private_with_one_caller(tree: ast.AST) -> int:
    named = Counter(node.id if isinstance(node, ast.Name) else node.attr for node in ast.walk(tree)
                    if isinstance(node, ast.Name | ast.Attribute))
    return sum(function.name.startswith("_") and not function.name.startswith("__")
               and named[function.name] == 1 for function in _functions(tree))


@click.command()
@click.argument("root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=ROOT)
@click.option("--json", "as_json", is_flag=True, help="for programs")
def main(root: Path, as_json: bool) -> None:
    """Figures of the source tree."""
    figures = measured(root)
    click.echo(json.dumps(figures) if as_json else
               "\n".join(f"{name:32} {figure}" for name, figure in figures.items()))


if __name__ == "__main__":
    main()
