"""Work over a whole corpus, in two verbs over Arrow tables.

`map_batches` does a thing to each batch by itself; `shuffle_join` brings together the
rows of one or more tables that have the same key. What is done is a plain function of
Arrow tables, the same for every engine; nothing else asks which engine runs. A
function must give the same rows whatever else comes with them: in which batches the
rows come, in which order, and which other keys come along, hangs on the engine.
"""

from synoptic.engine.local import LocalEngine
from synoptic.engine.verbs import Engine, Table, column

__all__ = ["Engine", "LocalEngine", "Table", "column"]
