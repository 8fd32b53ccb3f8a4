"""What a node's compose files need beside them, none of it in the repository.

`python -m deploy.compose.prepare`:

    … node FOLDER 530000 province.example.gov.cn    settings, passwords, certificates, accounts
    … line FOLDER/530000 FOLDER/530181              a county's account and papers at its province's broker

Both may be run again: with a new edition, for whose new services they add what is lacking, and before
certificates run out (a quarter before they do, they are made anew). Passwords stay.
"""

import json
import os
import re
import secrets
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import click
import yaml

from deploy.accounts import broker_rights
from deploy.compose.papers import Authority, write
from deploy.definitions import definitions
from rongcuo.chassis.messaging.rights import rights_on_line
from services import NAMES, WITH_DATABASE

PRODUCTION = Path(__file__).resolve().parents[1] / "production"
WITHIN = "/run/secrets/rongcuo"       # where each container finds its own folder
BROKER, DATABASE, PROXY, OPERATOR, ON_LINE = "rabbitmq", "postgres", "proxy", "operator", "county"
OURS = 10_001       # the image's user
HTTPS = 443
OWNERS = {BROKER: 999, DATABASE: 999, PROXY: 0}     # users of those images, as numbers
DIVISION = re.compile(r"[0-9]{6}\Z")
SAMPLE = "rongcuo.example.gov.cn"      # in the production recipe


class NodeFolder:
    """What belongs to one node."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.division = folder, folder.name
        self.authority = Authority(folder / "authority", f"rongcuo {self.division}")

    def of(self, part: str) -> Path:
        """The folder that one container is given, and no other."""
        place = self.folder / "parts" / part
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return place

    def password(self, account: str) -> str:
        """Made at first use. The broker's and the database's differ."""
        file = self.folder / "authority" / f"password.{account}"
        if not file.exists():
            write(file, secrets.token_hex(24).encode())
        return file.read_text("ascii")

    def lines(self) -> list[str]:
        """The divisions of the counties that have an account here."""
        file = self.folder / "authority" / "lines"
        return file.read_text("ascii").split() if file.exists() else []

    def add_line(self, division: str) -> None:
        """One more."""
        write(self.folder / "authority" / "lines", "\n".join(sorted({*self.lines(), division})).encode())


def prepare(node: NodeFolder, address: str, port: int) -> None:
    """Everything of one node, whose pages people find at that address and port."""
    write(node.folder / "rongcuo.yaml", _settings(node, address, port), 0o644)
    recipe = (PRODUCTION / "nginx.conf").read_text("utf-8")
    write(node.folder / "nginx.conf", recipe.replace(SAMPLE, address).encode(), 0o644)
    write(node.folder / "node.env", (f"COMPOSE_PROJECT_NAME=rongcuo-{node.division}\nNODE={node.division}\n"
                                     f"NODE_FOLDER={node.folder}\nHTTPS_PORT={port}\n").encode(), 0o644)
    node.authority.certify(node.of(BROKER), "rabbitmq", [BROKER, f"mq-{node.division}", "127.0.0.1"])
    node.authority.certify(node.of(DATABASE), "postgres", [DATABASE, "127.0.0.1"])
    if not (node.of(PROXY) / "cert.pem").exists():      # one that browsers know may replace it
        node.authority.certify(node.of(PROXY), address, [address])
    for name in NAMES:
        node.authority.certify(node.of(name), name)
        told = {"RONGCUO_BUS_URL": f"amqps://{name}:{node.password(name)}@{BROKER}:5671//?{_papers()}"}
        if name in WITH_DATABASE:
            who = f"rongcuo_{name}:{node.password(f'database.{name}')}"
            told["RONGCUO_DATABASE_URL"] = _database(who, name)
        _write_env(node.of(name), told)
    node.authority.certify(node.of(OPERATOR), OPERATOR)
    roles = [(f"rongcuo_{name}", node.password(f"database.{name}")) for name in WITH_DATABASE]
    write(node.of(OPERATOR) / "pgpass", "".join(f"*:*:*:{role}:{word}\n" for role, word in roles).encode())
    _write_env(node.of(OPERATOR), {
        "RONGCUO_DATABASE_URL": f"{_database('rongcuo_{service}', '{service}')}&passfile={WITHIN}/pgpass"})
    for part in ("documents", OPERATOR):        # who opens the letters' keys
        write(node.of(part) / "letter.secret", node.password("letters").encode())
    write(node.of(DATABASE) / "password", node.password(DATABASE).encode())
    write(node.of(DATABASE) / "roles", "".join(
        f"{role.removeprefix('rongcuo_')} {word}\n" for role, word in roles).encode())
    tell_broker(node)
    own(node)


def draw_line(province: NodeFolder, county: NodeFolder) -> None:
    """The county's account at the province, and at the county what its service needs to come there."""
    account = f"county-{county.division}"
    province.add_line(county.division)
    province.authority.certify(county.of(ON_LINE), account, prefix="line-")
    _write_env(county.of(ON_LINE), {
        "RONGCUO_NODE": county.division,
        "RONGCUO_UPLINK_URL": f"amqps://{account}:{province.password(account)}@mq-{province.division}:5671//"
                              f"?{_papers('line-')}"}, "line.env")
    tell_broker(province)
    own(province)
    own(county)


