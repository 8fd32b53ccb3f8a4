"""认定: a case from its opening to its decision, its assessment, and appeals against it."""
