"""Everything that changes plans: lines by hand, sheets brought back, what is taken over, activities ticked off."""
