"""The report's prose: why a level was given, better versions of answers, next steps."""
