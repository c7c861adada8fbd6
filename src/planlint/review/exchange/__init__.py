"""Reviewed facts as annotations of other tools and back: Label Studio, doccano. Spans count code points, as everywhere here."""
