"""The laws of the house, held by machines: docs/house.md says why each of them is there."""
