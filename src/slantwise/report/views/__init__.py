"""What the page shows, as small frozen records made from the comparison by pure functions."""
