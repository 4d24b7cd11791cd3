"""The text of the report: reasons for a level, better versions of answers, next steps."""
