"""What the template of each kind of page reads: a typed class a kind, and what makes it.

A template reads the fields of its context, the pictures of its page, and beside them only the
formatting functions of the view. What is counted, sorted or looked up is so here.
"""
