"""Who can reach us, and over which lines we reach others."""

import ipaddress
from collections.abc import Iterator
from itertools import chain
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import URL, make_url

from rongcuo.chassis.config import PRODUCTION, Config, StartRefused

TLS_MAIL = frozenset({"smtps", "smtp+starttls"})
VERIFIED = frozenset({"verify-full", "verify-ca"})    # libpq's modes that hold the server to its certificate


def require_named_mode(config: Config, mode_named: bool) -> None:
    """Raises StartRefused where nobody chose the mode and strangers could reach what would be a
    demonstration, with its published password and a clock that anybody may set."""
    places = [config.http_host, config.health_host]
    if config.public_url:
        places.append(urlsplit(config.public_url).hostname or "")
    if not mode_named and not all(map(is_here, places)):
        raise StartRefused(
            "没有启动：没有写明 mode 就是演示（公开口令、可拨的时钟），只能在本机打开。要让别人访问演示，"
            "请写明 RONGCUO_MODE=demonstration；正式使用请写 mode: production"
            "（见 deploy/production/README.md） · "
            "Not started: without a mode this is a demonstration (a published password, a clock that can be "
            "set), for this machine only. To let others reach a demonstration say "
            "RONGCUO_MODE=demonstration; for real use mode: production (see deploy/production/README.md)")


def require_protected_lines(config: Config) -> None:
    """Raises StartRefused in production for a line that leaves this machine and can be read on its way."""
    if config.mode == PRODUCTION and (setting := next(_plain_lines(config), "")):
        raise StartRefused(f"没有启动：正式使用时，通往其他机器的连接必须加密并核对证书。请改 {setting} · "
                           f"Not started: in production a line to another machine must be TLS with a "
                           f"verified certificate. Change {setting}")


def require_protected_door(config: Config) -> None:
    """Raises StartRefused in production where people elsewhere would reach us without TLS, or where all of
    them would seem to come from the proxy's address."""
    if config.mode != PRODUCTION:
        return
    address = urlsplit(config.public_url)
    here = address.scheme == "http" and is_here(address.hostname or "")
    if address.scheme != "https" and not (here if config.public_url else is_here(config.http_host)):
        raise StartRefused(
            "没有启动：正式使用时，别人只能经 TLS 访问。请在前面放一个终结 TLS 的代理，并写明 "
            "public_url: https://…（见 deploy/production/README.md） · "
            "Not started: in production people reach us by TLS only. Put a proxy before us that ends it, and "
            "set public_url: https://… (see deploy/production/README.md)")
    if address.scheme == "https" and not config.client_header:
        raise StartRefused(
            "没有启动：经代理访问时要知道来访者的地址。请写明代理写入该地址的请求头，例如 "
            "client_header: X-Real-IP（代理必须覆盖来访者自己写的值） · "
            "Not started: behind a proxy we must know whose request it is. Set the header in which the proxy "
            "writes the client's address: client_header: X-Real-IP (it must replace what clients send)")


def _plain_lines(config: Config) -> Iterator[str]:
    """For each of them the setting, and what it would have to say."""
    if not config.database_url.startswith("sqlite") and _leaves_plainly(make_url(config.url_of("_"))):
        yield "database_url: …?sslmode=verify-full&sslrootcert=/…/ca.pem"
    for setting, url in (("bus_url", config.bus_url), ("uplink_url", config.uplink_url)):
        bus = urlsplit(url)
        if bus.scheme not in {"", "embedded", "amqps"} and not is_here(bus.hostname or "localhost"):
            yield f"{setting}: amqps://…?cacertfile=/…/ca.pem"
    mail = urlsplit(config.smtp_url)
    if mail.scheme not in TLS_MAIL and not is_here(mail.hostname or "localhost"):
        yield "smtp_url: smtps://… / smtp+starttls://…"
    endpoint = urlsplit("".join(parse_qs(urlsplit(config.blob_store).query).get("endpoint", [])))
    if endpoint.scheme == "http" and not is_here(endpoint.hostname or "localhost"):
        yield "blob_store: s3://…?endpoint=https://…"


def _leaves_plainly(database: URL) -> bool:
    """`hostaddr` outweighs the host; where a `service` leads stands elsewhere."""
    named = [database.query.get(way, ()) for way in ("host", "hostaddr", "service")]
    hosts = [database.host or "", *chain(*((way,) if isinstance(way, str) else way for way in named))]
    away = any(host and not host.startswith("/") and not is_here(host) for host in ",".join(hosts).split(","))
    return away and database.query.get("sslmode") not in VERIFIED


def is_here(host: str) -> bool:
    """Whether an address is this machine's own and no other machine can reach it."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
