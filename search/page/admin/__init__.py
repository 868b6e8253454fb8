"""The search page's screens in Wagtail's admin: synonyms, and searches that found nothing."""
