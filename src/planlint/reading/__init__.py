"""The text being read: half-sentences with what stands in them, asked by place."""

from planlint.reading.reading import HalfSentence, Reading

__all__ = ["HalfSentence", "Reading"]
