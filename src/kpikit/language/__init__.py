"""The language of KPI tables: every Japanese word that a reader acts on, in one place."""
