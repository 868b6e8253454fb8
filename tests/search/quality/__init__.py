"""How well the search finds: labelled questions over the samples among made-up profiles."""
