"""What somebody tells: of what happened, of what they did, of themselves.

How a story is told and of which theme it is, where it took place, what binds its sentences."""
