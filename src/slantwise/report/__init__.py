"""The report stage: a comparison and its articles become one offline page, Markdown and CSV.

Last in the pipeline. It shows figures and the sentences behind them; it computes no statistics.
"""

from slantwise.report.extras import Extras
from slantwise.report.pdf import require_pdf
from slantwise.report.settings import ReportFiles, ReportSettings
from slantwise.report.summary import summary_lines
from slantwise.report.write import write

__all__ = ["Extras", "ReportFiles", "ReportSettings", "require_pdf", "summary_lines", "write"]
