"""What all house rules share: the files of a source tree, and how a finding is told.

A rule is a script: `rule.py <source folder>`. It prints one line per finding, "file:line: what: what to
do instead", and ends 1 if there was any.
"""

import os
import pathlib
import subprocess
import sys

CODE = {".cpp", ".hpp"}
SKIPPED = {"build", ".git", ".cache", "__pycache__"}


def git_files(root):
    """The files that git knows or would add; None where this is no git checkout of ours."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, text=True, check=False)
    if not (root / ".git").exists() or listed.returncode != 0:
        return None
    return sorted(set(listed.stdout.split("\0")) - {""})


def walked_files(root):
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED)
        found += [str(pathlib.Path(folder, name).relative_to(root)) for name in sorted(names)]
    return found


class Tree:
    """A source tree: its files by path from the root, and the findings made in it."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        known = git_files(self.root)
        files = walked_files(self.root) if known is None else known
        self.files = [f for f in files if (self.root / f).is_file()]
        self.findings = 0

    def text(self, path):
        """The lines of a file, numbered from 1; empty for what is not text."""
        try:
            return list(enumerate((self.root / path).read_text(encoding="utf-8").splitlines(), 1))
        except UnicodeDecodeError:
            return []

    def code(self, *folders):
        """Our C++ files, below the named folders if any are named."""
        return [f for f in self.files if pathlib.Path(f).suffix in CODE
                and (not folders or f.startswith(tuple(folder + "/" for folder in folders)))]

    def finding(self, path, line, text):
        print(f"{path}:{line}: {text}")
        self.findings += 1


def run(rule):
    """Runs rule(tree) over the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} <source folder>")
    tree = Tree(sys.argv[1])
    rule(tree)
    sys.exit(1 if tree.findings else 0)
