"""How the program starts fast: compiled patterns and parsed rule files are kept from one start to the next, in the user's cache folder.

Nothing else in planlint knows of it. `PLANLINT_NO_CACHE=1` starts without.
"""
