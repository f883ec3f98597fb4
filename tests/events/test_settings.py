import pytest

from slantwise.errors import SettingsError
from slantwise.events import EventSettings


def test_every_setting_is_signed():
    signed = EventSettings(threshold=0.3).signed()
    assert signed["events_threshold"] == "0.3"
    assert len(signed) == len(EventSettings.__slots__)


@pytest.mark.parametrize(
    "wrong",
    [
        {"threshold": 0},
        {"undated_threshold": 1.5},
        {"window_days": -1},
        {"day_decay": 0.25},
        {"lead_words": -1},
        {"title_weight": 0},
        {"copy_containment": 0},
        {"copy_length_ratio": 2},
    ],
)
def test_a_value_out_of_range_is_named(wrong):
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        EventSettings(**wrong)
