"""Item models: evidence as rows, cards and tables."""
