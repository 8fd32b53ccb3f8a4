"""`rongcuo letters`: the key that signs letters, and the check of a letter's file."""

from pathlib import Path

import click

from rongcuo.chassis.time_source import time_source
from rongcuo.commands import _settings


@click.group("letters")
def command() -> None:
    """文书：签名密钥、验签 · Letters: the signing key, and the check of a signature."""


@command.command("key")
@_settings.option
def key(config_file: Path | None) -> None:
    """生成文书签名密钥和自签证书 · Make the key and its self-signed certificate.

    An organ with a certificate of an authority puts key.pem and certificate.pem into the folder instead.
    """
    from services.documents.letters.keys import LetterKeys  # loaded for this command only
    config = _settings.settings(config_file)
    keys = LetterKeys(config.letter_folder)
    keys.make(config.ledger_name, time_source(config).now())
    click.echo(f"{keys.folder}: key.pem（仅本用户可读 private）、certificate.pem（自签 self-signed）")


@command.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_settings.option
@click.pass_context
def verify(ctx: click.Context, file: Path, config_file: Path | None) -> None:
    """核验 PDF 的签名和完整性 · Is this file signed by this node's key, and not a byte changed?"""
    from services.documents.letters.checking import check  # loaded for this command only
    from services.documents.letters.keys import LetterKeys
    keys = LetterKeys(_settings.settings(config_file).letter_folder)
    found = check(file.read_bytes(), keys.pair().certificate)
    click.echo(f"完整 intact: {'是 yes' if found.intact else '否 no'}\n"
               f"本节点签名 signed by this node: {'是 yes' if found.ours else '否 no'}")
    ctx.exit(0 if found.intact and found.ours else 1)
