"""Sheets and exports."""
