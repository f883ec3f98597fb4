"""One analysed article in the terminal: marked text, then actors and findings as tables."""

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from slantwise.records import AnalysedArticle, Finding, Stance, State, Voice

_VOICES = {
    Voice.DIRECT: Style(color="cyan"),
    Voice.REPORTED: Style(color="cyan", italic=True),
    Voice.SCARE: Style(color="magenta"),
}
_FINDINGS = {
    Voice.OUTLET: Style(bold=True, underline=True, color="yellow"),
    Voice.DIRECT: Style(underline=True, color="cyan"),
    Voice.REPORTED: Style(underline=True, italic=True, color="cyan"),
    Voice.SCARE: Style(underline=True, color="magenta"),
}
_SIGNS = {Stance.AGAINST: "− against", Stance.NEUTRAL: "○ neutral", Stance.FAVOUR: "+ favour"}


def render(analysed: AnalysedArticle, console: Console | None = None) -> None:
    """Print the article: every finding is followed by its number in the table below the text."""
    console = console or Console()
    article = analysed.article.article
    heading = " · ".join(
        part
        for part in (
            article.outlet,
            article.published.date().isoformat() if article.published else "",
        )
        if part
    )
    if heading:
        console.print(Text(heading, style="dim"))
    console.print(marked_text(analysed), soft_wrap=False)
    console.print()
    console.print(
        Text("outlet's own words · ")
        .append("quoted", _VOICES[Voice.DIRECT])
        .append(" · ")
        .append("reported", _VOICES[Voice.REPORTED])
        .append(" · ")
        .append("scare quotes", _VOICES[Voice.SCARE])
        .append(" · ")
        .append("finding [n]", _FINDINGS[Voice.OUTLET])
    )
    console.print(_findings_table(analysed))
    console.print(_actors_table(analysed))
    for problem in analysed.problems:
        console.print(Text(f"not judged: {problem.message}", style="dim"))


def marked_text(analysed: AnalysedArticle) -> Text:
    """The article's text with voices and findings styled and findings numbered."""
    text = Text(analysed.text)
    for attribution in analysed.attributions:
        for span in attribution.content:
            text.stylize(_VOICES[attribution.voice], span.start, span.end)
    if title := analysed.article.title:
        text.stylize(Style(bold=True), title.start, title.end)
    for finding in analysed.findings:
        text.stylize(_FINDINGS[finding.voice], finding.span.start, finding.span.end)
    pieces, reached = Text(), 0
    for number, finding in enumerate(analysed.findings, 1):
        pieces.append_text(text[reached : finding.span.end])
        pieces.append(f"[{number}]", Style(dim=True))
        reached = finding.span.end
    return pieces.append_text(text[reached:])


def _findings_table(analysed: AnalysedArticle) -> Table:
    table = Table("#", "words", "kind", "voice", "falls on", "direction", "sure", box=None)
    names = {actor.id: actor.name for actor in analysed.actors}
    for number, finding in enumerate(analysed.findings, 1):
        table.add_row(
            str(number),
            Text(finding.span.of(analysed.text)),
            ", ".join(kind.value for kind in finding.kinds),
            Text(_voice(finding, names)),
            Text(", ".join(names.get(actor, actor) for actor in finding.actors) or "–"),
            finding.direction.value,
            f"{finding.confidence:.2f}",
        )
    return table


def _voice(finding: Finding, names: dict[str, str]) -> str:
    if finding.voice in (Voice.OUTLET, Voice.SCARE):
        return finding.voice.value
    speaker = names.get(finding.speaker or "", finding.speaker or "speaker not linked")
    return f"{finding.voice.value}: {speaker}"


def _actors_table(analysed: AnalysedArticle) -> Table:
    """Stance of the outlet's own voice toward each actor it names, most mentioned first."""
    table = Table("actor", "seen as", "part of", "outlet's stance", "p", "mentions", box=None)
    names = {actor.id: actor.name for actor in analysed.actors}
    actors = {actor.id: actor for actor in analysed.actors}
    rows = [s for s in analysed.stances if s.voice is Voice.OUTLET and s.speaker is None]
    for stance in sorted(rows, key=lambda row: -row.n_mentions):
        actor = actors.get(stance.actor)
        judgement = stance.judgement
        label = (
            _SIGNS[judgement.label]
            if judgement.label
            else ("? abstained" if judgement.state is State.ABSTAINED else "! failed")
        )
        table.add_row(
            Text(names.get(stance.actor, stance.actor)),
            Text(", ".join(actor.aliases_seen[:5]) if actor else ""),
            Text(names.get(actor.parent or "", actor.parent or "") if actor else ""),
            label,
            f"{judgement.probability:.2f}",
            str(stance.n_mentions),
        )
    return table
