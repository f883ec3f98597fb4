"""Coding by people: a sample of a run, sent to coders, taken back and held against the model.

Beside the pipeline: takes a finished run; `comparison` corrects its gaps with what comes back.
"""

from slantwise.coding.agreement import Agreement, agreement
from slantwise.coding.alpha import Alpha, Metric, alpha
from slantwise.coding.calls import code_agreement, code_export, code_import, code_sample
from slantwise.coding.exchange import FORMS, Form, Import, export_sample, import_codings
from slantwise.coding.files import (
    CODED,
    KEY,
    SAMPLE,
    read_coded,
    read_sample,
    write_coded,
    write_sample,
)
from slantwise.coding.records import Coded, Coding, Sample, Task
from slantwise.coding.sampling import draw_sample
from slantwise.coding.settings import SampleSettings

__all__ = [
    "CODED",
    "FORMS",
    "KEY",
    "SAMPLE",
    "Agreement",
    "Alpha",
    "Coded",
    "Coding",
    "Form",
    "Import",
    "Metric",
    "Sample",
    "SampleSettings",
    "Task",
    "agreement",
    "alpha",
    "code_agreement",
    "code_export",
    "code_import",
    "code_sample",
    "draw_sample",
    "export_sample",
    "import_codings",
    "read_coded",
    "read_sample",
    "write_coded",
    "write_sample",
]
