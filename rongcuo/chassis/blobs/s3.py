"""Files in an S3-compatible store: `s3://bucket?endpoint=http://host:port&region=…`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cached_property
from io import RawIOBase
from typing import Any
from urllib.parse import parse_qs, urlsplit

from rongcuo.chassis.blobs.base import CHUNK, checked
from rongcuo.chassis.config import Config, ConfigError
from rongcuo.chassis.threads import give_way
from rongcuo.contracts.errors import CaseError

PART = 8 * 1024 * 1024   # bytes of one part of a large file; one part is held in memory
CONNECT, SILENCE = 2.0, 5.0  # seconds
KNOWN = frozenset({"endpoint", "region"})


class S3Blobs:
    """One bucket. boto3 is loaded when the first file comes or goes: few installations have such a store."""

    def __init__(self, bucket: str, **connection: Any) -> None:
        self._bucket, self._connection = bucket, connection

    @classmethod
    def of(cls, config: Config) -> "S3Blobs":
        """As configured. Raises ConfigError for an address that can't be."""
        address = urlsplit(config.blob_store)
        options = {name: values[-1] for name, values in parse_qs(address.query).items()}
        if not address.netloc or address.path.strip("/") or options.keys() - KNOWN:
            raise ConfigError("blob_store: write s3://bucket?endpoint=https://host:port&region=name")
        return cls(address.netloc, endpoint_url=options.get("endpoint"),
                   region_name=options.get("region", "us-east-1"),
                   aws_access_key_id=config.blob_key_id or None,
                   aws_secret_access_key=config.blob_key_secret or None)

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        from boto3.s3.transfer import TransferConfig
        plan = TransferConfig(multipart_threshold=PART, multipart_chunksize=PART, use_threads=False)
        with _in_plain_words(key):
            self._client.upload_fileobj(_Stream(chunks), self._bucket, checked(key), Config=plan)

    def read(self, key: str) -> Iterator[bytes]:
        with _in_plain_words(key):
            body = self._client.get_object(Bucket=self._bucket, Key=checked(key))["Body"]
        return self._chunks_of(key, body)

    def remove(self, key: str) -> None:
        with _in_plain_words(key):
            self._client.delete_object(Bucket=self._bucket, Key=checked(key))

    def keys(self) -> Iterator[str]:
        return (each["Key"] for each in self._listed())

    def older_than(self, seconds: float) -> Iterator[str]:
        """Parts of uploads that broke off are the bucket's own to expire (a lifecycle rule)."""
        limit = datetime.now(UTC) - timedelta(seconds=seconds)
        return (each["Key"] for each in self._listed() if each["LastModified"] < limit)

    def _listed(self) -> Iterator[Any]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket)
        with _in_plain_words(self._bucket):
            for page in pages:
                yield from page.get("Contents", ())

    def _chunks_of(self, key: str, body: Any) -> Iterator[bytes]:
        with _in_plain_words(key):
            for chunk in body.iter_chunks(CHUNK):
                yield chunk
                give_way()

    @cached_property
    def _client(self) -> Any:
        import boto3
        from botocore.config import Config as Limits
        limits = Limits(connect_timeout=CONNECT, read_timeout=SILENCE, retries={"total_max_attempts": 2},
                        s3={"addressing_style": "path"})
        return boto3.client("s3", config=limits, **self._connection)


class _Stream(RawIOBase):
    """Chunks as a file to read from."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks, self._rest = iter(chunks), b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """As many bytes as asked for, unless the end is nearer."""
        parts, wanted = [], size if size >= 0 else float("inf")
        while wanted > 0 and (self._rest or self._more()):
            part, self._rest = self._rest[:_whole(wanted)], self._rest[_whole(wanted):]
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    def _more(self) -> bytes:
        self._rest = next(self._chunks, b"")
        return self._rest


def _whole(wanted: float) -> int | None:
    return None if wanted == float("inf") else int(wanted)


@contextmanager
def _in_plain_words(key: str) -> Iterator[None]:
    from botocore.exceptions import BotoCoreError, ClientError
    try:
        yield
    except ClientError as refusal:
        missing = refusal.response["Error"]["Code"] in {"NoSuchKey", "404"}
        raise CaseError("attachment.missing" if missing else "attachment.store_unavailable", key) from refusal
    except BotoCoreError as error:
        raise CaseError("attachment.store_unavailable", type(error).__name__) from error
