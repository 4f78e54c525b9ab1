"""The values that a plan is made of: periods, quantities, rules, indicators."""
