"""The office's screens for the archive, inside Wagtail's admin."""
