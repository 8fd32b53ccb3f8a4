"""From where somebody asks."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import Request, current_app, request


def address() -> str:
    """The address of who sends the present request."""
    return client_of(request, current_app.extensions["settings"].client_header)


def client_of(asked: Request, header: str) -> str:
    """The client's address: as the proxy tells it in the header it is trusted for, else the connection's.
    Of a list the last is the proxy's own word. An IPv6 network of one household counts as one; an IPv4
    address that a socket for both kinds writes as `::ffff:…` is that of one client."""
    told = asked.headers.get(header, "").rsplit(",", 1)[-1].strip() if header else ""
    for candidate in (told, asked.remote_addr or ""):
        try:
            found = ip_address(candidate)
        except ValueError:
            continue
        plain = found.ipv4_mapped or found if isinstance(found, IPv6Address) else found
        return str(ip_network((plain, 64), strict=False) if isinstance(plain, IPv6Address) else plain)
    return ""
