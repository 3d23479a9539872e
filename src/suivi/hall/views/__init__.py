"""The pages of the hall: the phone's, the wall's with its remote, and the worker that opens a page offline."""
