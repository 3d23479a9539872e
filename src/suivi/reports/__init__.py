"""Puts what the house knows on paper: reads every domain; no domain reads it."""
