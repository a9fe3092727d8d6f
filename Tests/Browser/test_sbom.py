"""The list of components is CycloneDX, and names everything that is built and tested with."""

import json
import subprocess
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

REPOSITORY = Path(__file__).resolve().parents[2]


def test_components() -> None:
    run = subprocess.run(["make", "--silent", "sbom"], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(run.stdout)
    assert fault is None, fault
    components = {one["name"]: one for one in json.loads(run.stdout)["components"]}
    required = {name for name, one in components.items() if one["scope"] == "required"}
    assert required == {"swift", "libcmark", "yaml-0.1", "swift-argument-parser", "FlyingFox", "pkgconf", "vips"}
    assert {"git", "curl"} <= {name for name, one in components.items() if one["scope"] == "optional"}
    assert all(one["licenses"][0]["expression"] and len(one["description"]) > 20 for one in components.values())
    assert components["libcmark"]["version"].startswith("0.")


def test_a_dependency_without_a_row_is_told(tmp_path: Path) -> None:
    for name in ["scripts/sbom", "docs/dependencies.md", "Package.swift", "Tests/Browser/requirements.txt"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((REPOSITORY / name).read_bytes())
    with (tmp_path / "Tests/Browser/requirements.txt").open("a") as file:
        file.write("another==1.0\n")
    run = subprocess.run(["python3", tmp_path / "scripts/sbom"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "docs/dependencies.md has no row for pkg:pypi/another\n")
