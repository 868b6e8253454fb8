"""The picture that goes with a link when somebody sends it: 1200 × 630, in the site's own paper.

``lines`` breaks Chinese and English into lines, ``faces`` writes with what the two fonts hold,
``paper`` cuts the ground, and ``card`` puts a card together. None of them knows a page.
"""
