"""Discuss: threads on a recommendation, a cluster or a proposal; strategies proposed, amended and merged."""
