"""Copies of the sources that are built here: a build keeps its lock and its staging beside its source."""

import shutil
from pathlib import Path


def parts(folder: Path) -> list[str]:
    """The names of what makes a site, the words of `site.yaml` in other languages among them."""
    return ["Content", "Templates", "site.yaml", *sorted(path.name for path in folder.glob("site.*.yaml"))]


def copy_source(folder: Path, target: Path) -> Path:
    """The site of `folder` in `target`, which need not exist."""
    target.mkdir(parents=True, exist_ok=True)
    for name in parts(folder):
        if (folder / name).is_dir():
            shutil.copytree(folder / name, target / name, dirs_exist_ok=True)
        else:
            shutil.copy(folder / name, target)
    return target
