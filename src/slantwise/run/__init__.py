"""The run folder: the record of an analysis on disk."""

from slantwise.run.disk import sweep, write_whole
from slantwise.run.folder import (
    RunFolder,
    counts,
    is_run,
    open_run,
    start_run,
)
from slantwise.run.inputs import Inputs, Listing, keep_listing, listed, read_listing
from slantwise.run.lock import Holder, locked
from slantwise.run.manifest import Manifest, Tally
from slantwise.run.parts import MadePart, Outcome, PartWriter, Staged
from slantwise.run.receipts import Receipt, Sitting, read_receipts
from slantwise.run.status import Fault, Rate, RunStatus, run_status
from slantwise.run.store import Store, is_ingested, stored_records, write_left_out
from slantwise.run.store_manifest import StoreManifest
from slantwise.run.stored import FileCounts, LeftOut
from slantwise.run.stored_shards import StoredShard, add_shard, sound_shards
from slantwise.run.verification import Verification, verify_run

__all__ = [
    "Fault",
    "FileCounts",
    "Holder",
    "Inputs",
    "LeftOut",
    "Listing",
    "MadePart",
    "Manifest",
    "Outcome",
    "PartWriter",
    "Rate",
    "Receipt",
    "RunFolder",
    "RunStatus",
    "Sitting",
    "Staged",
    "Store",
    "StoreManifest",
    "StoredShard",
    "Tally",
    "Verification",
    "add_shard",
    "counts",
    "is_ingested",
    "is_run",
    "keep_listing",
    "listed",
    "locked",
    "open_run",
    "read_listing",
    "read_receipts",
    "run_status",
    "sound_shards",
    "start_run",
    "stored_records",
    "sweep",
    "verify_run",
    "write_left_out",
    "write_whole",
]
