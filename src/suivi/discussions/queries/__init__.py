"""What is read in discussions: threads and entries, strategies, what moved, what waits for somebody."""
