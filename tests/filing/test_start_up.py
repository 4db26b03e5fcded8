"""What a build does not load: the parts of libraries and models that a filing has no use for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx

REPOSITORY = Path(__file__).parents[2]

BUILD = """
import json, sys
from pathlib import Path

import docx
from govdocs.filing.batch import build_cases
from govdocs.model.evaluation.case import EvaluationCase
from govdocs.model.case import Case
(job,) = build_cases([Path(sys.argv[1])], Path(sys.argv[2]), [], 1)
assert job.built is not None, job.problems
print(json.dumps({
    "openpyxl": "openpyxl" in sys.modules,
    "filing": Case.__pydantic_complete__,
    "evaluation": EvaluationCase.__pydantic_complete__,
}))
"""


def test_a_filing_loads_neither_openpyxl_nor_the_models_of_an_evaluation(tmp_path: Path) -> None:
    case = REPOSITORY / "data" / "2017-hunan.yaml"
    run = subprocess.run(
        [sys.executable, "-c", BUILD, str(case), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    loaded = json.loads(run.stdout)
    assert loaded == {"openpyxl": False, "filing": True, "evaluation": False}


CHECK = """
import json, sys
from pathlib import Path

import docx
from govdocs.filing.check_run import check_targets, rules_for
checked = check_targets([Path(sys.argv[1])])
rules_for(checked)
rooms = (
    "openpyxl", "jinja2", "govdocs.rendering", "govdocs.intake", "govdocs.tags", "govdocs.evaluation",
    "govdocs.model.case", "govdocs.model.evaluation", "govdocs.forms.form_set",
    "govdocs.reporting.word_comments",
)
print(json.dumps([name for name in rooms if name in sys.modules]))
"""


def test_a_finished_word_file_is_checked_without_excel_templates_or_cases(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("全年支出120万元，其中人员60万元，公用60万元。")
    paper.save(str(tmp_path / "报告.docx"))
    run = subprocess.run(
        [sys.executable, "-c", CHECK, str(tmp_path / "报告.docx")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == []
