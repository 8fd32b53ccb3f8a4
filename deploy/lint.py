"""The part of `make lint` for images, compose files and the chart: `python -m deploy.lint [FOLDER]`.

Each is read by a linter of its own kind: hadolint, the compose specification's schema, Helm itself, and
Kubernetes' schemas for what the chart becomes; all of it that is YAML by yamllint. Custom resources have no
schema here: of those Helm says that they are YAML, and no more.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

DEPLOY = Path(__file__).resolve().parent
PROGRAMS = Path(sys.executable).parent
WARNING = 2          # of Helm's severities: those from here on are faults
OWN_KINDS = ("rabbitmq.com/", "postgresql.cnpg.io/")     # of the operators
LEFT_OUT = ("没有 helm 的安装包适合这台机器，图表没有检查 · There is no wheel of Helm for this machine: "
            "the chart was not looked at")


def faults(deploy: Path) -> Iterator[str]:
    """What any of the linters finds below that folder, and what was left out."""
    yield from _said("yamllint", "--strict", "-c", DEPLOY.parent / ".yamllint.yaml", deploy)
    yield from _said("hadolint", "--failure-threshold", "info", deploy / "image" / "Dockerfile")
    yield from _said("check-jsonschema", "--builtin-schema", "vendor.compose-spec",
                     *sorted((deploy / "compose").glob("*.yaml")))
    yield from chart_faults(deploy / "helm" / "rongcuo") if find_spec("helm_python") else ()


def chart_faults(chart: Path) -> Iterator[str]:
    """Of the chart, and of what it becomes with the example's values."""
    import helm_python
    values = yaml.safe_load((chart / "example.yaml").read_text("utf-8"))
    found = helm_python.lint(chart, values, strict=True, namespace="rongcuo")
    yield from (f"{each['path']}: {each['error']}" for each in found["messages"]
                if each["severity"] >= WARNING)
    if found["errors"]:
        yield from found["errors"]
        return
    with TemporaryDirectory() as folder:
        for number, one in enumerate(rendered(chart, values)):
            if not one["apiVersion"].startswith(OWN_KINDS):
                place = Path(folder, f"{number:03}-{one['kind']}-{one['metadata']['name']}.yaml")
                place.write_text(yaml.safe_dump(one), "utf-8")
        yield from _said("kubernetes-validate", "--strict", "--quiet", *sorted(Path(folder).iterdir()))


def rendered(chart: Path, values: dict[str, Any]) -> list[dict[str, Any]]:
    """Every object that the chart would put into a cluster."""
    import helm_python
    with helm_python.Chart.load(chart) as loaded:
        files = loaded.render(values, name="rongcuo", namespace="rongcuo")
    return [one for text in files.values() for one in yaml.safe_load_all(text) if one]


def _said(program: str, *arguments: str | Path) -> Iterator[str]:
    """The words of a linter that is not content. Raises FileNotFoundError where it is not installed."""
    found = shutil.which(program, path=str(PROGRAMS))
    if found is None:
        raise FileNotFoundError(program)
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"{program}:\n{done.stdout}{done.stderr}".rstrip()


def main() -> int:
    """Says what was found; 1 where anything was."""
    found = list(faults(Path(sys.argv[1]) if len(sys.argv) > 1 else DEPLOY))
    print(*found, sep="\n", end="\n" if found else "")
    if find_spec("helm_python") is None:
        print(LEFT_OUT)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
