"""What it brings to the gateway: its addresses in the API."""

from services.followup.pages.addresses import OF_PROGRAMMES
from services.gateway.api.route import Part

PART = Part("followup", "回访教育 · Followup", (*OF_PROGRAMMES,))
