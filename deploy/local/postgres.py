"""A private PostgreSQL node."""

import hmac
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import psycopg2
from psycopg2 import sql

from deploy.local.node import Node, NodeFailed
from deploy.local.unprivileged import home_for_postgres

INSTALLED = Path("/usr/lib/postgresql")
LEAST_RIGHTS = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"


class PostgresNode(Node):
    """One server with one superuser, `rongcuo`, and for each database a role of the same name that owns it
    and may enter no other. They sign in with passwords over TCP; no Unix socket.

    `fast=True` turns fsync off, for nodes that a test throws away: a kill of the processes still loses
    nothing, but a power cut would.
    """

    name = "PostgreSQL"
    stop_signal = signal.SIGINT  # the "fast" shutdown: clients are cut off, nothing is lost

    def __init__(self, folder: Path, port: int | None = None, *, fast: bool = False) -> None:
        super().__init__(folder, port)
        self._fast = fast

    def url(self, database: str = "postgres") -> str:
        """The address of a database, for SQLAlchemy with psycopg2."""
        return f"postgresql+psycopg2://rongcuo:{self.password}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str) -> str:
        """Creates the database and its owner unless they exist; returns the owner's url of it.

        Raises NodeFailed.
        """
        try:
            self._create_database(name)
        except psycopg2.OperationalError as error:     # a full disk ends it, for instance
            tail = self._server.tail()
            raise NodeFailed(f"PostgreSQL does not make {name}; its log ends:\n{tail}") from error
        return f"postgresql+psycopg2://{name}:{self.password_of(name)}@127.0.0.1:{self.port}/{name}"

    def _create_database(self, name: str) -> None:
        database = sql.Identifier(name)
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            connection.autocommit = True
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (name,))
            change = "ALTER" if cursor.fetchone() else "CREATE"
            cursor.execute(sql.SQL(change + " ROLE {} " + LEAST_RIGHTS + " PASSWORD %s").format(database),
                           (self.password_of(name),))
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,))
            if cursor.fetchone() is None:
                cursor.execute(sql.SQL("CREATE DATABASE {0} OWNER {0}").format(database))
            for closed in (database, sql.Identifier("postgres"), sql.Identifier("template1")):
                cursor.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(closed))

    def password_of(self, role: str) -> str:
        """That of a database's owner; whoever knows the superuser's knows it."""
        return hmac.new(self.password.encode(), role.encode(), "sha256").hexdigest()

    def url_of_owners(self, names: Sequence[str]) -> str:
        """An address with `{service}` in it, for the owners of the databases `rongcuo_<service>`. Their
        passwords are in a file beside it for each, which libpq reads."""
        for name in names:
            owner = f"rongcuo_{name}"
            self._keep(f"{name}.pgpass", f"*:*:{owner}:{owner}:{self.password_of(owner)}\n")
        passwords = quote(str(self.folder).replace("{", "{{").replace("}", "}}"), safe="/{}")
        return (f"postgresql+psycopg2://rongcuo_{{service}}@127.0.0.1:{self.port}/rongcuo_{{service}}"
                f"?passfile={passwords}/{{service}}.pgpass")

    def _connect(self) -> psycopg2.extensions.connection:
        return psycopg2.connect(
            host="127.0.0.1", port=self.port, user="rongcuo", password=self.password, dbname="postgres",
            connect_timeout=3,
        )  # fmt: skip

    def answers(self) -> bool:
        ask = _program("pg_isready", self.folder / "data")
        command: list[str | Path] = [ask, "--host=127.0.0.1", f"--port={self.port}", "--timeout=2"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _launch(self) -> None:
        home, way_in = home_for_postgres(self.folder)
        data = home / "data"
        if not data.exists():
            self._initialise(data, way_in)
        settings = self._settings(home).items()
        options = [option for key, value in settings for option in ("-c", f"{key}={value}")]
        command: list[str | Path] = [*way_in, _program("postgres", data), "-D", data, *options]
        self._server.launch(command, _environment(home), home)

    def _settings(self, home: Path) -> Mapping[str, object]:  # noqa: ARG002  (of a test that has files there)
        return {
            "port": self.port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "",
            "log_min_error_statement": "panic", "log_error_verbosity": "terse",  # no rows in the log
            "max_connections": 200, "fsync": "off" if self._fast else "on",
        }  # fmt: skip

    def _initialise(self, data: Path, way_in: Sequence[str]) -> None:
        """Makes the files under another name first: half-made ones are never taken for whole."""
        unfinished = data.with_name("data.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=data.parent) as password:
            password.write(self.password)
            password.flush()
            shutil.chown(password.name, data.parent.owner())
            command: list[str | Path] = [
                *way_in, _program("initdb", data), "-D", unfinished, "-U", "rongcuo",
                f"--pwfile={password.name}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8",
                "--no-instructions", *(["--no-sync"] if self._fast else []),
            ]  # fmt: skip
            done = subprocess.run(
                command, env=_environment(data.parent), cwd="/", capture_output=True, text=True, check=False
            )
        if done.returncode:
            raise NodeFailed(f"PostgreSQL's files can't be made in {data}:\n{done.stderr}")
        unfinished.rename(data)


def _environment(home: Path) -> Mapping[str, str]:
    """Nothing of the caller's environment but PATH: a stray PG… or an odd HOME would lead it elsewhere."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), "LANG": "C.UTF-8"}


def _program(name: str, data: Path) -> Path:
    """The program of the version that made the data, or of the newest one installed."""
    made_by = data / "PG_VERSION"
    version = made_by.read_text().strip() if made_by.exists() else "*"
    found = sorted(INSTALLED.glob(f"{version}/bin/{name}"), key=lambda program: int(program.parts[-3]))
    if not found:
        raise NodeFailed(f"PostgreSQL {version} is not installed; run: deploy/system-packages postgresql")
    return found[-1]
