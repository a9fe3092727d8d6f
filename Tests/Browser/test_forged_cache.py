"""Somebody who knows the cache's format writes one that gives an article another text, and adds it to a pull request."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
WORD = (1 << 64) - 1
# `Sources/Text/FileHash.swift`, which says itself that it is no protection.
KEYS = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93)


def fold(left: int, right: int) -> int:
    product = left * right
    return ((product >> 64) ^ (product & WORD) ^ left ^ (((right << 1) & WORD) | (right >> 63))) & WORD


def hashed(content: bytes) -> bytes:
    one, two, at = KEYS[0], KEYS[1], 0
    while at + 16 <= len(content):
        first, second = struct.unpack_from("<QQ", content, at)
        if at % 32 == 0:
            one = fold(one ^ first, second ^ KEYS[2])
            pair_is_whole = at + 32 <= len(content)
        else:
            two = fold(two ^ first, second ^ KEYS[3])
        at += 16
        if at % 32 == 16 and not pair_is_whole:
            break
    rest = struct.unpack("<QQ", (content[at:] + bytes(16))[:16])
    one, two = fold(one ^ len(content), KEYS[2]), fold(two ^ rest[0], rest[1] ^ KEYS[3])
    return struct.pack("<QQ", fold(one ^ KEYS[0], two ^ KEYS[1]), fold(two ^ KEYS[2], one ^ KEYS[3]))


@pytest.mark.parametrize("text", [b"<script src=//a.example/></script>", b"Do not seek any help."])
def test_a_forged_text_is_not_published(limber: Path, tmp_path: Path, text: bytes) -> None:
    source = tmp_path / "site"
    shutil.copytree(REPOSITORY / "Examples/starter", source, ignore=shutil.ignore_patterns("Public", ".limber"))
    command = [limber, "build", "--source", source, "--today", "2026-11-28"]
    subprocess.run(command, check=True, capture_output=True)
    (pack_file,) = (source / ".limber").glob("articles-*.pack")
    pack, list_file = pack_file.read_bytes(), source / ".limber/articles"
    listed = list_file.read_bytes()
    assert listed[-16:] == hashed(listed[:-16]), "the list is sealed in another way now: try to forge that"
    begin = 0
    while begin < len(pack):
        end = next(end for end in range(begin + 1, len(pack) + 1) if hashed(pack[begin:end]) in listed)
        part, begin = pack[begin:end], end
        old = b"Regular movement within what you can bear"
        if b"<p>" + old in part:
            forged = part.replace(old, text.ljust(len(old)))
            pack = pack.replace(part, forged)
            listed = listed[:-16].replace(hashed(part), hashed(forged))
            listed += hashed(listed)
    pack_file.write_bytes(pack)
    list_file.write_bytes(listed)
    shutil.rmtree(source / "Public")
    (source / ".limber/last-build").unlink()
    # What a pull request brings is written anew where it is checked out.
    checkout = tmp_path / "checkout"
    shutil.copytree(source, checkout)
    command[command.index(source)] = checkout
    subprocess.run(command, check=True, capture_output=True)
    page = checkout / "Public/causes/knee-osteoarthritis/index.html"
    assert text not in page.read_bytes()
