from slantwise.actors.first_names import MEN, WOMEN


def test_no_name_is_in_both_lists():
    assert not MEN & WOMEN
    assert "hillary" in WOMEN and "bernie" in MEN
