"""What follows from many evaluations: findings, grades, trends, editions compared."""
