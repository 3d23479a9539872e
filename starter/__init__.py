"""Sets the project up and starts it, with Python's standard library alone."""
