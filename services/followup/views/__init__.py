"""Questions, answered from the rows that the asking actor may see."""
