"""Questions, answered from the rows that the asking actor may see. One module for each kind of case."""
