"""The encoder's state of a sentence as a further output of a shipped graph.

A codebook's small classifiers read it. The graph on disk stays as it is: one output is named
beside the others when the graph is opened, which changes no other output by a bit.
"""

from slantwise.errors import ModelError

STATE = "/network/bias/Concat_output_0"
"""First token's state and mean of the others, as the sentence head of our export reads them."""

_LENGTH_DELIMITED = 2
_GRAPH = 7
_OUTPUT = 12
_NAME = 1


def with_state(graph: bytes, *, where: str) -> bytes:
    """The graph with the sentence state among its outputs.

    Protocol buffers join a message that stands twice, so an output appended at the end joins
    those of the graph (field numbers: ModelProto.graph, GraphProto.output, ValueInfoProto.name).

    Raises:
        ModelError: the graph holds no such state; `where` names it.
    """
    name = STATE.encode()
    if name not in graph:
        raise ModelError(
            f"{where} gives no sentence state, which labelled sentences of a codebook need. Use "
            "a model made by `slantwise train`, or leave the labelled sentences out."
        )
    return graph + _field(_GRAPH, _field(_OUTPUT, _field(_NAME, name)))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _LENGTH_DELIMITED) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    parts = bytearray()
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*parts, number])
