"""What is read of priorities: exercises, sheets, results, the joint list, and what waits for somebody."""
