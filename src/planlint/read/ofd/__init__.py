"""OFD files (GB/T 33190, the layout format of government offices): bytes in, the text by page out, as for PDF."""

from planlint.read.ofd.document import read_ofd

__all__ = ["read_ofd"]
