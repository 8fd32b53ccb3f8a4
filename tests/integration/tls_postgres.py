"""A private PostgreSQL that speaks TLS."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from deploy.local import PostgresNode
from tests.integration.certificates import Papers


class TlsPostgres(PostgresNode):
    """Takes TLS, with a certificate for an address."""

    def __init__(self, folder: Path, papers: Papers) -> None:
        super().__init__(folder, fast=True)
        self._papers = papers

    def _settings(self, home: Path) -> Mapping[str, object]:
        for file in (self._papers.certificate, self._papers.key):
            shutil.copy(file, home / file.name)
            shutil.chown(home / file.name, home.owner())
            (home / file.name).chmod(0o600)
        return {**super()._settings(home), "ssl": "on", "ssl_cert_file": home / self._papers.certificate.name,
                "ssl_key_file": home / self._papers.key.name}
