"""Template tags of the style page."""
