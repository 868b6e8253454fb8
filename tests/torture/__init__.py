"""Faults done to the search, not imagined: processes killed, disks full, files damaged, many at
once. `make torture`, or `python -m tests.torture kills disk` for single parts. See README.md."""
