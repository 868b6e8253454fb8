"""What a model's ``search_fields`` may ask of this search, by keyword.

``index.SearchField("title", boost=3, pinyin=True)``: modelsearch keeps keywords that it does not
know, so that a model declares its wishes without importing anything of ours.
"""

# A text: found by pinyin, initials, homophones and slips; found from the middle of a sentence
# (on unless set to False, which saves space).
TEXT_WISHES = frozenset({"pinyin", "substrings"})
# A text column that the database alone looks into, while there is no index to ask: it gathers
# what stands in other fields of the index.
FALLBACK = "fallback"
# A filter: several values in one field, as a callable's list.
COLUMN_WISHES = frozenset({"multi"})
