"""Suivi: what civil society does after a State's Universal Periodic Review."""

__version__ = "0.1.0"
