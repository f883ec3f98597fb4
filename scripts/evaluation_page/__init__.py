"""The figures of docs/evaluation.md: which there are, measuring them, and the page."""
