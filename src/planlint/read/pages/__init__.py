"""Printed pages: pieces of text with their places in, paragraphs, tables and margins in reading order out."""
