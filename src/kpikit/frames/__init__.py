"""The same verdicts as columns of a data frame, on the engine that a user already has."""
