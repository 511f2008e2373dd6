"""What all processes of a server have in common, loaded by the one that they are copies of. Who looks through it for
cycles writes to it, and so comes to a copy of his own: nobody does."""

import gc
from importlib import import_module

gc.disable()  # what is loaded stays: to look through it again and again takes a tenth of the time

from sayso.web import api, pages  # noqa: E402

for name in ("sayso.cli", "sayso.web.application", "uvicorn.protocols.http.h11_impl", "uvicorn.lifespan.on"):
    import_module(name)
api.routers()
pages.routers(team=True)
gc.collect()
gc.freeze()
gc.enable()
