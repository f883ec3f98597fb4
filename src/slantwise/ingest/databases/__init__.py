"""Readers of the files that news databases export: Nexis, Factiva and ProQuest, one module each.

A reader turns its file into documents (`documents`), each a run of parts in the order of the
file; drafts, counts and checks are then made in one place for all of them.
"""
