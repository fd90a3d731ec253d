"""Runs notebooks through the kernel that their metadata name, with nbclient."""
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

for name in sys.argv[1:]:
    path = Path(name)
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, startup_timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    charts = sum("course-figure" in "".join(output.get("data", {}).get("text/html", "")) for cell in cells for output in cell.outputs)
    print(f"{path.name}: {len(cells)} cells, {charts} charts")
print("done")
