"""Everything that changes an opinion map: preparing and moving it, its statements, votes, results."""
