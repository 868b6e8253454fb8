"""The demo's illustrations: flat, layered paper in the manner of a paper-cut or a woodblock.

A module that holds scenes ends with ``SCENES``, a scene's key with the function that lays it on
a sheet; ``goodpeople.demo.drawings`` finds them all. The others hold what scenes are made of.
"""
