"""Converters from public releases, and from our own corpora, to gold files.

One module a release; `table` names them all. Each gives `GoldSet`s and says what it left out.
"""
