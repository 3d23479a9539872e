"""The words of the opinion map, and its mathematics: places, groups, and what each group says."""
