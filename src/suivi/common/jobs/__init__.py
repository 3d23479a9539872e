"""Long work, done by the worker: with progress, a heartbeat, a way to cancel, and a second try where a worker died."""
