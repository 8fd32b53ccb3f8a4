"""The recipe for production, as far as this machine can follow it."""

import json
import os
import re
import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2
import pytest
from sqlalchemy import MetaData

from deploy.accounts import broker_rights
from deploy.local import PostgresNode
from deploy.mailbox import ROOT
from rongcuo.chassis.config import load_config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.starting import require_start
from rongcuo.contracts.error_codes import CATALOGUE
from services import WITH_DATABASE
from services.gateway.api import every_part
from tests.integration.certificates import Authority
from tests.integration.tls_postgres import TlsPostgres

RECIPE = ROOT / "deploy" / "production"


def sample_environment() -> dict[str, str]:
    lines = (RECIPE / "service.env").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if not line.startswith("#"))


def within(folder: Path) -> dict[str, str]:
    """All that the recipe places on a machine of its own, in this folder."""
    keys = {f"RONGCUO_{kind}_KEY_DIR": str(folder / kind) for kind in ("BUS", "LEDGER", "LETTER", "SEALING")}
    return {**sample_environment(), **keys, "RONGCUO_DATA_DIR": str(folder / "data")}


def make_role(node: PostgresNode, service: str, password: str) -> None:
    command = ["psql", "--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"service={service}",
               "-f", str(RECIPE / "role.sql"), node.url().replace("+psycopg2", "")]
    done = subprocess.run(command, env={**os.environ, "RONGCUO_ROLE_PASSWORD": password}, check=False,
                          capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def directives() -> list[str]:
    """Those of the proxy's file, without its comments and bodies of answers."""
    text = re.sub(r"'[^']*'", "''", (RECIPE / "nginx.conf").read_text("utf-8"))
    return [re.sub(r"\s+", " ", line).strip() for line in re.split(r"[;{}]", re.sub(r"#.*", "", text))]


@pytest.mark.parametrize("said", [
    "gzip off", "access_log off", "error_log /var/log/nginx/rongcuo.log crit", "proxy_http_version 1.1",
    "proxy_request_buffering off", "proxy_max_temp_file_size 0", "client_max_body_size 0",
    "ssl_reject_handshake on", "proxy_set_header X-Real-IP $remote_addr"])
def test_the_proxy_keeps_nothing_and_leaves_to_the_platform_what_it_can_say(said: str) -> None:
    """No nginx runs here: each line stands for what was seen without it, and the file says why."""
    assert said in directives()


def test_the_proxy_says_in_words_and_by_the_catalogue_that_nobody_answers() -> None:
    answers = re.findall(r"return (50\d) '([^']*)';", (RECIPE / "nginx.conf").read_text("utf-8"))
    *pages, (status, problem) = answers
    assert len(pages) == 2
    for page_status, page in pages:
        assert page_status == "503"
        assert "请" in page
        assert "please" in page.lower()
    told, kind = json.loads(problem), CATALOGUE["answer_late"]
    assert (told["code"], told["status"]) == ("answer_late", kind.status)
    assert int(status) == kind.status
    assert (told["title"], told["title_en"]) == (kind.zh, kind.en)


def test_the_proxy_writes_nothing_of_whoever_reports() -> None:
    """Whatever an operator adds to the log of all the others."""
    recipe = (RECIPE / "nginx.conf").read_text("utf-8")
    silent = [(kind, address) for kind, address, inside in re.findall(
        r"location (~ )?(/\S+|\^\S+) \{(.*?)\n    \}", recipe, re.DOTALL)
        if "access_log off" in inside and "error_log /dev/null" in inside]
    asked = [f"/api/v1{route.address}" for part in every_part() for route in part.routes if route.untraced]
    assert len(asked) == 8
    for address in ("/box", "/box/back", "/box/back/write", *asked):
        assert any(re.match(place, address) for _, place in silent), address


def test_the_settings_are_of_this_version_and_a_start_takes_them(tmp_path: Path) -> None:
    config = load_config(RECIPE / "rongcuo.yaml", within(tmp_path))
    assert config.mode == "production"
    assert config.url_of("filing").startswith("postgresql://rongcuo_filing:")
    require_start(config, [], "systemctl start rongcuo@filing")


def test_keys_lie_apart_from_the_data_and_the_secret_of_letters_apart_from_their_keys() -> None:
    config = load_config(RECIPE / "rongcuo.yaml", sample_environment())
    keys = [config.bus_key_dir, config.ledger_key_dir, config.letter_key_dir, config.sealing_key_dir,
            config.vault_key_dir]
    assert all(folder and not folder.is_relative_to(config.data_dir) for folder in keys)
    assert config.letter_secret_file is not None
    assert not any(folder and config.letter_secret_file.is_relative_to(folder) for folder in keys)
    unit = (RECIPE / "rongcuo@.service").read_text("utf-8")
    named = re.search(r"^StateDirectory=(.*)$", unit, re.MULTILINE)
    assert named is not None
    made = {f"/var/lib/{name}" for name in named[1].split()}
    assert made == {str(config.data_dir), *(str(folder.parent) for folder in keys if folder)}


def test_the_account_on_the_broker_is_the_one_that_gets_the_rights() -> None:
    config = load_config(RECIPE / "rongcuo.yaml", sample_environment())
    assert urlsplit(config.bus_url).username in broker_rights()


@pytest.mark.postgres
def test_the_roles_run_and_a_service_starts_with_its_own_over_tls(tmp_path: Path) -> None:
    authority = Authority(tmp_path / "authority")
    with TlsPostgres(tmp_path / "postgres", authority.papers("database")) as node:
        for service in WITH_DATABASE:
            make_role(node, service, f"it's {service}'s")
        make_role(node, "filing", "changed")
        ca = authority.papers("client").authority
        sample = sample_environment()["RONGCUO_DATABASE_URL"]
        url = sample.replace("db.example.gov.cn", f"127.0.0.1:{node.port}").replace("PASSWORD", "changed")
        config = load_config(RECIPE / "rongcuo.yaml", {
            **within(tmp_path), "RONGCUO_DATABASE_URL": url.replace("/etc/rongcuo/ca.pem", str(ca))})
        runtime = ServiceRuntime("filing", MetaData(), lambda session: session, config)
        runtime.start()
        runtime.stop()
        address = f"host=127.0.0.1 port={node.port} user=rongcuo_filing password=changed"
        others = [f"rongcuo_{service}" for service in WITH_DATABASE if service != "filing"]
        for other in (*others, "postgres"):
            with pytest.raises(psycopg2.OperationalError, match="permission denied"):
                psycopg2.connect(f"{address} dbname={other}")
        with closing(psycopg2.connect(f"{address} dbname=rongcuo_filing")) as own, own.cursor() as cursor:
            cursor.execute("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles "
                           "WHERE rolname = current_user")
            assert cursor.fetchone() == (False,)


def test_the_unit_is_read_by_systemd_and_starts_what_exists(tmp_path: Path) -> None:
    unit = (RECIPE / "rongcuo@.service").read_text("utf-8")
    here = tmp_path / "rongcuo@.service"
    here.write_text(unit.replace("/opt/rongcuo/.venv/bin/python", "/bin/true"))
    if shutil.which("systemd-analyze"):
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(here)],
                              capture_output=True, text=True, check=False)
        assert "rongcuo@" not in done.stderr, done.stderr
    command = re.search(r"^ExecStart=\S+ (.*)$", unit, re.MULTILINE)
    assert command is not None
    assert command[1] == "-m rongcuo serve %i --config /etc/rongcuo/rongcuo.yaml"
    assert "UMask=0077" in unit
    assert "StateDirectoryMode=0700" in unit
