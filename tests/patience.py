"""Limits that only a hang meets, in seconds: no test may depend on a machine that is quick.

What people meet (`chassis/config.py`) is a sixth to a twentieth of it. Tests of a limit set their own.
"""

from rongcuo.chassis.config import PREFIX

OF_DATABASE = {"lock_timeout": 60.0, "statement_timeout": 60.0, "connect_timeout": 30.0}
OF_CALLS = {"rpc_timeout": 30.0}
CALL = 60.0
ENVIRON = {f"{PREFIX}{name.upper()}": str(limit) for name, limit in (OF_DATABASE | OF_CALLS).items()}
