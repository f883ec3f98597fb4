"""What can be read, for researchers to look up: the formats, and what may hold them."""

from dataclasses import dataclass

from slantwise.ingest.formats import FORMATS


@dataclass(frozen=True, slots=True)
class Readable:
    """One form that articles may come in.

    Attributes:
        name: what `--format` calls it; for a container, what it is called here.
        description: what it is.
        suffixes: how the names of such files usually end; the name alone decides nothing.
        known_by: what it is recognised by.
        fields: fields of an article that it can give; for a container none, as those are of
            what it holds.
        is_container: whether it holds files of other forms.
    """

    name: str
    description: str
    suffixes: tuple[str, ...]
    known_by: str
    fields: tuple[str, ...] = ()
    is_container: bool = False


_CONTAINERS = (
    Readable(
        name="folder",
        description="folder, and the folders below it; what is plainly no article is passed over",
        suffixes=(),
        known_by="being a folder",
        is_container=True,
    ),
    Readable(
        name="zip",
        description="ZIP archive of any of these, archives inside it too",
        suffixes=(".zip",),
        known_by="first bytes PK, and being no Office document",
        is_container=True,
    ),
    Readable(
        name="gz",
        description="any of these, packed by gzip",
        suffixes=(".gz",),
        known_by="first bytes 1F 8B",
        is_container=True,
    ),
    Readable(
        name="hub",
        description="data set by its name on a hub, as hub:OWNER/NAME or hub:OWNER/NAME@SPLIT",
        suffixes=(),
        known_by="a path that begins with hub:",
        is_container=True,
    ),
)


def readable() -> tuple[Readable, ...]:
    """Every form that can be read, in the order in which they are tried, then what holds them.

    >>> [form.name for form in readable()][-4:]
    ['folder', 'zip', 'gz', 'hub']
    """
    formats = (
        Readable(entry.name, entry.description, entry.suffixes, entry.known_by, entry.fields)
        for entry in FORMATS
    )
    return (*formats, *_CONTAINERS)
