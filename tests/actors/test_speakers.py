import pytest


def speakers(linking):
    return [attribution.speaker for attribution in linking.attributions]


@pytest.mark.parametrize(
    ("marked", "source", "speaker"),
    [
        ("According to Turkish Defense Ministry sources cited by Hamas",
         "Turkish Defense Ministry sources cited by Hamas", "turkiye/defense-ministry"),
        ("A senior Israeli official said", "A senior Israeli official", "israel/officials"),
        ("Turkish Foreign Minister [PERSON Hakan Fidan] said",
         "Turkish Foreign Minister Hakan Fidan", "hakan-fidan"),
        ("a spokesman for the Turkish Defense Ministry said",
         "a spokesman for the Turkish Defense Ministry", "turkiye/defense-ministry"),
        ("the US-backed Syrian army said", "the US-backed Syrian army", "syria/army"),
        ("[PERSON Ann Lund]’s aide [PERSON Bo Berg] said", "Ann Lund’s aide Bo Berg",
         "unlisted:bo-berg"),
        ("[PERSON Ann Lund], leader of Hamas, said", "Ann Lund, leader of Hamas",
         "unlisted:ann-lund"),
        ("Hamas in Lebanon said", "Hamas in Lebanon", "hamas"),
        ("two western sources who spoke with Hamas said",
         "two western sources who spoke with Hamas", "unlisted:western-sources"),
        ("[PERSON Ann Lund]’s critics said", "Ann Lund’s critics", "unlisted:ann-lund-critics"),
        ("the report said", "the report", None),
    ],
)  # fmt: skip
def test_the_head_of_the_source_speaks(linked, marked, source, speaker):
    assert speakers(linked(marked, source)) == [speaker]


@pytest.mark.parametrize(
    ("marked", "sources", "expected"),
    [
        ("The Turkish Defense Ministry spoke. It added this.",
         ("The Turkish Defense Ministry", "It"), "turkiye/defense-ministry"),
        ("Israeli officials spoke. They added this.", ("Israeli officials", "They"),
         "israel/officials"),
        ("[PERSON Ann Lund] spoke. She added this.", ("Ann Lund", "She"), "unlisted:ann-lund"),
        ("[PERSON Ann Lund] spoke. It added this.", ("Ann Lund", "It"), None),
        ("Israeli officials spoke. She added this.", ("Israeli officials", "She"), None),
        ("Turkish and Israeli armies met. The Israeli army said so. The army added this.",
         ("The Israeli army", "The army"), "idf"),
        ("Hamas spoke. A. B. C. D. E. It added this.", ("Hamas", "It"), None),
    ],
)  # fmt: skip
def test_going_on_with_the_speaker_before(linked, marked, sources, expected):
    assert speakers(linked(marked, *sources))[-1] == expected


def test_the_same_unnamed_sources_speak_again(linked):
    linking = linked(
        "Two western sources spoke. Hamas left. The sources told Hamas.",
        "Two western sources", "The sources",
    )  # fmt: skip
    assert speakers(linking) == ["unlisted:western-sources"] * 2
    actor = next(a for a in linking.actors if a.id == "unlisted:western-sources")
    assert actor.aliases_seen == ("Two western sources", "The sources")


def test_it_becomes_a_mention_of_the_speaker(linked, pairs):
    marked = "Hamas spoke. It added this."
    assert pairs(marked, linked(marked, "Hamas", "It")) == [
        ("Hamas", "hamas", "name"), ("It", "hamas", "pronoun"),
    ]  # fmt: skip


def test_order_and_everything_else_of_an_attribution_is_kept(table, encode):
    from slantwise.actors import link
    from slantwise.records import Attribution, Span, Voice

    encoded = encode("Hamas spoke. Syria spoke.")
    second = Attribution(Voice.DIRECT, (Span(19, 24),), source=Span(13, 18), cited_by=1)
    first = Attribution(Voice.REPORTED, (Span(6, 11),), source=Span(0, 5), evidence="rule")
    scare = Attribution(Voice.SCARE, (Span(0, 5),))
    filled = link(encoded, (second, first, scare), table).attributions
    assert [a.speaker for a in filled] == ["syria", "hamas", None]
    assert (filled[0].cited_by, filled[1].evidence) == (1, "rule")
    assert second.speaker is None and filled[2] == scare