def tell_broker(node: NodeFolder) -> None:
    """The accounts of the node's services, and those of its counties."""
    rights = {**broker_rights(), **{f"county-{line}": rights_on_line(line) for line in node.lines()}}
    told = definitions(rights, {account: node.password(account) for account in rights})
    write(node.of(BROKER) / "definitions.json", json.dumps(told, indent=1).encode())


def own(node: NodeFolder) -> None:
    """Each container's folder belongs to the user it runs as; only root can give it to them."""
    if os.geteuid() == 0:
        for place in (node.folder / "parts").iterdir():
            for each in (place, *place.iterdir()):
                os.chown(each, *(2 * [OWNERS.get(place.name, OURS)]))


def _settings(node: NodeFolder, address: str, port: int) -> bytes:
    """Those of the production recipe, but for where things are in the image."""
    settings = yaml.safe_load((PRODUCTION / "rongcuo.yaml").read_text("utf-8"))
    settings |= {
        "public_url": f"https://{address}" if port == HTTPS else f"https://{address}:{port}",
        "ledger_name": f"{address}/{node.division}",
        "data_dir": "/var/lib/rongcuo/data", "calendar_dir": "/var/lib/rongcuo/calendars",
        "letter_key_dir": "/var/lib/rongcuo-letters/keys", "letter_secret_file": f"{WITHIN}/letter.secret",
        "sealing_key_dir": "/var/lib/rongcuo-sealing/keys", "vault_key_dir": "/var/lib/rongcuo-vault/keys",
        "vault_share_dir": "/var/lib/rongcuo-vault/keys/shares"}
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False).encode()


def _papers(prefix: str = "") -> str:
    return "&".join(f"{name}={WITHIN}/{prefix}{file}" for name, file in (
        ("cacertfile", "ca.pem"), ("certfile", "cert.pem"), ("keyfile", "key.pem")))


def _database(who: str, service: str) -> str:
    return (f"postgresql://{who}@{DATABASE}/rongcuo_{service}?sslmode=verify-full"
            f"&sslrootcert={quote(WITHIN)}/ca.pem")


def _write_env(folder: Path, told: dict[str, str], name: str = "env") -> None:
    write(folder / name, "".join(f"{key}={value}\n" for key, value in told.items()).encode())


def _divisions(folders: Iterable[Path]) -> None:
    for folder in folders:
        if not DIVISION.match(folder.name):
            raise click.ClickException(
                f"{folder}: 文件夹名须为六位行政区划代码 · "
                "a node's folder is named by its division's six digits")


@click.group()
def main() -> None:
    """Prepares nodes for the compose files in this folder."""
    os.umask(0o077)


@main.command("node")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("division")
@click.argument("address")
@click.option("--port", default=HTTPS, show_default=True, help="that the proxy takes on this machine")
def _node(folder: Path, division: str, address: str, port: int) -> None:
    """A node, in FOLDER/DIVISION, whose pages people find at https://ADDRESS."""
    place = folder.absolute() / division
    _divisions([place])
    prepare(NodeFolder(place), address, port)
    click.echo(f"{place}")


@main.command("line")
@click.argument("province", type=click.Path(path_type=Path, exists=True))
@click.argument("county", type=click.Path(path_type=Path, exists=True))
def _line(province: Path, county: Path) -> None:
    """From a county's node to its province's: an account there, and the county's papers."""
    _divisions([province, county])
    draw_line(NodeFolder(province.absolute()), NodeFolder(county.absolute()))
    click.echo(f"county-{county.name}")


if __name__ == "__main__":
    main()
