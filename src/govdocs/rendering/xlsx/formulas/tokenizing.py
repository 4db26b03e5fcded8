"""openpyxl's formula tokenizer alone: importing it the usual way brings all of openpyxl along.

The tokenizer needs nothing of the package around it, which costs more to import than both forms
cost to compile.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

_WHOLE = "openpyxl.formula.tokenizer"
_ALONE = "govdocs.rendering.xlsx.formulas._openpyxl_tokenizer"


@lru_cache(maxsize=1)
def tokenizer() -> ModuleType:
    """Return the module with ``Tokenizer`` and ``TokenizerError``.

    Where openpyxl is loaded already, or does not lie in plain files, it is the package's own.
    """
    package = None if "openpyxl" in sys.modules else importlib.util.find_spec("openpyxl")
    folders = package.submodule_search_locations if package is not None else None
    file = Path(folders[0]) / "formula" / "tokenizer.py" if folders else None
    if file is None or not file.is_file():
        return importlib.import_module(_WHOLE)
    spec = importlib.util.spec_from_file_location(_ALONE, file)
    if spec is None or spec.loader is None:
        return importlib.import_module(_WHOLE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[_ALONE] = module
    spec.loader.exec_module(module)
    return module
