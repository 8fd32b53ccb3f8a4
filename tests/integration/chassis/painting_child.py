"""One process of a deployment: `painting_child.py BUS_URL DATA_DIR SERVICES [setting=value …]`."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from rongcuo.chassis.threads import go_green

go_green()

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from rongcuo.chassis.config import load_config  # noqa: E402
from rongcuo.chassis.hosting.host import run  # noqa: E402
from tests.integration.chassis.painting import CONDUCT, Looker, Painter  # noqa: E402

bus_url, data_dir, names, *settings = sys.argv[1:]
given = dict(setting.split("=", 1) for setting in settings)
CONDUCT.slow.update({name.removeprefix("slow:"): float(given.pop(name))
                     for name in list(given) if name.startswith("slow:")})
config = load_config(None, {"RONGCUO_MODE": "test", "RONGCUO_BUS_URL": bus_url, "RONGCUO_DATA_DIR": data_dir,
                            **{f"RONGCUO_{name.upper()}": value for name, value in given.items()}})
services = [{"painter": Painter, "looker": Looker}[name] for name in names.split(",")]
Path(data_dir).mkdir(parents=True, exist_ok=True)
run(services, config, known=[Painter, Looker], ready=lambda: print("ready", flush=True))
