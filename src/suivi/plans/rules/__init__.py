"""The words of plans: their columns, how two hands' changes come together, and where an activity stands."""
