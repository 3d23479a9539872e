"""Decide by consent: agree, stand aside, object with a reason; quorum, deadline, one voice each."""
