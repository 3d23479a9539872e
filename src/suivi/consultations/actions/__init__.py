"""Everything that changes a consultation: setting up, its agenda, its door, its seats, its phases."""
