"""The pages of priorities: exercises, sheets, results, the joint list."""
