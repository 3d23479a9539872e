"""The hall: live mode for the projector, the page on participants' phones, and the outbox for bad lines."""
