"""What the service works with beside its database: the store of files, the inspector, the renderer."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

import structlog
from nameko.extensions import DependencyProvider

from rongcuo.chassis.blobs import Blobs, open_blobs
from rongcuo.chassis.config import PRODUCTION, Config, StartRefused
from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError
from services import who_answers
from services.documents.domain.kinds import known_kinds
from services.documents.domain.of_determinations import CALLED_BY
from services.documents.inspection import FileInspector
from services.documents.letters.keys import LetterKeys
from services.documents.ports import Renderer


@dataclass
class Dependencies:
    """`limit`: bytes of an attachment."""

    config: Config
    files: Blobs
    inspector: FileInspector
    keys: LetterKeys

    @property
    def limit(self) -> int:
        return self.config.attachment_limit

    @cached_property
    def renderer(self) -> Renderer:
        """Loaded when the first letter is made."""
        module = in_native_thread(import_module, "services.documents.letters.renderer")
        renderer: Renderer = module.LetterRenderer(self.keys, self.config.public_address,
                                                   for_real=self.config.mode == PRODUCTION)
        return renderer


def dependencies_of(config: Config) -> Dependencies:
    """What the operator's settings ask for."""
    keys = LetterKeys(config.letter_folder, config.letter_secret_file)
    return Dependencies(config, open_blobs(config), FileInspector(config.scan_command, config.scan_timeout),
                        keys)


def require_letters() -> None:
    """What services bring makes letters, nothing of the packs' is missing, and each service can be asked
    whether an event is truly its own. Raises StartRefused."""
    try:
        kinds = known_kinds()
    except CaseError as wrong:
        raise _refused(wrong.message) from None
    owners = {kind.event.source for kind in kinds.values() if kind.event}
    if silent := owners.difference(who_answers("confirm_event")):
        raise _refused(f"services/{min(silent)}/letters.yaml: documents signs nothing that its owner does "
                       f"not confirm; let services/{min(silent)}/service.py answer `confirm_event`")
    if missing := CALLED_BY.keys() - kinds.keys():
        raise _refused(f"services/{CALLED_BY[min(missing)].source}/letters.yaml: “{min(missing)}” is missing")


def _refused(problem: str) -> StartRefused:
    how = "CONTRIBUTING.md#a-letter-1-new-file-2-edited"
    return StartRefused(
        f"没有启动：服务自带的文书有误（{problem}）。请照 {how} 改正后再启动 · "
        f"Not started: a letter that a service brings is faulty ({problem}). Mend it as {how} says, and "
        f"start again")


class DependenciesProvider(DependencyProvider):  # type: ignore[misc]
    """`self.dependencies` in the service's methods."""

    dependencies: Dependencies

    def setup(self) -> None:
        require_letters()
        self.dependencies = dependencies_of(self.container.config["rongcuo"])
        if not self.dependencies.config.scan_command:
            structlog.get_logger(__name__).info("attachments_are_not_scanned", setting="scan_command")

    def get_dependency(self, worker_ctx: object) -> Dependencies:  # noqa: ARG002 - the same for every worker
        return self.dependencies
