"""Full-text search over the events: what a reader types, and what it finds.

``h20 licen`` is both words, each as written or as a beginning ("licence", "licensing"); ``"export
control"`` the words side by side; ``H20 OR H800``, ``(H20 OR H800) -rumour`` and ``NOT rumour`` are
as one expects; ``出口管制`` is found wherever the characters stand in a row.  What cannot be read
so ("(h20 OR") is read as plain words, and ``fault`` says what is wrong.
"""

from timeline.search.hits import marks
from timeline.search.query import Query, SearchError, Term, fault, parse
from timeline.search.store import Index, index

__all__ = ["Index", "Query", "SearchError", "Term", "fault", "index", "marks", "parse"]
