"""Text: normalised, split into sentences and terms, and searched for patterns.

Of questions it knows nothing but their words (`known`), of answers nothing.
"""
