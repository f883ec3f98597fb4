"""The list of inputs: sums, digests, and memory that does not grow with the files."""

import hashlib
import os
import tracemalloc

import pytest

from slantwise.errors import RunError
from slantwise.records import FileDigest
from slantwise.run import Inputs, keep_listing, listed, read_listing


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


ONE, TWO = FileDigest("b.txt", digest("one"), 3), FileDigest("a.txt", digest("two"), 4)


def test_a_list_is_summed_and_comes_back_in_order(tmp_path):
    with listed(tmp_path, [ONE, TWO]) as listing:
        keep_listing(tmp_path, listing)
    assert list(read_listing(tmp_path / "inputs.jsonl")) == [ONE, TWO]
    content = (tmp_path / "inputs.jsonl").read_bytes()
    assert listing.inputs == Inputs(
        n_files=2,
        n_bytes=7,
        listing=hashlib.sha256(content).hexdigest(),
        contents=digest("\n".join(sorted([digest("one"), digest("two")]))),
    )
    assert [path.name for path in tmp_path.iterdir()] == ["inputs.jsonl"]


def test_contents_are_named_alike_wherever_they_lie_and_the_list_is_not(tmp_path):
    moved = [FileDigest(f"elsewhere/{one.path}", one.sha256, one.n_bytes) for one in (TWO, ONE)]
    with listed(tmp_path, [ONE, TWO]) as here, listed(tmp_path, moved) as there:
        assert here.inputs.contents == there.inputs.contents
        assert here.inputs.listing != there.inputs.listing


def test_no_files_are_an_empty_list(tmp_path):
    with listed(tmp_path, []) as listing:
        assert listing.inputs == Inputs()
        assert listing.temporary.read_bytes() == b""
    assert list(tmp_path.iterdir()) == []
    assert list(read_listing(tmp_path / "inputs.jsonl")) == []


def test_a_name_that_is_no_text_comes_back(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    with listed(tmp_path, [FileDigest(name, digest(""), 0)]) as listing:
        (found,) = read_listing(listing.temporary)
    assert os.fsencode(found.path) == b"caf\xe9.txt"


def test_a_fault_while_the_files_are_read_leaves_nothing(tmp_path):
    def files():
        yield ONE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), listed(tmp_path, files()):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_none_is_said(tmp_path):
    with pytest.raises(RunError, match="cannot be written"), listed(tmp_path / "no", [ONE]):
        pass


def test_memory_is_a_few_dozen_bytes_a_file(tmp_path):
    n_files = 20_000
    files = (FileDigest(f"folder/of/an/outlet/{n}.html", digest(str(n)), n) for n in range(n_files))
    tracemalloc.start()
    with listed(tmp_path, files) as listing:
        assert sum(1 for _ in read_listing(listing.temporary)) == n_files
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # 65 bytes a file, doubled at worst while the array grows, and a piece of 1,024 lines.
    assert peak < 150 * n_files + 2_000_000
