"""What holds for every test."""

from hypothesis import HealthCheck, settings
from hypothesis.database import InMemoryExampleDatabase

# A slow machine is no fault of the code. A database that is there, and so examples that are drawn: without
# one Hypothesis 6.170 looks for it through the settings of every parameter of a test that came before, and is
# lost among a thousand. Where nobody watches, deploy.run_tests names a seed.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow],
                          derandomize=False, database=InMemoryExampleDatabase())
settings.load_profile("patient")
