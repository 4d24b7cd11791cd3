"""Answers that say the contrary: of a reference, of what is so, or of what somebody did.

Denials and opposites, exchanged facts, other figures, and what people commonly get wrong."""
