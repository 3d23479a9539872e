"""The starter: what a newcomer meets first."""
