"""The nameko service `province`."""


class ProvinceService:
    """The hub, where the lines of all nodes end."""

    name = "province"
