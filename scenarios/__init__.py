"""The reported practices as facts (`*.yaml`), and the one place that translates them into the platform's commands."""
