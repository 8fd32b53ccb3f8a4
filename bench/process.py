"""A process that takes part in a measurement: `python -m bench.process green|plain <module> <facts as JSON>`.

`green`: with green threads, as the platform's services run. The module's `main(facts)` does the rest.
"""

import json
import sys
import warnings
from importlib import import_module

if __name__ == "__main__":
    kind, module, facts = sys.argv[1:]
    if kind == "green":
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
            import_module("rongcuo.chassis.threads").go_green()
    import_module(f"bench.{module}").main(json.loads(facts))
