"""The server, and the script it serves: Streamlit's pages, our HTTP routes, the security headers.

``streamlit run app.py`` and ``uvicorn app:app`` find ``app`` here; inside a script run (and in
AppTest) the same file shows the page that is asked for.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from ui import server

    app = st.App(
        __file__, routes=server.routes(), middleware=server.middleware(), lifespan=server.lifespan
    )
else:
    from ui import frame

    frame.run()
