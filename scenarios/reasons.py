"""Why something could not be read or played, as a person reads it."""

import httpx
import yaml

from rongcuo.contracts.errors import CaseError
from scenarios.platform import Refused
from scenarios.wording import NotUnderstood

UNREADABLE = (OSError, ValueError, TypeError, AttributeError, LookupError, yaml.YAMLError, CaseError)
CANNOT_GO_ON = (Refused, TimeoutError, httpx.HTTPError, CaseError, LookupError, TypeError, ValueError,
                AttributeError)  # a scenario that asks for what there is not; the others go on


def why(error: Exception) -> str:
    """A sentence, Chinese first."""
    match error:
        case NotUnderstood() | Refused() | TimeoutError():
            return str(error)
        case CaseError():
            return " · ".join(filter(None, (f"{error.code}: {error.kind.zh}", error.message, error.kind.en)))
        case yaml.MarkedYAMLError(problem_mark=mark) if mark:
            return f"第 {mark.line + 1} 行第 {mark.column + 1} 列不合 YAML 写法 · not YAML: {error.problem}"
        case yaml.YAMLError():
            return f"不合 YAML 写法 · not YAML: {error}"
        case UnicodeError():
            return f"不是 UTF-8 文本 · not UTF-8 text ({error})"
        case LookupError():
            return f"没有这一项 · there is no {error}"
    return f"内容不对 · not what it should be: {error}"
