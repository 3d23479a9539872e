"""Wires the house: settings, addresses, the server's entry."""
