"""What a plan says of itself: title, issuer, number, dates, period, kind. Nothing is guessed; what is not said is None."""

from planlint.terms.metadata.document_data import find_document_data

__all__ = ["find_document_data"]
