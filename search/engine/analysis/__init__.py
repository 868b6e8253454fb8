"""Reading Chinese: what the engine is told of a text, and what a reader's question means.

`characters` folds a text character by character, so that a part of it stays a part; `words` cuts
it, `numbers` reads figures and dates in it; `pinyin`, `syllables` and `slips` give names their
other forms; `chunks`, `near` and `query_text` read questions; `synonyms`, `spelling` and
`passages` serve the page. `chinese.ChineseAnalysis` is all of it as the engine asks for it.
"""
