"""Settings: one YAML file, and over it the environment: RONGCUO_HTTP_PORT=8080 sets `http_port`."""

import re
import shlex
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from marshmallow import RAISE, Schema, ValidationError, validate
from marshmallow import fields as kinds
from marshmallow_dataclass import class_schema

from rongcuo.chassis.setting_kinds import Delays, Folder, choice, count, folder, seconds
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import BELOW, HUB
from rongcuo.policy.contacts import ILLUSTRATIVE, Contacts

PREFIX = "RONGCUO_"
FILE_VARIABLE = "RONGCUO_CONFIG"
SECRET = frozenset({"registrar_password", "blob_key_secret"})
PASSWORD = re.compile(r"://[^/?#@]*:[^/?#@]+@")    # in an address
LONGEST_OUTAGE = 90     # days that a message may be on its way
PRODUCTION, DEMONSTRATION, TEST = "production", "demonstration", "test"


class ConfigError(Exception):
    """A setting that can't be; the message is a sentence for the operator."""


class StartRefused(Exception):
    """Nothing was started; the message tells the operator why and what to do, in Chinese and in English."""


@dataclass(frozen=True, kw_only=True)
class Config:
    """What the operator decides. Times are seconds. `{service}` and `{data_dir}` are filled into the URLs."""

    mode: str = choice(PRODUCTION, DEMONSTRATION, TEST)
    bus_url: str = "embedded://"
    node: str = field(default="", metadata={"validate": validate.Regexp(
        r"(\d{6})?\Z", error="must be the six digits of a division")})    # of this node among others
    uplink_url: str = ""                          # of a county or prefecture: our account at the hub's bus
    bus_key_dir: Path | None = folder()          # default: data_dir/keys
    database_url: str = "sqlite:///{data_dir}/{service}.db"
    data_dir: Path = field(default=Path("var/data"), metadata={"marshmallow_field": Folder()})
    calendar_dir: Path | None = folder()          # of imported years; default: sheet_dir/calendars
    sheet_dir: Path | None = folder()             # what the hub has published; default: data_dir/sheets
    contacts_file: Path | None = folder()        # whom to ask, by organ; see contacts
    ledger_name: str = field(default="rongcuo.local", metadata={"validate": validate.Regexp(
        r"[A-Za-z0-9][A-Za-z0-9./_-]{0,99}\Z", error="must be 1–100 of a-z A-Z 0-9 . / _ -")})
    ledger_key_dir: Path | None = folder()       # default: data_dir/ledger
    time_file: Path | None = folder()
    http_host: str = "127.0.0.1"
    http_port: int = count(8000, 65_535)
    health_host: str = "127.0.0.1"                # of the ports for health and metrics: operators only
    health_port_base: int = count(9100, 65_535)
    smtp_url: str = ""                            # empty: no e-mail
    mail_sender: str = "rongcuo@localhost"
    mail_from_name: str = "容错纠错备案平台"
    registrar_password: str = field(default="", repr=False)   # production: read while nobody is enrolled
    session_idle: float = seconds(1_800.0)       # nobody who did nothing for so long is still signed in
    demonstration_data: bool = True               # demonstration only: begin with a few examples
    public_url: str = ""                          # where people reach us; empty: http_host, http_port
    client_header: str = ""                       # behind a proxy: the header that it tells the client in
    blob_store: str = ""                          # empty: data_dir/blobs; a folder, or s3://bucket?endpoint=…
    blob_key_id: str = field(default="", repr=False)          # of an S3 store; empty: as boto3 finds them
    blob_key_secret: str = field(default="", repr=False)
    attachment_limit: int = count(52_428_800, 1_073_741_824)  # bytes
    report_files: int = count(5, 12)             # that a reporter hands in at once
    report_file_limit: int = count(10_485_760, 52_428_800)     # bytes of each
    report_files_limit: int = count(20_971_520, 104_857_600)   # bytes of all at once
    scan_command: str = ""                        # of attachments, given the path; empty: no scan
    scan_timeout: float = seconds(4.0)
    sealing_key_dir: Path | None = folder()      # of ballots; default: data_dir/sealing
    letter_key_dir: Path | None = folder()       # default: data_dir/letters
    vault_key_dir: Path | None = folder()        # of the vault's node; default: data_dir/vault
    vault_share_dir: Path | None = folder()      # its shares, kept apart; default: vault_key_dir/shares
    sealing_profile: str = choice("intl", "gm")  # of algorithms by which identities are sealed from now on
    unsealing_minutes: int = count(10, 60)       # for which an opened identity is shown
    reporter_retention_days: int = count(1_095, 36_500)  # after closing; then nobody reads it any more
    event_days: int = count(1_095, 36_500)       # that events stay after their matter has ended
    heard_days: int = count(1_460, 36_500)       # that it is known what was heard; longer than those
    command_days: int = count(400, 36_500)       # in which the same command gets the same answer
    notification_days: int = count(1_095, 36_500)    # that what was read stays; what was not stays
    report_wait: int = count(60, 3_600)          # seconds from its first page on, where no script solves
    report_proof_bits: int = count(18, 32)       # a riddle of so many bits meanwhile
    unproved_reports: int = count(120)           # that are taken in an hour, of all together
    log_file: Path | None = folder()             # run: data_dir/log; serve: standard error
    letter_secret_file: Path | None = folder()   # opens those keys; default: secret, in the same folder
    log_level: str = choice("INFO", "DEBUG", "WARNING", "ERROR")
    workers: int = count(10, 200)                # calls and events worked on at once, per service
    retry_delays: tuple[float, ...] = field(default=(1.0, 5.0, 30.0, 120.0, 600.0), metadata={
        "marshmallow_field": Delays(kinds.Float(validate=validate.Range(min=0)))})
    delivery_limit: int = count(30)
    rpc_queue: str = choice("classic", "quorum")  # of a cluster: quorum; a queue that exists is not changed
    rpc_timeout: float = seconds(5.0)
    outbox_poll: float = seconds(5.0)
    database_pool: int = count(10, 200)
    connect_timeout: float = seconds(2.0)
    lock_timeout: float = seconds(3.0)
    statement_timeout: float = seconds(4.0)
    crash: str = ""                               # test only: point:service:n, see chassis.failpoints

    def url_of(self, service: str) -> str:
        """The address of a service's own database."""
        return self.database_url.format(service=service, data_dir=self.data_dir.absolute())

    @property
    def is_hub(self) -> bool:
        """Whether other nodes' lines end here: at the province."""
        return self.node.endswith("0000")

    @property
    def not_here(self) -> frozenset[str]:
        """Services of nodes that this installation lacks: nothing of them is heard."""
        return frozenset({*(() if self.uplink_url else (BELOW,)), *(() if self.is_hub else (HUB,))})

    @property
    def sheets(self) -> Path:
        """Where the sheets of rules are kept that the hub has published. Every process of a node reads it."""
        return self.sheet_dir or self.data_dir / "sheets"

    @property
    def calendars(self) -> Path:
        """Where the editions of working days are that came after this edition of the platform."""
        return self.calendar_dir or self.sheets / "calendars"

    @property
    def blob_folder(self) -> Path:
        """Where files are kept unless a store is named."""
        return Path(self.blob_store).expanduser() if self.blob_store else self.data_dir / "blobs"

    @property
    def contacts(self) -> Path | None:
        """Whom to ask at each organ: invented offices only where nothing is meant in earnest."""
        return self.contacts_file or (None if self.mode == PRODUCTION else ILLUSTRATIVE)

    @property
    def sealing_folder(self) -> Path:
        """Where the keys are with which ballots are sealed. Replicas of determination share it."""
        return self.sealing_key_dir or self.data_dir / "sealing"

    @property
    def vault_folder(self) -> Path:
        """Where the vault's node has its own keys."""
        return self.vault_key_dir or self.data_dir / "vault"

    @property
    def share_folder(self) -> Path:
        """Where the vault keeps its share of each reporter's keys. What is deleted there must be gone."""
        return self.vault_share_dir or self.vault_folder / "shares"

    @property
    def letter_folder(self) -> Path:
        """Where the key and the certificate are that sign letters."""
        return self.letter_key_dir or self.data_dir / "letters"

    @property
    def public_address(self) -> str:
        """The address under which people reach the platform, without a slash at its end."""
        return (self.public_url or f"http://{self.http_host}:{self.http_port}").rstrip("/")


