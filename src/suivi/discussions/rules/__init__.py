"""The words of discussing, where strategies and amendments may stand, and how texts are compared."""
