"""The opinion map: short statements, agree or disagree, and what unites the groups that form."""
