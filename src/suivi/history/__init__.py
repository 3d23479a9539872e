"""Who did what, and when: names as text, chained hashes, no foreign keys; it outlives what it tells of."""
