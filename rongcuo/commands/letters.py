"""`rongcuo letters`: the keys that sign letters, one per organ, and the check of a letter's file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rongcuo.chassis.config import Config
from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings

if TYPE_CHECKING:
    from services.documents.letters.keys import Certificate, LetterKeys

_organ = click.argument("organ_id")
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("letters")
def command() -> None:
    """文书：签名密钥、验签 · Letters: the signing keys, and the check of a signature."""


def _keys(config: Config) -> "LetterKeys":
    from services.documents.letters.keys import LetterKeys  # loaded for these commands only
    return LetterKeys(config.letter_folder, config.letter_secret_file)


def _name(organ_id: str) -> str:
    """Raises CaseError `identity.unknown_organ`."""
    from services.identity.organs import organ
    return organ(organ_id).name


def _show(organ_id: str, certificate: "Certificate") -> None:
    click.echo(f"{organ_id} {_name(organ_id)}  {certificate.since[:16]}\n  SHA-256 {certificate.fingerprint}")


@command.command("key")
@_organ
@_settings.configured
def key(config: Config, organ_id: str) -> None:
    """生成一个单位的密钥和自签证书 · Make an organ's key with a self-signed certificate.

    请公布打印出的指纹。Publish the fingerprint that is printed.
    """
    _show(organ_id, _keys(config).make(organ_id, _name(organ_id), time_source(config).now()))


@command.command("rotate")
@_organ
@_settings.configured
def rotate(config: Config, organ_id: str) -> None:
    """更换密钥：旧密钥签署新证书后销毁 · The organ's next key; the old one signs it and is destroyed.

    旧文书仍可核验。Letters signed before stay genuine.
    """
    _show(organ_id, _keys(config).rotate(organ_id, _name(organ_id), time_source(config).now()))


@command.command("bring")
@_organ
@click.argument("key_file", type=_file)
@click.argument("certificate_file", type=_file)
@_settings.configured
def bring(config: Config, organ_id: str, key_file: Path, certificate_file: Path) -> None:
    """采用认证机构签发的证书 · Take an organ's own P-256 key with an authority's certificate (PEM)."""
    _name(organ_id)
    _show(organ_id, _keys(config).bring(organ_id, key_file.read_bytes(), certificate_file.read_bytes(),
                                        time_source(config).now()))


@command.command("list")
@_settings.configured
def list_keys(config: Config) -> None:
    """列出各单位的证书 · Every organ's certificates, oldest first; the last is in use."""
    keys = _keys(config)
    for organ_id in dict.fromkeys(keys.all().values()):
        for certificate in keys.of(organ_id):
            _show(organ_id, certificate)


@command.command("verify")
@click.argument("file", type=_file)
@_settings.option
@click.pass_context
def verify(ctx: click.Context, file: Path, config_file: Path | None) -> None:
    """核验 PDF 的签名和完整性 · Is this file signed by one of our organs, and not a byte changed?"""
    from services.documents.letters.checking import check  # loaded for this command only
    organs = _keys(_settings.settings(config_file)).all()
    found = check(file.read_bytes(), organs)
    whose = _name(organs[found.by]) if found.by else "否 no"
    click.echo(f"完整 intact: {'是 yes' if found.intact else '否 no'}\n"
               f"签名单位 signed by: {whose}")
    ctx.exit(0 if found.intact and found.ours else 1)