SETTINGS = tuple(setting.name for setting in fields(Config))


def load_config(path: Path | None, environ: Mapping[str, str]) -> Config:
    """Read the file (where `path` is None, the one RONGCUO_CONFIG names), then the environment.

    Raises ConfigError.
    """
    file = path or (Path(environ[FILE_VARIABLE]) if environ.get(FILE_VARIABLE) else None)
    config = _checked({**_from_file(file), **_from_environment(environ)})
    if config.mode != TEST and config.crash:
        raise ConfigError("crash: only the mode test may crash on purpose")
    if config.uplink_url and (not config.node or config.is_hub):
        raise ConfigError("uplink_url: a node below says in `node` of which division it is, such as 530125")
    if config.heard_days < config.event_days + LONGEST_OUTAGE:
        raise ConfigError(f"heard_days must be at least event_days + {LONGEST_OUTAGE}: what is sent again "
                          "after an outage has to be known still")
    try:
        Contacts(config.contacts_file)
    except CaseError as wrong:
        raise ConfigError(f"contacts_file: {wrong}") from None
    return config


def _from_file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path} can't be read: {error}") from None
    if not isinstance(settings, dict):
        raise ConfigError(f"{path} must hold lines of the form `setting: value`")
    _refuse_unknown(map(str, settings), str(path))
    _refuse_shown_secrets(path, settings)
    return settings


def _refuse_shown_secrets(path: Path, settings: Mapping[str, Any]) -> None:
    secrets = [name for name, value in settings.items() if name in SECRET or PASSWORD.search(str(value))]
    if secrets and path.stat().st_mode & stat.S_IRWXO:
        raise ConfigError(f"{path} 含有口令，但本机其他用户可以读取 holds secrets ({', '.join(secrets)}) "
                          f"that other users of this machine can read; run: "
                          f"chmod o-rwx {shlex.quote(str(path))}")


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    settings = {name.removeprefix(PREFIX).lower(): value for name, value in environ.items()
                if name.startswith(PREFIX) and name != FILE_VARIABLE}
    _refuse_unknown(settings, f"the environment ({PREFIX}…)")
    return settings


def _refuse_unknown(names: Iterable[str], where: str) -> None:
    for name in names:
        if name not in SETTINGS:
            near = get_close_matches(name, SETTINGS, n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"known are: {', '.join(SETTINGS)}"
            raise ConfigError(f"{where}: there is no setting `{name}`; {hint}")


class _Strict(Schema):
    class Meta:
        unknown = RAISE


def _checked(settings: Mapping[str, Any]) -> Config:
    try:
        config: Config = class_schema(Config, base_schema=_Strict)().load(settings)
    except ValidationError as error:
        faults = "; ".join(f"{name}: {_sentence(messages)}"
                           for name, messages in sorted(error.messages_dict.items()))
        raise ConfigError(faults) from None
    return config


def _sentence(messages: Any) -> str:
    if isinstance(messages, dict):
        return ", ".join(_sentence(part) for part in messages.values())
    return " ".join(map(str, messages))
