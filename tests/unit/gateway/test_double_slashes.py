"""An address is one address."""


import pytest

from tests.unit.gateway.site import SIGNED, FakeCaller, client_of

V1 = "/api/v1"


@pytest.mark.parametrize("path", ["//health", "///health", f"/{V1}/filings/f1", "//api//v1/filings/f1"])
def test_an_address_with_two_slashes_is_no_other(path: str) -> None:
    caller = FakeCaller()
    answer = client_of(caller).get("/", headers=SIGNED, environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")
    assert client_of(caller).get("/health").status_code == 200
