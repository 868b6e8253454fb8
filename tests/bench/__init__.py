"""Search engines side by side on made-up Chinese archives: `python -m tests.bench`."""
