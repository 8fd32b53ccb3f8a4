"""The list of shipped packs only grows, as far as this clone remembers: what a tag lists is listed still."""

import subprocess
from pathlib import Path
from shutil import which

import pytest
import yaml

LIST = "tests/policy/shipped_packs.yaml"


def git(root: Path, *arguments: str) -> str:
    """What git says; nothing where there is no git, no history or no such thing in it."""
    if which("git") is None:
        return ""
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def lost(root: Path) -> list[str]:
    """`tag: pack` for each pack that was released and is not listed any more."""
    listed = yaml.safe_load((root / LIST).read_text("utf-8"))
    return [f"{tag}: {pack}" for tag in git(root, "tag").split()
            for pack in yaml.safe_load(git(root, "show", f"{tag}:{LIST}")) or () if pack not in listed]


def test_no_released_pack_left_the_list():
    assert lost(Path(__file__).parents[2]) == []


@pytest.mark.skipif(which("git") is None, reason="there is no git")
def test_a_pack_that_left_the_list_is_seen_and_one_that_joined_is_not(tmp_path):
    file = tmp_path / LIST
    file.parent.mkdir(parents=True)
    file.write_text("- a\n- b\n")
    git(tmp_path, "init")
    assert lost(tmp_path) == [], "no tag yet"
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false",
        "commit", "-m", "released")
    git(tmp_path, "tag", "v0.3.0")
    file.write_text("- a\n- c\n")
    assert lost(tmp_path) == ["v0.3.0: b"]
