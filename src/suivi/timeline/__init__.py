"""The cycle's clock: milestones, deadlines, calendar."""
