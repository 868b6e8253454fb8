"""A full-text engine in a folder: NumPy over memory-mapped segments, exact and crash-safe.

It knows no Django, no Wagtail and no honouree. `index.open_index` is the way in; `queries` holds
what can be asked, `schema` and `documents` what can be stored, `errors` all that can go wrong.
"""
