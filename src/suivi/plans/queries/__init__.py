"""What the plans hold: lines, their cells as text, activities by organisation, and what a sheet would change."""
