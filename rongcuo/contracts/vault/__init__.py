"""vault (保管): who reported, sealed; the talk with them; and how an identity is opened by two custodians."""

from rongcuo.contracts.vault.commands import *
from rongcuo.contracts.vault.enums import *
from rongcuo.contracts.vault.events import *
from rongcuo.contracts.vault.papers import *
from rongcuo.contracts.vault.views import *
