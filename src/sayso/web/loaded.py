"""What all processes of a server have in common, loaded by the one that they are copies of. Who looks through it for
cycles writes to it, and so comes to a copy of his own: nobody does."""

import gc
import sys
from importlib import import_module

gc.disable()  # what is loaded stays: to look through it again and again takes a tenth of the time
# FastAPI looks for it only to refuse its models, of which there are none here. It takes a twentieth of the time.
sys.modules["pydantic.v1"] = None  # type: ignore[assignment]
from pydantic import BaseModel  # noqa: E402

# The models in which it describes an API are made when somebody asks for that.
BaseModel.model_config["defer_build"] = True
import_module("fastapi.openapi.models")
del BaseModel.model_config["defer_build"]

from sayso.web import pages  # noqa: E402

for name in (
    "sayso.web.application", "anyio._backends._asyncio", "uvicorn.lifespan.on", "uvicorn.loops.asyncio",
    "uvicorn.protocols.http.h11_impl",
):  # fmt: skip
    import_module(name)
pages.first()
gc.freeze()
gc.enable()
