"""The words of the clock, the figures it counts with, and how it counts."""
