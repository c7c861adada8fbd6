r"""A Han character in a pattern: `HAN + "{2,}局"` finds 财政局.

It says "a letter, but no digit and none of A to Z". The range 一-鿿 says nearly the same, but `re` takes half a millisecond to compile each
set that holds it, and there are dozens: a third of the whole start.
"""

HAN = r"[^\W\da-zA-Z_]"
