"""The peer: the same contract as its document describes it, on FastAPI and async SQLAlchemy."""
