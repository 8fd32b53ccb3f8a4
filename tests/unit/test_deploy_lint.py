"""Each linter sees a fault that is planted where it looks; as they are, the files have none."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from deploy import lint

helm = pytest.mark.skipif(find_spec("helm_python") is None, reason=lint.LEFT_OUT)
PLANTED = {
    "yamllint": ("compose/node.yaml", "services:\n  proxy:", "services:\n  proxy:\n  proxy:"),
    "hadolint": ("image/Dockerfile", "USER 10001:10001", "USER 10001:10001\nRUN cd /tmp"),
    "check-jsonschema": ("compose/county.yaml", "    read_only: true", "    only_read: true"),
}
PLANTED_IN_CHART = {
    "kubernetes-validate": ("helm/rongcuo/templates/services.yaml", "  maxUnavailable: 1\n",
                            "  mostUnavailable: 1\n"),
    "template": ("helm/rongcuo/templates/gateway.yaml", ".Values.publicUrl", ".Values.publicUrl.host"),
    "Chart.yaml": ("helm/rongcuo/Chart.yaml", "apiVersion: v2", "apiVersion: v9"),
}


@pytest.fixture
def deploy(tmp_path: Path) -> Path:
    for part in ("image", "compose", "helm"):
        shutil.copytree(lint.DEPLOY / part, tmp_path / part)
    return tmp_path


def test_what_deploys_has_no_fault() -> None:
    assert list(lint.faults(lint.DEPLOY)) == []


@pytest.mark.parametrize("seen_by", PLANTED)
def test_a_planted_fault_is_seen(deploy: Path, seen_by: str) -> None:
    assert_seen(deploy, seen_by, *PLANTED[seen_by])


@helm
@pytest.mark.parametrize("seen_by", PLANTED_IN_CHART)
def test_a_fault_planted_in_the_chart_is_seen(deploy: Path, seen_by: str) -> None:
    assert_seen(deploy, seen_by, *PLANTED_IN_CHART[seen_by])


def assert_seen(deploy: Path, seen_by: str, place: str, before: str, after: str) -> None:
    text = (deploy / place).read_text("utf-8")
    assert before in text
    (deploy / place).write_text(text.replace(before, after, 1), "utf-8")
    found = list(lint.faults(deploy))
    assert any(seen_by in fault for fault in found), found


def test_a_linter_that_is_not_installed_is_no_good_linter(monkeypatch: pytest.MonkeyPatch,
                                                          tmp_path: Path) -> None:
    monkeypatch.setattr(lint, "PROGRAMS", tmp_path)
    with pytest.raises(FileNotFoundError):
        list(lint.faults(lint.DEPLOY))
