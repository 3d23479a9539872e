"""People, organisations, coalitions, roles, zones."""
