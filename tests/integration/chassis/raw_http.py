"""Bytes that are hardly HTTP, and what comes back for them."""

import socket

HOST, JSON = b"Host: x\r\n", b"Content-Type: application/json\r\n"
GET, POST = b"GET /health HTTP/1.1\r\n", b"POST /api/v1/tokens HTTP/1.1\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
HEADS = {
    "two lengths": POST + HOST + JSON + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
    "the same length twice": POST + HOST + JSON + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "two lengths in one": POST + HOST + JSON + b"Content-Length: 2, 2\r\n\r\n{}",
    "a length with a sign": POST + HOST + JSON + b"Content-Length: +2\r\n\r\n{}",
    "a length with a line": POST + HOST + JSON + b"Content-Length: 0_2\r\n\r\n{}",
    "a length below nothing": POST + HOST + b"Content-Length: -2\r\n\r\n{}",
    "an endless length": POST + HOST + b"Content-Length: " + b"9" * 19 + b"\r\n\r\n{}",
    "a length and chunks": POST + HOST + CHUNKED + b"Content-Length: 2\r\n\r\n0\r\n\r\n",
    "chunks twice": POST + HOST + CHUNKED + CHUNKED + b"\r\n0\r\n\r\n",
    "chunks in disguise": POST + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks of gzip": POST + HOST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "chunks after a tab in the name": POST + HOST + b"Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"POST /api/v1/tokens HTTP/1.0\r\n" + CHUNKED + b"\r\n0\r\n\r\n",
    "NUL in a header": GET + HOST + b"X: a\x00b\r\n\r\n",
    "a bell in a header": GET + HOST + b"X: a\x07b\r\n\r\n",
    "a bell behind blanks": GET + HOST + b"X:" + b" " * 8_000 + b"\x07\r\n\r\n",   # each read once
    "a carriage return in a header": GET + HOST + b"X: a\rContent-Length: 5\r\n\r\n",
    "no host": GET + b"\r\n",
    "two hosts": GET + HOST + HOST + b"\r\n",
    "a host with a path": GET + b"Host: x/y\r\n\r\n",
    "a host with a name before it": GET + b"Host: a@x\r\n\r\n",
    "bare line feeds": (GET + HOST + b"\r\n").replace(b"\r\n", b"\n"),
    "one bare line feed": GET + b"Host: x\n\r\n",
    "a bare line feed at the end": GET + HOST + b"\n",
    "a folded line": GET + HOST + b"X: a\r\n b\r\n\r\n",
    "a folded line first": GET + b" Host: x\r\n\r\n",
    "a blank before the colon": GET + b"Host : x\r\n\r\n",
    "no colon": GET + HOST + b"X\r\n\r\n",
    "no name": GET + HOST + b": x\r\n\r\n",
    "a name with a blank": GET + HOST + b"X Y: x\r\n\r\n",
    "a name that is not ASCII": GET + HOST + b"X\xc3\xa9: x\r\n\r\n",
    "two blanks in the first line": b"GET  /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a tab in the first line": b"GET\t/health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a blank in the address": b"GET /health x HTTP/1.1\r\n" + HOST + b"\r\n",
    "an address that is not ASCII": b"GET /\xe9 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method in small letters": b"post /api/v1/tokens HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n",
    "a method in both": b"Get /health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a version that is none": b"GET /health HTTP/1.10\r\n" + HOST + b"\r\n",
    "a version in small letters": b"GET /health http/1.1\r\n" + HOST + b"\r\n",
    "a later version": b"GET /health HTTP/2.0\r\n" + HOST + b"\r\n",
    "no version": b"GET /health\r\n\r\n",
    "an empty line first": b"\r\n" + GET + HOST + b"\r\n",
    "two tokens": GET + HOST + b"Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "a huge header": GET + HOST + b"X: " + b"y" * 70_000 + b"\r\n\r\n",
    "many headers": GET + HOST + b"X: y\r\n" * 200 + b"\r\n",
    "a head that breaks off": GET + HOST + b"X: y",
}
AFTER = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def exchange(place: tuple[str, int], sent: bytes) -> list[bytes]:
    """The first lines of all answers, until the server closes."""
    with socket.create_connection(place, timeout=120) as line:
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        answer = b""
        while more := line.recv(65_536):
            answer += more
    return [part.split(b"\r\n")[0] for part in answer.split(b"HTTP/1.")[1:]]
