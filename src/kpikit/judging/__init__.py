"""From evidence to a verdict, and from a verdict to words and counts."""
