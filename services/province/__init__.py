"""province (省级汇总): the hub, where the lines of all nodes end; only where `node` names the province."""
