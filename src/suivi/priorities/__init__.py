"""Prioritise: criteria that the coalition chooses, scored by people or organisations; and dots."""
