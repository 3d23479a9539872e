"""Pages of discussions: the overview, threads and entries, strategies, what waits for somebody."""
