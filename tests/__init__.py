"""Tests of the whole house. Those of one domain stand beside it, in `src/`."""
