"""The outlet table: names and web addresses resolved to one outlet, or to none."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from slantwise.errors import SettingsError
from slantwise.outlets.entries import Outlet
from slantwise.outlets.folding import fold_name, parted, without_edition
from slantwise.outlets.reading import read_countries, read_file

_COUNTRIES = "countries.yaml"


@dataclass(frozen=True, slots=True, init=False, eq=False)
class OutletTable:
    """Outlets by id, name and domain.

    Attributes:
        outlets: id → entry, in order of id.
        marks: agency by what stands for it in bylines and datelines, in its very capitals.
    """

    outlets: Mapping[str, Outlet]
    marks: Mapping[str, Outlet]
    _countries: Mapping[str, tuple[str, ...]]
    _names: Mapping[str, Outlet]
    _shared: frozenset[str]
    _domains: Mapping[str, Outlet]
    _bases: Mapping[str, tuple[Outlet, ...]]

    def __init__(
        self, outlets: Iterable[Outlet] = (), countries: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        """A table of these entries, checked against one another.

        Args:
            outlets: the entries.
            countries: names of countries by code, as they may stand behind an outlet's name.

        Raises:
            SettingsError: an id, a domain or a mark stands twice, or two outlets claim a name
                and not both call it ambiguous.
        """
        entries = {outlet.id: outlet for outlet in outlets}
        ordered = [entries[key] for key in sorted(entries)]
        shared = frozenset(fold_name(name) for entry in ordered for name in entry.ambiguous)
        bases: dict[str, tuple[Outlet, ...]] = {}
        for entry in ordered:
            for base in {fold_name(parted(name)[0]) for name in (entry.name, *entry.aliases)}:
                bases[base] = (*bases.get(base, ()), entry)
        object.__setattr__(self, "outlets", MappingProxyType({e.id: e for e in ordered}))
        object.__setattr__(self, "marks", _index(ordered, "mark", lambda e: e.marks))
        object.__setattr__(self, "_countries", {k: tuple(v) for k, v in (countries or {}).items()})
        object.__setattr__(self, "_names", _index(ordered, "name", _certain_names))
        object.__setattr__(self, "_shared", shared)
        object.__setattr__(self, "_domains", _index(ordered, "domain", lambda e: e.domains))
        object.__setattr__(self, "_bases", bases)
        _check_shared(ordered, shared)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its entries: worker processes build the indexes anew."""
        return OutletTable, (tuple(self.outlets.values()), dict(self._countries))

    def resolve(self, name: str, url: str = "") -> Outlet | None:
        """The outlet that bears the name, or whose web address it is; None where not known.

        The name decides. The address speaks where there is no name, where several outlets bear
        it, and where the name is itself an address.

        >>> guardian = Outlet("g", "The Guardian", "GB", domains=("gu.example",))
        >>> table = OutletTable([guardian], {"GB": ("UK",)})
        >>> [bool(table.resolve(name)) for name in ("GUARDIAN (uk)", "The Guardian (Lagos)", "X")]
        [True, False, False]
        >>> table.resolve("", "https://www.gu.example/a").name
        'The Guardian'
        """
        found = self._by_name(name) if name.strip() else None
        if found is not None:
            return found
        if not name.strip() or fold_name(name) in self._shared:
            return self.by_domain(url)
        return self.by_domain(name) if "." in name and " " not in name.strip() else None

    def by_domain(self, address: str) -> Outlet | None:
        """The outlet whose web address or host it is; None where not known.

        The longest listed domain counts, so that a host below another may be another outlet.
        """
        host = _host(address)
        while host:
            if host in self._domains:
                return self._domains[host]
            host = host.partition(".")[2]
        return None

    def digest(self) -> str:
        """SHA-256 of the content, the same however entries are spread over files."""
        names = [f.name for f in fields(Outlet) if f.name not in ("path", "line")]
        content = [{n: getattr(entry, n) for n in names} for entry in self.outlets.values()]
        text = json.dumps([content, dict(self._countries)], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    def _by_name(self, name: str) -> Outlet | None:
        for written in dict.fromkeys((name, without_edition(name))):
            found = self._names.get(fold_name(written)) or self._at_place(*parted(written))
            if found is not None:
                return found
        return None

    def _at_place(self, base: str, place: str) -> Outlet | None:
        """The one outlet of that name that is of that place or country; None for none or two."""
        if not place:
            return None
        wanted = {fold_name(part) for part in place.split(",")}
        fitting = [
            entry
            for entry in self._bases.get(fold_name(base), ())
            if wanted <= {fold_name(p) for p in (*entry.places, *self._country_names(entry))}
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _country_names(self, entry: Outlet) -> tuple[str, ...]:
        return self._countries.get(entry.country, ())


def read_outlets(paths: Sequence[Path | str]) -> OutletTable:
    """The outlet table of one or several YAML files, or folders that hold `outlets.yaml`.

    A later path adds entries, and replaces those of the same id from earlier paths. A folder's
    `countries.yaml`, where it has one, gives the names of countries.

    Raises:
        SettingsError: a path does not exist, or a table is not valid; with file and line.
    """
    entries: dict[str, Outlet] = {}
    countries: dict[str, tuple[str, ...]] = {}
    for path in map(Path, paths):
        if not path.exists():
            raise SettingsError(f"there is no outlet table {path}; expected a YAML file.")
        if path.is_dir() and (path / _COUNTRIES).is_file():
            countries |= read_countries(path / _COUNTRIES)
        own: dict[str, Outlet] = {}
        for entry in read_file(path / "outlets.yaml" if path.is_dir() else path):
            if entry.id in own:
                raise _clash(entry, own[entry.id], "id", entry.id)
            own[entry.id] = entry
        entries |= own
    return OutletTable(entries.values(), countries)


def _certain_names(entry: Outlet) -> tuple[str, ...]:
    """The folded names that stand for this outlet alone."""
    shared = {fold_name(name) for name in entry.ambiguous}
    folded = (fold_name(name) for name in (entry.name, *entry.aliases))
    return tuple(dict.fromkeys(name for name in folded if name and name not in shared))


def _index(
    entries: Iterable[Outlet], what: str, names: Callable[[Outlet], Iterable[str]]
) -> Mapping[str, Outlet]:
    found: dict[str, Outlet] = {}
    for entry in entries:
        for name in names(entry):
            if name in found and found[name] is not entry:
                raise _clash(entry, found[name], what, name)
            found[name] = entry
    return MappingProxyType(found)


def _check_shared(entries: Iterable[Outlet], shared: frozenset[str]) -> None:
    """A name that one outlet calls ambiguous, another must not claim for itself alone."""
    for entry in entries:
        for name in _certain_names(entry):
            if name in shared:
                raise SettingsError(
                    f"outlet table {entry.where}: the name {name!r} of {entry.id!r} is listed as "
                    "ambiguous by another outlet. List it under 'ambiguous' here too."
                )


def _clash(entry: Outlet, other: Outlet, what: str, name: str) -> SettingsError:
    advice = (
        "List it under 'ambiguous' in both, or take it out of one."
        if what == "name"
        else "Take it out of one of them."
    )
    return SettingsError(
        f"outlet table {entry.where}: the {what} {name!r} of {entry.id!r} stands already in "
        f"{other.where} ({other.id!r}). {advice}"
    )


def _host(address: str) -> str:
    text = address.strip().lower()
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")
