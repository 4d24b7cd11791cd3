"""Contradictions: of a reference, of what is known to be so, or of what somebody says they did.

Denials and opposites, swapped facts, other figures, and common misconceptions.
"""
