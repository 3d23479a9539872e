"""What is read of decisions: motions and where they stand, voices and dissent, and what waits for somebody."""
