"""Compose files and chart carry every service of the registry, with its account and role, and no secret."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy import lint
from deploy.accounts import broker_rights, written
from deploy.lint import DEPLOY, rendered
from services import NAMES, WITH_DATABASE, health_port

COMPOSE, CHART = DEPLOY / "compose", DEPLOY / "helm" / "rongcuo"
IN_THE_TREE = ("county", "province")     # of one kind of node each; a file and the chart's values tell where
BASE = 9_100
LITERAL = re.compile(r"""(?x) ://[^\s/:@]+:(?!\$\(|\$\{|PASSWORD@|\{|…)[^\s@/]+@    # a password in an address
                     | BEGIN\ [A-Z ]*PRIVATE\ KEY
                     | (?i:password|passwd|secret|token)['"]?\s*[:=]\s*['"]?[0-9A-Za-z+/]{12,}""")
Objects = Mapping[str, Any]


def composed() -> dict[str, Objects]:
    """The services of all compose files; what stands in a later one about one that exists is added."""
    found: dict[str, dict[str, Any]] = {}
    for file in (COMPOSE / "node.yaml", *sorted(COMPOSE.glob("*.yaml"))):
        for name, service in yaml.safe_load(file.read_text("utf-8"))["services"].items():
            found[name] = {**service, **found.get(name, {})}
    return dict(found)


@cache
def objects(kind: str) -> dict[str, Any]:
    """What the chart becomes, of one kind, by name without the release's; with the tree's services."""
    if find_spec("helm_python") is None:
        pytest.skip(lint.LEFT_OUT)
    tree = {name: {"port": health_port(name, BASE), "replicas": 1} for name in NAMES if name in IN_THE_TREE}
    values = {**yaml.safe_load((CHART / "example.yaml").read_text("utf-8")), "treeServices": tree}
    found: list[Any] = rendered(CHART, values)
    return {one["metadata"]["name"].removeprefix("rongcuo-"): one for one in found if one["kind"] == kind}


@pytest.mark.parametrize("name", NAMES)
def test_a_service_has_its_command_its_own_secrets_and_its_port_in_compose(name: str) -> None:
    service = composed()[name]
    assert service["command"] == ["serve", name]
    assert service["environment"]["HEALTH_PORT"] == str(health_port(name, BASE))
    assert service["env_file"][0] == f"${{NODE_FOLDER}}/parts/{name}/env"
    assert [each["source"] for each in service["volumes"] if each["type"] == "bind"] == [
        f"${{NODE_FOLDER}}/parts/{name}"]


@pytest.mark.parametrize("name", [*NAMES, "operator"])
def test_whoever_runs_our_code_reads_the_nodes_settings(name: str) -> None:
    service = composed()[name]
    assert service["environment"]["RONGCUO_CONFIG"] == "/etc/rongcuo/rongcuo.yaml"
    assert [each["target"] for each in service["configs"]] == ["/etc/rongcuo/rongcuo.yaml"]


def test_no_other_service_of_ours_is_composed() -> None:
    ours = {name for name, service in composed().items() if "RONGCUO_IMAGE" in service.get("image", "")}
    assert ours - {*IN_THE_TREE} == {*NAMES, "operator"} - {*IN_THE_TREE}
    assert composed()["operator"]["profiles"] == ["operator"]       # started only when somebody asks


