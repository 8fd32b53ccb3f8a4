"""What every response carries, whatever it says."""

from flask import Response, g

from services.gateway.cookies import secure

POLICY = "; ".join((
    "default-src 'none'", "object-src 'none'", "script-src 'self'", "style-src 'self'",
    "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'"))

ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

YEAR = 31_536_000  # seconds
WAIT = {429: "300", 503: "5"}  # seconds, as Retry-After, where it is not known better


def dress(response: Response) -> Response:
    """Nothing is kept by caches unless a page says so itself."""
    for name, value in ALWAYS.items():
        response.headers[name] = value
    if g.get("untraced"):
        response.headers["Referrer-Policy"] = "no-referrer"
    if secure():
        response.headers["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
    response.headers.setdefault("Cache-Control", "no-store")
    if response.status_code in WAIT:
        response.headers["Retry-After"] = str(g.get("retry_after", WAIT[response.status_code]))
    if "correlation_id" in g:
        response.headers["X-Correlation-ID"] = g.correlation_id
    return response
