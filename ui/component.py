"""Components of our own on a page, each a script of assets/ and perhaps a style sheet.

They are registered as an installed package's are: only so is a script a file of our own host, which
the content policy lets run.  One written in line would be a blob.
"""

import streamlit as st
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer
from streamlit.runtime import Runtime

from ui import static


def made(name: str, css: str | None = None) -> ComponentRenderer | None:
    """The component whose script is assets/NAME.js; None where no server runs that has it."""
    if not Runtime.exists():
        return None
    package, registry = f"policy_timeline_{name}", Runtime.instance().bidi_component_registry
    if registry.get_component_path(f"{package}.{name}") is None:
        manifest = ComponentManifest(package, "1", [ComponentConfig(name, static.ASSETS.name)])
        registry.register_from_manifest(manifest, static.ASSETS.parent)
    return st.components.v2.component(f"{package}.{name}", js=f"{name}.js", css=css)
