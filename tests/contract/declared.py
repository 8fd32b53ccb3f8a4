"""Every operation there is, found where it stands."""

import importlib
import pkgutil
from typing import Any

import rongcuo.contracts
from rongcuo.contracts.operation import Operation


def declared() -> list[tuple[str, Operation[Any, Any]]]:
    """Each with the name under which it is imported."""
    modules = [importlib.import_module(module.name)
               for module in pkgutil.walk_packages(rongcuo.contracts.__path__, "rongcuo.contracts.")]
    return [(name, found) for module in modules for name, found in vars(module).items()
            if isinstance(found, Operation)]
