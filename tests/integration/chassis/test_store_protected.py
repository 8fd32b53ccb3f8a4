"""TLS to a real PostgreSQL, and a database role that can do nothing but its work."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import text

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.tables import CHASSIS
from rongcuo.contracts.errors import CaseError
from tests.integration.certificates import Authority
from tests.integration.tls_postgres import TlsPostgres


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def postgres(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsPostgres]:
    with TlsPostgres(tmp_path_factory.mktemp("nodes") / "postgres", authority.papers("database")) as node:
        yield node


def answers(url: str, folder: Path) -> bool:
    database = open_database("filing", Config(mode="test", data_dir=folder, database_url=url))
    try:
        return database.answers()
    finally:
        database.close()


@pytest.mark.postgres
def test_the_database_is_reached_over_tls_whose_certificate_is_verified(
        postgres: TlsPostgres, authority: Authority, tmp_path: Path) -> None:
    plain = postgres.create_database("rongcuo_filing")
    ours = f"{plain}?sslmode=verify-full&sslrootcert={authority.papers('client').authority}"
    database = open_database("filing", Config(mode="test", data_dir=tmp_path, database_url=ours))
    with database.reading() as session:
        assert session.scalar(text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) is True
    with database.alone() as session:
        CHASSIS.create_all(session.connection())
    database.close()
    stranger = Authority(tmp_path / "stranger").papers("stranger").authority
    with pytest.raises(CaseError, match="service_unavailable"):
        answers(f"{plain}?sslmode=verify-full&sslrootcert={stranger}", tmp_path)
    with pytest.raises(CaseError, match="service_unavailable"):
        answers(ours.replace("127.0.0.1", "127.0.0.2"), tmp_path)


@pytest.mark.postgres
def test_a_service_s_role_owns_its_database_and_nothing_else(postgres: TlsPostgres) -> None:
    own, other = postgres.create_database("rongcuo_review"), postgres.create_database("rongcuo_notify")
    with closing(psycopg2.connect(own.replace("+psycopg2", ""))) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls "
                       "FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,) * 5
        cursor.execute("CREATE TABLE own AS SELECT 7 AS figure")
        for forbidden in ("CREATE ROLE x", "SELECT pg_read_file('postgresql.conf')",
                          "COPY own TO PROGRAM 'true'", "SELECT rolpassword FROM pg_authid"):
            cursor.execute("SAVEPOINT before")
            with pytest.raises(psycopg2.errors.InsufficientPrivilege):
                cursor.execute(forbidden)
            cursor.execute("ROLLBACK TO before")
    mine = own.replace("+psycopg2", "").rpartition("/")[0]
    for closed in (other.rpartition("/")[2], "postgres", "template1"):
        with pytest.raises(psycopg2.OperationalError, match="permission denied"):
            psycopg2.connect(f"{mine}/{closed}")


@pytest.mark.postgres
def test_each_service_finds_its_password_in_a_file_of_its_own(
        postgres: TlsPostgres, tmp_path: Path) -> None:
    for name in ("filing", "notify"):
        postgres.create_database(f"rongcuo_{name}")
    url = postgres.url_of_owners(("filing", "notify"))
    config = Config(mode="test", data_dir=tmp_path, database_url=url)
    for name in ("filing", "notify"):
        assert answers(config.url_of(name), tmp_path)
        assert (postgres.folder / f"{name}.pgpass").stat().st_mode & 0o077 == 0
