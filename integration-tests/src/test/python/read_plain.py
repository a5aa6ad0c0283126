"""Reads a plain store by docs/format.md alone: STORE [DIRECTORY].

Prints a line for each entry, and checks whatever can be checked: entries, their chain, packs, and of
each snapshot size and digest, deltas put together. Writes the snapshots into DIRECTORY, if given.
Needs python3-zstandard where snapshots are compressed with zstd.
"""

import base64
import gzip
import hashlib
import json
import pathlib
import struct
import sys


def check(condition, what):
    if not condition:
        sys.exit("damaged: " + what)


def fields(content, what):
    first, second, rest = content.split(b"\n")
    check(hashlib.sha256(first + b"\n").hexdigest().encode() == second and not rest, what)
    return json.loads(first), second.decode()


def unpacked(file):
    content = file.read_bytes()
    check(hashlib.sha256(content).hexdigest() == file.stem, file.name)
    magic, version, largest, salt = struct.unpack_from(">8sII32s", content)
    check((magic, version, largest) == (b"CAIRNPAK", 1, 1048576), file.name)
    at, frames, hashes = 48, [], []
    while (length := struct.unpack_from(">I", content, at)[0]) > 0:
        digest, frame = content[at + 4 : at + 36], content[at + 36 : at + 36 + length]
        expected = hashlib.sha256(salt + struct.pack(">Q", len(frames)) + frame).digest()
        check(digest == expected and 0 < length <= largest, file.name)
        check(not frames or len(frames[-1]) == largest, file.name)
        frames.append(frame)
        hashes.append(digest)
        at += 36 + length
    total = sum(len(frame) for frame in frames)
    sizes = struct.pack(">QQ", total, len(frames))
    trailer = struct.pack(">I", 0) + sizes + hashlib.sha256(salt + b"".join(hashes) + sizes).digest()
    check(content[at:] == trailer, file.name)
    return b"".join(frames)


def expanded(stored, compression):
    if compression == "zstd":
        import zstandard

        return zstandard.ZstdDecompressor().stream_reader(stored, read_across_frames=True).read()
    return gzip.decompress(stored) if compression == "gzip" else stored


class Delta:
    def __init__(self, content):
        self.content, self.at = content, 4
        check(content[:4] == b"CDLT" and self.varint() == 1, "the head of a delta")

    def varint(self):
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def signed(self):
        value = self.varint()
        return value >> 1 ^ -(value & 1)

    def of(self, base):
        check(self.varint() == len(base), "the base of a delta")
        size, result, ahead = self.varint(), bytearray(), 0
        while len(result) < size:
            new = self.varint()
            result += self.content[self.at : self.at + new]
            self.at += new
            if copied := self.varint():
                ahead += self.signed()
                place = len(result) + ahead
                check(0 <= place <= len(base) - copied, "a copy in a delta")
                result += base[place : place + copied]
        check(len(result) == size and self.at == len(self.content), "the end of a delta")
        return bytes(result)


class Run:
    def __init__(self, folder, target):
        self.folder, self.target, self.raw = folder, target, {}
        self.hashes, self.opening = {0: "0" * 64}, "0" * 64

    def snapshot(self, slot, payload):
        packed = "pack" in payload
        file = self.folder / "packs" / (payload.get("pack", "") + ".pack")
        stored = unpacked(file) if packed else base64.b64decode(payload["inline"], validate=True)
        check(len(stored) == payload["storedBytes"], f"stored bytes of {slot}")
        raw = expanded(stored, payload["compression"])
        if payload["base"]:
            check(payload["delta"] == "copy-insert/1", f"the delta of {slot}")
            raw = Delta(raw).of(self.raw[payload["base"]])
        check(len(raw) == payload["rawBytes"], f"raw bytes of {slot}")
        check(hashlib.sha256(raw).hexdigest() == payload["digest"], f"digest of {slot}")
        self.raw[slot] = raw
        if self.target:
            (self.target / f"{slot:08}.snapshot").write_bytes(raw)
        return f"{len(raw)} bytes" + (f", of {payload['base']}" if payload["base"] else "")

    def entry(self, file):
        entry, own = fields(file.read_bytes(), file.name)
        slot = entry["seq"]
        check(entry["format"] == 1 and f"{slot:08}" == file.stem, file.name)
        check(entry["opening"] == self.opening, f"the opening of {slot}")
        check(self.hashes.get(entry["after"]) == entry["prev"], f"the chain at {slot}")
        self.hashes[slot] = own
        self.opening = own if slot == 1 else self.opening
        words = [str(slot), entry["kind"]]
        if entry["kind"] == "COMMIT":
            words += [key["stage"] for key in entry["call"]]
            words.append(self.snapshot(slot, entry["payload"]))
        print(*words)


def main(store, target=None):
    description, _ = fields((store / "STORE.json").read_bytes(), "STORE.json")
    check(description["format"] == 1 and description["encryption"] == "none", "STORE.json")
    for first in sorted((store / "runs").rglob("00000001.json")):
        print(first.parent.relative_to(store / "runs"))
        run = Run(first.parent, target)
        for file in sorted(first.parent.glob("[0-9]*.json")):
            run.entry(file)


main(*map(pathlib.Path, sys.argv[1:]))
