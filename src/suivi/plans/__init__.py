"""What comes out: implementation plan, action strategy and actions, as tables that travel through Excel."""