@pytest.mark.parametrize("name", composed())
def test_a_container_is_no_root_on_what_it_may_not_write(name: str) -> None:
    service = composed()[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    if name != "proxy":     # which opens a port below 1024, and becomes another user
        assert service["user"].split(":")[0] not in ("", "0", "root")
        assert "cap_add" not in service


def test_only_the_proxy_is_reached_from_elsewhere() -> None:
    services = composed()
    assert [name for name, each in services.items() if each.get("ports")] == ["proxy"]
    assert not [name for name, each in services.items() if each.get("network_mode", "") == "host"]
    assert services["gateway"]["network_mode"] == "service:proxy"    # it listens on 127.0.0.1 there
    outside = {name for name, each in services.items() if "outside" in each.get("networks", ())}
    assert outside == {"proxy", "notify"}
    networks = yaml.safe_load((COMPOSE / "node.yaml").read_text("utf-8"))["networks"]
    assert networks["inside"] == {"internal": True}


@pytest.mark.parametrize("name", NAMES)
def test_a_service_has_its_deployment_and_its_budget_in_the_chart(name: str) -> None:
    pod = objects("Deployment")[name]["spec"]["template"]["spec"]
    container, = pod["containers"]
    assert container["args"] == ["serve", name]
    assert container["ports"][0] == {"name": "health", "containerPort": health_port(name, BASE)}
    assert container["readinessProbe"]["httpGet"] == {"path": "/health", "port": "health"}
    assert container["securityContext"] == {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True,
                                            "capabilities": {"drop": ["ALL"]}}
    assert pod["securityContext"]["runAsNonRoot"] is True
    secrets = {each["valueFrom"]["secretKeyRef"]["name"] for each in container["env"] if "valueFrom" in each}
    own = {f"rongcuo-broker-{name}"} | ({f"rongcuo-database-{name}"} if name in WITH_DATABASE else set())
    assert secrets - {"rongcuo-line"} == own
    assert objects("PodDisruptionBudget")[name]["spec"]["selector"] == (
        objects("Deployment")[name]["spec"]["selector"])


@pytest.mark.parametrize("name", NAMES)
def test_a_service_has_its_account_with_its_rights_and_no_others_in_the_chart(name: str) -> None:
    rights = broker_rights()[name]
    assert objects("User")[name]["spec"]["importCredentialsSecret"] == {"name": f"rongcuo-broker-{name}"}
    assert objects("Permission")[name]["spec"]["permissions"] == {
        "configure": rights.configure, "write": rights.write, "read": rights.read}
    assert objects("TopicPermission")[name]["spec"]["permissions"] == {
        "exchange": rights.calls, "write": rights.sent_keys, "read": rights.call_keys}


def test_rights_are_written_down_as_they_are() -> None:
    """Where a service has come or hears another: deploy/accounts.py says how they are written anew."""
    assert (CHART / "rights.yaml").read_text("utf-8") == written()


def test_a_service_with_a_database_has_its_role_its_database_and_its_migration_in_the_chart() -> None:
    roles = objects("Cluster")["postgres"]["spec"]["managed"]["roles"]
    assert {role["name"] for role in roles} == {f"rongcuo_{name}" for name in WITH_DATABASE}
    rights = ("superuser", "createdb", "createrole", "replication", "bypassrls")
    assert not any(role[right] for role in roles for right in rights)
    owned = {name: (one["spec"]["name"], one["spec"]["owner"]) for name, one in objects("Database").items()}
    assert owned == {name: (f"rongcuo_{name}", f"rongcuo_{name}") for name in WITH_DATABASE}
    job, = objects("Job").values()
    assert job["metadata"]["annotations"]["helm.sh/hook"] == "pre-upgrade"
    assert {each["name"]: each["args"] for each in job["spec"]["template"]["spec"]["containers"]} == {
        name: ["migrate", name] for name in WITH_DATABASE}


def test_the_chart_opens_no_way_but_the_ingress() -> None:
    assert {each["spec"].get("type", "ClusterIP") for each in objects("Service").values()} == {"ClusterIP"}
    nothing = objects("NetworkPolicy")["nothing"]["spec"]
    assert nothing["policyTypes"] == ["Ingress", "Egress"]
    assert {"ingress", "egress"}.isdisjoint(nothing)


def test_the_vault_is_one_process() -> None:
    assert objects("Deployment")["vault"]["spec"]["replicas"] == 1
    assert objects("Deployment")["vault"]["spec"]["strategy"] == {"type": "Recreate"}


def secrets_in(folder: Path) -> list[str]:
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
    return [f"{file.relative_to(folder)}: {found[0]}" for file in files
            for found in LITERAL.finditer(file.read_text("utf-8"))]


@pytest.mark.parametrize("folder", ["image", "compose", "helm", "production"])
def test_no_secret_stands_in_what_deploys(folder: str) -> None:
    assert secrets_in(DEPLOY / folder) == []


def test_the_chart_makes_no_secret() -> None:
    assert objects("Secret") == {}


@pytest.mark.parametrize("planted", [
    "url: amqps://filing:hunter2hunter2@mq/", "POSTGRES_PASSWORD: 0123456789abcdef",
    "-----BEGIN EC PRIVATE KEY-----", "password=correcthorsebattery"])
def test_a_planted_secret_is_seen(planted: str, tmp_path: Path) -> None:
    (tmp_path / "node.yaml").write_text(planted)
    assert secrets_in(tmp_path) != []
