"""Settings of the `duplicates` stage."""

from dataclasses import dataclass, fields

from slantwise.errors import SettingsError


@dataclass(frozen=True, slots=True)
class DuplicateSettings:
    """When two articles of one outlet are one article.

    Attributes:
        similarity: share of common five-word sequences (Jaccard) from which two texts are
            versions of one article.
        same_url_similarity: the same where both stand at one address; below it, the address is
            taken to be that of a page of many articles.
        window_days: versions lie no further apart than this, counted from the first.

    Raises:
        SettingsError: a value is out of range.
    """

    similarity: float = 0.7
    same_url_similarity: float = 0.2
    window_days: int = 7

    def __post_init__(self) -> None:
        for name in ("similarity", "same_url_similarity"):
            if not 0 < getattr(self, name) <= 1:
                raise SettingsError(
                    f"duplicate setting {name} is {getattr(self, name)}; expected above 0, at "
                    "most 1; leave it out for the default"
                )
        if self.window_days < 0:
            raise SettingsError(
                f"duplicate setting window_days is {self.window_days}; expected 0 or more"
            )

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature.

        >>> DuplicateSettings(window_days=3).signed()["duplicates_window_days"]
        '3'
        """
        return {
            f"duplicates_{field.name}": str(getattr(self, field.name)) for field in fields(self)
        }
