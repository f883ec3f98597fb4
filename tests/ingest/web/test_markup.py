from lxml import etree

from slantwise.ingest.web.markup import html_paragraphs, one_line, paragraphs_in, text_paragraphs


def test_blocks_part_and_inline_elements_do_not() -> None:
    assert html_paragraphs("<div>a<div>b <i>c</i></div>d</div>") == ["a", "b c", "d"]
    assert html_paragraphs("<ul><li>a<li>b</ul>") == ["a", "b"]
    assert html_paragraphs("<p>a<br>b</p>c<br/><br/>d") == ["a b", "c", "d"]


def test_no_text_is_lost_around_what_is_left_out() -> None:
    assert html_paragraphs("a<!-- x -->b<script>y</script>c <style>z</style>d") == ["abc d"]
    assert html_paragraphs("<p>a</p><figure><figcaption>x</figcaption></figure>b") == ["a", "b"]


def test_text_that_is_no_markup_stays() -> None:
    assert html_paragraphs("plain & <3 >") == ["plain & <3 >"]
    assert html_paragraphs("") == html_paragraphs("</p>") == []
    assert html_paragraphs("A\x00B\ud83d") == ["A B\ufffd"]


def test_trees_in_any_namespace() -> None:
    tree = etree.fromstring("<n xmlns='urn:x'><p>In <location>Oslo</location>.</p><hl2>H</hl2></n>")
    assert paragraphs_in(tree) == ["In Oslo.", "H"]


def test_plain_text_and_lines() -> None:
    assert text_paragraphs("a\nb\n\nc") == ["a\nb", "c"]
    assert one_line([" a\n b", "c"]) == "a b c"
    assert (text_paragraphs(""), one_line([])) == ([], "")


def test_a_tag_that_is_no_name_is_no_crash() -> None:
    assert html_paragraphs("<p>One.</p><p!two.<x>Two.") == html_paragraphs(
        "<p>One.</p><p!two.<x>Two."
    )
    assert html_paragraphs("<p>One.</p><b!two.<>Two.")[0].startswith("One.")
