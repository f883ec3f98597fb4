import pytest

from slantwise.duplicates import DuplicateSettings
from slantwise.errors import SettingsError


@pytest.mark.parametrize(
    "values", [{"similarity": 0}, {"same_url_similarity": 1.1}, {"window_days": -1}]
)
def test_values_out_of_range_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(SettingsError, match=next(iter(values))):
        DuplicateSettings(**values)  # type: ignore[arg-type]
