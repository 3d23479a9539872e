"""Minutes that write themselves from agenda, decisions, actions and numbers, edited by the rapporteur."""
