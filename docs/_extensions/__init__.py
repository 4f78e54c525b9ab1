"""What the site needs beyond its pages: one module for each thing."""
