"""The gold line of the task `agency`: from one JSON value to one checked item.

Stands beside `forms`, which reads the lines of the other tasks.
"""

from slantwise.evaluation.fields import Fields, inside
from slantwise.evaluation.items import GoldHarm, GoldHarms
from slantwise.records import HarmForm


def harms(value: object, place: str) -> GoldHarms:
    """A line of `agency`.

    Raises:
        GoldError: it has another form, or names a doer whose name the text does not hold.
    """
    fields = Fields(value, place, required=("id", "text", "harms"), optional=("topic",))
    text = fields.visible("text")

    def harm(part: object, where: str) -> GoldHarm:
        keys = Fields(part, where, required=("start", "end", "form"), optional=("doer",))
        doer = keys.visible("doer") if "doer" in keys else ""
        if doer.lower() not in text.lower():
            keys.refuse(f"'doer' is {doer!r}", "a name that the text holds")
        return GoldHarm(inside(keys, text), keys.label("form", HarmForm), doer)

    return GoldHarms(fields.string("id"), text, fields.several("harms", harm))
