"""What a metric is: a function from weights to values."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]
"""Array [resample, unit]: how often a unit (a line, an event) counts in a resample; 0 or more."""

Values = NDArray[np.float64]
"""Array [resample]: the figure of each resample; NaN where it is not defined."""

Metric = Callable[[Weights], Values]
"""A figure of the units, ready to be asked for any number of resamples at once."""

Counts = NDArray[np.float64]
"""Array [unit]: something counted or summed in each unit."""
