"""Why something could not be read or played, as a person reads it."""

import httpx
import yaml

from rongcuo.contracts.errors import CaseError
from scenarios.platform import Refused
from scenarios.wording import NotUnderstood

UNREADABLE = (OSError, ValueError, TypeError, AttributeError, LookupError, yaml.YAMLError, CaseError)
CANNOT_GO_ON = (Refused, TimeoutError, httpx.HTTPError, CaseError, LookupError, TypeError, ValueError,
                AttributeError)  # a scenario that asks for what there is not; the others go on


SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (yaml.YAMLError, "不合 YAML 写法 · not YAML"), (UnicodeError, "不是 UTF-8 文本 · not UTF-8 text"),
    (LookupError, "没有这一项 · there is no"),
    (httpx.HTTPError, "平台没有答复 · no answer from the platform"),
    (Exception, "内容不对 · not what it should be"))


def why(error: Exception) -> str:
    """A sentence, Chinese first."""
    if isinstance(error, NotUnderstood | Refused | TimeoutError):
        return str(error)
    if isinstance(error, CaseError):
        return " · ".join(filter(None, (f"{error.code}: {error.kind.zh}", error.message, error.kind.en)))
    if isinstance(error, yaml.MarkedYAMLError) and (mark := error.problem_mark):
        return f"第 {mark.line + 1} 行第 {mark.column + 1} 列不合 YAML 写法 · not YAML: {error.problem}"
    told = next(sentence for kind, sentence in SENTENCES if isinstance(error, kind))
    return f"{told}: {error}"
