"""What identity is told to do, and asked."""

from types import NoneType

from rongcuo.contracts import identity as contract
from rongcuo.contracts.ledger import checkpoint
from rongcuo.contracts.operation import Command, Query

SERVICE = "identity"

ENROL_OFFICER = Command(SERVICE, "enrol_officer", contract.EnrolOfficer, contract.OfficerView,
    zh="登记人员：审查负责人、上级监督、组织管理员、运行人员须由另一名组织管理员确认",
    en="Enrol an officer; a lead, supervisor, registrar or operator waits for another registrar's word")
CONFIRM_OFFICER = Command(SERVICE, "confirm_officer", contract.ConfirmOfficer, contract.OfficerView,
    zh="确认另一名组织管理员提出的任命", en="Confirm what another registrar has proposed")
DISMISS_OFFICER = Command(SERVICE, "dismiss_officer", contract.DismissOfficer, contract.OfficerView,
    zh="免去岗位,账号不能再登录", en="Take away a post; the account can no longer sign in")
SIGN_IN = Command(SERVICE, "sign_in", contract.SignIn, contract.SignedIn, signed_in=False,
    zh="登录,换取 12 小时有效的令牌；闲置一段时间后也会失效",
    en="Sign in for a bearer token, valid for 12 hours and until it has not been used for a while")
SIGN_OUT = Command(SERVICE, "sign_out", contract.SignOut, NoneType, signed_in=False,
    zh="退出登录,令牌立即失效", en="Sign out; the token ends at once")
SIGN_OUT_EVERYWHERE = Command(
    SERVICE, "sign_out_everywhere", contract.SignOutEverywhere, contract.OfficerView,
    zh="让一名人员在所有地方退出登录", en="Sign an officer out everywhere")
CHANGE_PASSWORD = Command(SERVICE, "change_password", contract.ChangePassword, contract.OfficerView,
    zh="修改密码，其他登录随即失效", en="Change my password; my other sessions end")
FORGOT_PASSWORD = Command(SERVICE, "forgot_password", contract.ForgotPassword, NoneType, signed_in=False,
    zh="忘记密码：链接发到登记的邮箱；不论账号是否存在，答复都一样",
    en="Forgotten password: a link goes to the address on file; the answer is the same for everybody")
ISSUE_LINK = Command(SERVICE, "issue_link", contract.IssueLink, contract.IssuedLink,
    zh="发出设置密码的一次性链接：能发邮件的发到本人邮箱，否则只显示这一次",
    en="A one-time link to set a password: mailed where possible, else shown here once")
SET_PASSWORD = Command(SERVICE, "set_password", contract.SetPassword, contract.OfficerView, signed_in=False,
    zh="凭邀请或重设链接设置密码", en="Set a password by an invitation or a reset link")
UNLOCK = Command(SERVICE, "unlock", contract.Unlock, contract.OfficerView,
    zh="解除因多次输错密码的等待", en="End the wait after too many wrong passwords")
ADD_UNIT = Command(SERVICE, "add_unit", contract.AddUnit, contract.UnitView,
    zh="登记一个单位", en="Enter a unit")
ADD_UNIT_ALIAS = Command(SERVICE, "add_unit_alias", contract.AddUnitAlias, contract.UnitView,
    zh="登记单位的另一个名称，写哪个都是它；单位有人员的，须由另一名组织管理员确认",
    en="Another name that means the same unit; where it has people, another registrar confirms")
RENAME_UNIT = Command(SERVICE, "rename_unit", contract.RenameUnit, contract.UnitView,
    zh="单位更名，原名称下的事项仍归它；有人员的同上",
    en="Rename a unit; what has its former name stays its own. Confirmed as an alias is")
MERGE_UNITS = Command(SERVICE, "merge_units", contract.MergeUnits, contract.UnitView,
    zh="并入同一机关的另一个单位，不能撤销；有人员的同上",
    en="Take in another unit of the organ, with no way back. Confirmed as an alias is")
CONFIRM_UNIT_CHANGE = Command(SERVICE, "confirm_unit_change", contract.ConfirmUnitChange, contract.UnitView,
    zh="确认另一名组织管理员提出的单位更动", en="Confirm what another registrar has proposed of a unit")
WITHDRAW_UNIT_CHANGE = Command(
    SERVICE, "withdraw_unit_change", contract.WithdrawUnitChange, contract.UnitView,
    zh="撤回提出的单位更动", en="Withdraw what was proposed of a unit")
KEEP_UNSENT = Command(SERVICE, "keep_unsent", contract.KeepUnsent, contract.UnsentForm)
DROP_UNSENT = Command(SERVICE, "drop_unsent", contract.DropUnsent, NoneType)

UNIT = Query(SERVICE, "unit", contract.UnitQuery, contract.UnitView)
UNITS = Query(SERVICE, "units", contract.UnitsQuery, contract.UnitsView,
    zh="一个机关的单位和它们的各种名称", en="The units of an organ, with all their names")
UNSENT_FORMS = Query(SERVICE, "unsent_forms", contract.UnsentFormsQuery, contract.UnsentFormsView)
UNSENT_WORDS = Query(SERVICE, "unsent_words", contract.UnsentWordsQuery, contract.UnsentWords)
LINK = Query(SERVICE, "link", contract.LinkQuery, contract.LinkView,
    zh="链接是给谁的、做什么用", en="For whom a link is, and what for")
KNOWN_AT = Query(SERVICE, "known_at", contract.KnownAtQuery, contract.KnownAtView)
WHOSE_TOKEN = Query(SERVICE, "whose_token", contract.TokenQuery, contract.OfficerView)
SESSIONS = Query(SERVICE, "sessions", contract.SessionsQuery, contract.SessionsView,
    zh="我在哪里登录着", en="Where I am signed in")
OFFICER = Query(SERVICE, "officer", contract.OfficerQuery, contract.OfficerView)
OFFICERS = Query(SERVICE, "officers", contract.OfficersQuery, contract.OfficersView,
    zh="一个机关的人员(在您的权限内)", en="The officers of an organ, within your rights")
ORGANS = Query(SERVICE, "organs", contract.OrgansQuery, contract.OrgansView, zh="机关", en="Organs")
ALARMS = Query(SERVICE, "alarms", contract.AlarmsQuery, contract.AlarmsView,
    zh="大量猜测密码的警报", en="Alarms: passwords guessed on a large scale")
DEMONSTRATION = Query(SERVICE, "demonstration", contract.DemonstrationQuery, contract.DemonstrationView)
KEEP_VIEWS = Command(SERVICE, "keep_views", contract.KeepViews, contract.KeptViews)
KEPT_VIEWS = Query(SERVICE, "kept_views", contract.KeptViewsQuery, contract.KeptViews)
CHECKPOINT = checkpoint(SERVICE)
