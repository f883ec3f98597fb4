import gzip
import io

import pytest

from slantwise.errors import SettingsError
from slantwise.ingest.unpacking import Metered, Unpacking, UnpackingError


def test_limits_below_one_are_refused() -> None:
    with pytest.raises(SettingsError, match="max_ratio is 0"):
        Unpacking(max_ratio=0)


def test_a_ratio_counts_above_ten_megabytes_only() -> None:
    limits = Unpacking(max_ratio=100)
    assert not limits.is_bomb(1, 10_000_000)
    assert not limits.is_bomb(200_000, 20_000_000)
    assert limits.is_bomb(199_999, 20_000_000)


def test_a_stream_stops_where_the_limit_is_passed() -> None:
    packed = io.BufferedReader(io.BytesIO(gzip.compress(b"x" * 30_000_000)))  # type: ignore[type-var]
    stream = Metered(gzip.GzipFile(fileobj=packed), packed, Unpacking())
    assert stream.readable()
    with pytest.raises(UnpackingError, match="200 times"):
        while stream.read(1_000_000):
            pass
