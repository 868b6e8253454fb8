"""The demo's illustrations: flat, layered paper in the manner of a paper-cut or a woodblock."""
