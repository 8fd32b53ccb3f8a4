"""What a start refuses: open folders, taken ports, a demonstration among strangers, readable lines."""

import os
import shutil
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.node import free_ports
from rongcuo.chassis.config import Config, ConfigError, StartRefused, load_config
from rongcuo.chassis.starting import Wanted, require_alone, require_free, require_start
from rongcuo.chassis.starting.closed import private_places, require_closed

OPEN_FILES = ["filing.db", "filing.db-wal", "gateway.key", "log", "ledger/keys.json", "letters/key.pem",
              "blobs/3f/file-1"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder as a start under umask 077 leaves it."""
    before = os.umask(0o077)
    for name in OPEN_FILES:
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    os.umask(before)
    return tmp_path / "data"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that a stranger listens on; five before it and one after are free, and stay so."""
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", free_ports(7) + 5))
        stranger.listen()
        yield stranger.getsockname()[1]


def start(config: Config, *, mode_named: bool = True) -> None:
    require_start(config, [], "make run", mode_named=mode_named)


def test_a_closed_data_folder_is_taken_and_a_new_one_is_made_closed(data: Path):
    start(Config(data_dir=data))
    start(Config(data_dir=data.parent / "new"))
    assert stat.S_IMODE((data.parent / "new").stat().st_mode) == 0o700


@pytest.mark.parametrize("place", ["/proc/nothing", "/proc/self/fdinfo"])
def test_a_data_folder_that_can_not_be_made_or_written_to_is_a_sentence(place: str):
    with pytest.raises(StartRefused, match=f"{place} 不能写入.*{place} can't be written to") as refused:
        start(Config(data_dir=Path(place)))
    assert "RONGCUO_DATA_DIR" in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_disk_without_room_is_told_before_anything_is_written(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(2**30, 2**30, 3 * 2**20))
    with pytest.raises(StartRefused, match="只剩 3 MiB，至少要 16 MiB"):
        start(Config(data_dir=data))


def test_two_platforms_never_share_a_data_folder(data: Path):
    require_alone(data)
    with pytest.raises(StartRefused, match=f"is in use by process {os.getpid()}; stop that one"):
        require_alone(data)


@pytest.mark.parametrize("opened", [".", *OPEN_FILES, "blobs/3f", "letters"])
@pytest.mark.parametrize("right", [0o040, 0o004, 0o020, 0o001])
def test_one_open_place_in_it_refuses_the_start_with_the_command_that_mends_it(
        data: Path, opened: str, right: int):
    place = data / opened
    place.chmod(place.stat().st_mode | right)
    with pytest.raises(StartRefused) as refused:
        start(Config(data_dir=data))
    told, command = str(refused.value).splitlines()
    assert str(place.resolve()) in told
    assert command == f"  chmod -R go-rwx {data}"
    assert os.system(command) == 0  # noqa: S605  (as the operator would copy it)
    start(Config(data_dir=data))


def test_keys_files_and_databases_elsewhere_are_looked_at_too(data: Path, tmp_path: Path):
    names = {"ledger_key_dir": tmp_path / "with spaces", "letter_key_dir": tmp_path / "letters",
             "blob_store": tmp_path / "b"}
    for folder in (*names.values(), tmp_path / "databases"):
        folder.mkdir(mode=0o700)
    (tmp_path / "databases" / "filing.db").touch(mode=0o644)
    config = Config(data_dir=data, database_url=f"sqlite:///{tmp_path}/databases/{{service}}.db",
                    **{name: str(path) if name == "blob_store" else path for name, path in names.items()})
    with pytest.raises(StartRefused, match=r"filing\.db"):
        start(config)
    (tmp_path / "databases" / "filing.db").chmod(0o600)
    start(config)
    for folder in names.values():
        folder.chmod(0o750)
        with pytest.raises(StartRefused, match=folder.name):
            start(config)
        folder.chmod(0o700)


def test_calendars_may_be_read_by_all(data: Path):
    (data / "calendars").mkdir()
    (data / "calendars" / "2027.yaml").touch(mode=0o644)
    start(Config(data_dir=data, calendar_dir=data / "calendars"))
    with pytest.raises(StartRefused, match="calendars"):
        start(Config(data_dir=data))


def test_a_link_counts_as_what_it_leads_to_and_a_circle_ends(data: Path, tmp_path: Path):
    (tmp_path / "big disk").mkdir(mode=0o755)
    (data / "elsewhere").symlink_to(tmp_path / "big disk")
    (data / "round").symlink_to(data)
    (data / "nowhere").symlink_to(tmp_path / "gone")
    with pytest.raises(StartRefused, match="elsewhere"):
        require_closed(private_places(Config(data_dir=data)))


def test_a_settings_file_with_secrets_that_others_can_read_is_refused(tmp_path: Path):
    file = tmp_path / "rongcuo.yaml"
    for text in ("registrar_password: x", "smtp_url: smtp://me:secret@mail", "bus_url: 'amqp://u:p%20w@host//'"):
        file.write_text(text)
        file.chmod(0o644)
        with pytest.raises(ConfigError, match=f"chmod o-rwx {file}"):
            load_config(file, {})
        file.chmod(0o640)
        load_config(file, {})
    file.write_text("database_url: postgresql://host:5432/{service}@x")
    file.chmod(0o644)
    load_config(file, {})


def test_a_taken_port_is_one_sentence_with_the_setting_and_a_command_that_would_do(taken: int):
    with pytest.raises(StartRefused) as refused:
        require_free([Wanted("RONGCUO_HTTP_PORT", "127.0.0.1", taken)], "make run")
    told, command = str(refused.value).splitlines()
    assert f"port {taken} is taken" in told
    assert "RONGCUO_HTTP_PORT" in told
    setting, *again = command.split()
    name, port = setting.split("=")
    assert (name, again) == ("RONGCUO_HTTP_PORT", ["make", "run"])
    require_free([Wanted("RONGCUO_HTTP_PORT", "127.0.0.1", int(port))], "make run")


def test_of_ports_in_a_row_each_counts(taken: int):
    require_free([Wanted("RONGCUO_HEALTH_PORT_BASE", "127.0.0.1", taken + 1)], "make up")
    for row in (Wanted("RONGCUO_HEALTH_PORT_BASE", "127.0.0.1", taken - 5, in_a_row=6),
                Wanted("RONGCUO_HEALTH_PORT_BASE", "127.0.0.1", taken - 5, beyond=5)):
        with pytest.raises(StartRefused, match=rf"port {taken} .*RONGCUO_HEALTH_PORT_BASE"):
            require_free([row], "make up")


def test_an_address_that_is_not_ours_is_told_without_a_traceback():
    for host in ("192.0.2.1", "no such host"):
        with pytest.raises(StartRefused, match="RONGCUO_HTTP_HOST"):
            require_free([Wanted("RONGCUO_HTTP_PORT", host, 13_999)], "make run")


@pytest.mark.parametrize("reachable", [
    {"http_host": "0.0.0.0"}, {"http_host": "::"}, {"http_host": ""},  # noqa: S104
    {"http_host": "10.1.2.3"}, {"http_host": "rongcuo"}, {"health_host": "::"}, {"public_url": "https://rongcuo.example.cn"},
])
def test_where_strangers_come_a_demonstration_is_asked_for_by_name(data: Path, reachable: dict[str, str]):
    config = Config(mode="demonstration", data_dir=data, **reachable)
    with pytest.raises(StartRefused, match="RONGCUO_MODE=demonstration"):
        start(config, mode_named=False)
    start(config)


@pytest.mark.parametrize("here", [{}, {"http_host": "localhost"}, {"http_host": "127.0.0.9"},
                                  {"http_host": "::1"}, {"public_url": "http://localhost:8000"}])
def test_on_this_machine_nobody_need_name_it(data: Path, here: dict[str, str]):
    start(Config(mode="demonstration", data_dir=data, **here), mode_named=False)


PLAIN = [
    {"database_url": "postgresql://r:p@db.example/{service}"}, {"bus_url": "amqp://r:p@mq.example//"},
    {"database_url": "postgresql://r:p@db.example/{service}?sslmode=require"},
    {"database_url": "postgresql://r:p@/{service}?host=/run/postgresql,db.example"},
    {"database_url": "postgresql://r:p@127.0.0.1/{service}?hostaddr=192.0.2.1"},
    {"database_url": "postgresql:///{service}?service=elsewhere"},
    {"smtp_url": "smtp+tls://mail.example"}, {"smtp_url": "//mail.example"},
    {"smtp_url": "smtp://mail.example"}, {"blob_store": "s3://bucket?endpoint=http://store.example:9000"},
]


@pytest.mark.parametrize("line", PLAIN)
def test_production_refuses_a_line_to_another_machine_that_can_be_read(data: Path, line: dict[str, str]):
    with pytest.raises(StartRefused, match=next(iter(line))):
        start(Config(data_dir=data, **line))
    start(Config(mode="demonstration", data_dir=data, **line))


@pytest.mark.parametrize("line", [
    {"database_url": "postgresql://r:p@db.example/{service}?sslmode=verify-full&sslrootcert=/ca.pem"},
    {"database_url": "postgresql://r:p@127.0.0.1/{service}"}, {"bus_url": "amqp://r:p@localhost//"},
    {"database_url": "postgresql://r@/{service}?host=/run/postgresql"},
    {"bus_url": "amqps://r:p@mq.example//?cacertfile=/ca.pem"}, {"smtp_url": "smtp+starttls://mail.example"},
    {"blob_store": "s3://bucket?endpoint=https://store.example"}, {"blob_store": "s3://bucket"},
])
def test_production_takes_a_protected_line_or_one_within_the_machine(data: Path, line: dict[str, str]):
    start(Config(data_dir=data, **line))


@pytest.mark.parametrize(("door", "setting"), [
    ({"public_url": "http://rongcuo.example.cn"}, "public_url: https"),
    ({"http_host": "10.1.2.3"}, "public_url"),
    ({"http_host": "0.0.0.0"}, "public_url"), ({"public_url": "http://10.1.2.3:8000"}, "public_url"),  # noqa: S104
    ({"public_url": "rongcuo.example.cn"}, "public_url"),
    ({"public_url": "ftp://rongcuo.example.cn"}, "public_url"),
    ({"public_url": "http://localhost.example.cn"}, "public_url"),
    ({"public_url": "https://rongcuo.example.cn"}, "client_header: X-Real-IP")])
def test_production_refuses_a_door_without_tls_or_with_everybody_behind_one_address(
        data: Path, door: dict[str, str], setting: str):
    with pytest.raises(StartRefused, match=setting):
        start(Config(data_dir=data, **door))
    start(Config(mode="demonstration", data_dir=data, **door))


@pytest.mark.parametrize("door", [
    {}, {"http_host": "::1"}, {"public_url": "http://localhost:8000"}, {"public_url": "http://[::1]:8000"},
    {"public_url": "https://rongcuo.example.cn/", "client_header": "X-Real-IP"},
    {"public_url": "https://rongcuo.example.cn", "client_header": "X-Real-IP", "http_host": "10.1.2.3"}])
def test_production_takes_a_door_behind_tls_or_within_the_machine(data: Path, door: dict[str, str]):
    start(Config(data_dir=data, **door))
