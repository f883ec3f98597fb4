import pytest

from slantwise.comparison import ComparisonSettings
from slantwise.errors import SettingsError
from slantwise.events import EventSettings


def test_own_settings_and_those_of_events_are_signed():
    signed = ComparisonSettings(minimum_units=7, events=EventSettings(window_days=2)).signed()
    assert signed["comparison_minimum_units"] == "7"
    assert signed["comparison_min_confidence"] == "None"
    assert signed["events_window_days"] == "2"
    assert all(isinstance(value, str) for value in signed.values())


def test_every_setting_is_signed():
    own = set(ComparisonSettings.__slots__) - {"events"}
    names = {f"comparison_{name}" for name in own}
    names |= {f"events_{name}" for name in EventSettings.__slots__}
    assert set(ComparisonSettings().signed()) == names


@pytest.mark.parametrize(
    "wrong",
    [
        {"seed": -1},
        {"n_resamples": 100},
        {"minimum_units": 1},
        {"max_actors": -1},
        {"min_confidence": 1.1},
    ],
)
def test_a_value_out_of_range_is_named(wrong):
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        ComparisonSettings(**wrong)
