"""A coalition's desk, and the cycle at a glance."""
