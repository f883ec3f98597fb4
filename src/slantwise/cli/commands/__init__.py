"""One module a command; `slantwise.cli.app` holds the table of them."""
