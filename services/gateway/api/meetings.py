"""Joint meetings (联席会议): convened, voted in, signed."""

from rongcuo.contracts.determination import operations
from services.gateway.api.receipt import BallotReceiptWanted, ballot_receipt
from services.gateway.api.route import Part, get, post

_ONE = "/meetings/<id:meeting_id>"

PART = Part("meetings", "联席会议 · Joint meetings", (
    post("/meetings", operations.CONVENE_MEETING, status=201),
    get("/meetings", operations.MEETINGS),
    get(_ONE, operations.MEETING),
    post(f"{_ONE}/recuse-member", operations.RECUSE_MEMBER),
    post(f"{_ONE}/substitutes", operations.CALL_SUBSTITUTES),
    post(f"{_ONE}/roll", operations.CALL_ROLL),
    post(f"{_ONE}/open-vote", operations.OPEN_VOTE),
    post(f"{_ONE}/votes", operations.CAST_VOTE),
    post(f"{_ONE}/reveal", operations.REVEAL_VOTES),
    get(f"{_ONE}/items/<id:item_id>/receipt", operations.BALLOT_RECEIPT, does=ballot_receipt,
        takes=BallotReceiptWanted, zh="本人选票的回执,可下载后自行核验",
        en="The receipt of one's own ballot; with `download` true as a file to be verified without us"),
    post(f"{_ONE}/adjourn", operations.ADJOURN_MEETING),
    post(f"{_ONE}/chair", operations.NAME_CHAIR),
    post(f"{_ONE}/cancel", operations.CANCEL_MEETING),
    post(f"{_ONE}/minutes", operations.WRITE_MINUTES),
    post(f"{_ONE}/sign", operations.SIGN_MINUTES),
))
