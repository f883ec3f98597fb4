"""What the speed measurements share: the machine, its matrix peak, stages, peers, and the page."""
