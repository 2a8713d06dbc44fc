"""Guards: passages of a resume or a posting that are there to move a score, not to tell something.

Each module finds one kind and says where; `trim` takes the passages out of the document, so that all later code works
on what is left. `docs/guards.md` says what each looks for, and on which documents its thresholds were measured.
"""
