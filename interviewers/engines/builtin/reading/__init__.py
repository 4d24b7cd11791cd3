"""Text as it is read: letters, words, sentences, and patterns that are looked for in them.

Knows nothing of questions but their words (`known`), and of answers nothing."""
