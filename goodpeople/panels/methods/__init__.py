"""Arrays in, arrays out: no Django, no database, nothing of a nomination."""
