"""The drafter's own Word file in, the same file with a comment on the words of each finding out, and repairs as tracked changes.

金额区间缺单位 is a comment on 50—100万元; with the fix, 万元 is struck in as an insertion that the drafter accepts or rejects.
"""

from planlint.annotate.author import Author, author_now
from planlint.annotate.docx import Draft, Note, TextChanged
from planlint.annotate.grouped import grouped

__all__ = ["Author", "Draft", "Note", "TextChanged", "author_now", "grouped"]
