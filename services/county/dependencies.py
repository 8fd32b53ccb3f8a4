"""What the service works with beside its database: the node itself, its key, and its folders of rules."""

from base64 import b64encode
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from nameko.extensions import DependencyProvider

from rongcuo.chassis.config import Config
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.chassis.signing import key_folder
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province.line import SheetPublished
from services import present, with_database

READ_BY_ALL = 0o644      # nothing in it is secret, and services may run as other users


class ThisNode:
    """Of which division it is, in which edition, with which key (ports.NodeKey)."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self.node = config.node
        self.version = _version()
        self.ledgers = with_database(present(config.uplink_url, is_hub=config.is_hub))

    @property
    def name(self) -> str:
        """Under which the node signs, and is called by the hub."""
        return f"{NODE}{self.node}"

    def sign(self, text: str) -> str:
        """The key's name and the signature. The key is made where there is none yet."""
        folder = key_folder(self._config)
        folder.make(self.name, time_source(self._config).now())
        key_id, private = folder.signer(self.name)
        return f"{self.name}/{key_id} {b64encode(private.sign(text.encode())).decode()}"

    def keep_sheet(self, published: SheetPublished) -> None:
        """As a file that every process of this node reads."""
        folder = self._config.calendars if published.calendar else self._config.sheets
        _made(folder)
        write_whole(folder / published.name, published.body.encode(), READ_BY_ALL)


class NodeProvider(DependencyProvider):  # type: ignore[misc]
    """`node = NodeProvider()` in a service's methods."""

    def setup(self) -> None:
        self._node = ThisNode(self.container.config["rongcuo"])

    def get_dependency(self, worker_ctx: Any) -> ThisNode:  # noqa: ARG002
        return self._node


def _version() -> str:
    """Of this edition, where it is installed as a package."""
    try:
        return version("rongcuo")
    except PackageNotFoundError:
        return "source"


def _made(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(0o755)
