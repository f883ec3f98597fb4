"""Readers of what news sites, agencies and archives of the web give: one module a form.

Wire formats (ninjs, NewsML-G2), feeds (RSS, Atom), crawls (WARC, news-please), and lists of
addresses (Media Cloud, GDELT) that are joined to text given beside them.
"""
