"""`python -m slantwise.cli`."""

from slantwise.cli.app import main

main()
