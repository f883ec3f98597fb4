from slantwise.ingest.saved_from import saved_from


def test_comments_of_browsers_and_of_singlefile() -> None:
    assert saved_from("<html>\n<!-- saved from url=(0014)https://a.test/b -->") == (
        "https://a.test/b",
    )
    single = "<!--\n Page saved with SingleFile \n url: https://a.test/c \n saved date: x\n-->"
    assert saved_from("<html>" + single) == ("https://a.test/c",)


def test_none() -> None:
    assert saved_from("") == saved_from("<!-- saved from url=(0014)about:blank -->") == ()
    assert saved_from(" " * 5000 + "<!-- saved from url=(0014)https://a.test/b -->") == ()
