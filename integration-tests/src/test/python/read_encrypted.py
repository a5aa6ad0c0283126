"""Reads an encrypted store by docs/format.md alone: STORE KEY_FILE.

Prints a line for each object, and checks whatever can be checked. Needs python3-cryptography.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FRAME = 1048576 + 16


def check(condition, what):
    if not condition:
        sys.exit("damaged: " + what)


def joined(*parts):
    texts = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return b"".join(struct.pack(">I", len(text)) + text for text in texts)


def hkdf(secret, salt, purpose):
    extracted = hmac.digest(salt, secret, "sha256")
    return hmac.digest(extracted, purpose + b"\x01", "sha256")


def fields(lines, what):
    first, second, rest = lines.split(b"\n")
    check(hashlib.sha256(first + b"\n").hexdigest().encode() == second and not rest, what)
    return json.loads(first)


def decoded(value):
    return base64.b64decode(value, validate=True)


def unwrapped(key, wrapped, bound):
    return AESGCM(key).decrypt(wrapped[:12], wrapped[12:], bound)


class Keyring:
    def __init__(self, store, secret):
        newest = max((store / "keys").iterdir())
        ring = fields(newest.read_bytes(), newest.name)
        self.store_id = ring["storeId"]
        slots = [(slot, self.bound(slot)) for slot in ring["slots"]]
        keys = [
            (joined("cairn data key", self.store_id, key["id"]), decoded(key["wrapped"]), key["id"])
            for key in ring["keys"]
        ]
        slot, bound = next(found for found in slots if found[0]["kind"] == "KEY")
        wrapping = hkdf(secret, decoded(slot["salt"]), b"cairn slot")
        ring_key = unwrapped(wrapping, decoded(slot["wrapped"]), bound)
        names = decoded(ring["names"])
        mac = joined(
            "cairn keyring",
            ring["generation"],
            self.store_id,
            ring["created"],
            joined(*(joined(bound, decoded(slot["wrapped"])) for slot, bound in slots)),
            joined(*(joined(bound, wrapped) for bound, wrapped, _ in keys)),
            names,
        )
        check(hmac.digest(ring_key, joined(mac), "sha256") == decoded(ring["mac"]), "the mac")
        self.keys = {id: unwrapped(ring_key, wrapped, bound) for bound, wrapped, id in keys}
        self.names = unwrapped(ring_key, names, joined("cairn names", self.store_id))

    def bound(self, slot):
        return joined(
            "cairn slot",
            self.store_id,
            slot["id"],
            slot["kind"],
            slot["label"],
            decoded(slot["salt"]),
            slot["iterations"],
        )

    def folder(self, key_text):
        digest = hashlib.sha256(key_text.encode()).hexdigest()[:32]
        return hmac.digest(self.names, joined("key digest", digest), "sha256").hex()[:32]

    def content(self, place, stored):
        head, body = stored[:52], stored[52:]
        check(head[:12] == b"CAIRNAES\x00\x00\x00\x01", place)
        key = AESGCM(hkdf(self.keys[head[12:20].hex()], head[20:], b"cairn object"))
        bound = joined("cairn object", head, self.store_id, place)
        frames = [body[at : at + FRAME] for at in range(0, len(body), FRAME)]
        return b"".join(
            key.decrypt(struct.pack(">IQ", number == len(frames) - 1, number), frame, bound)
            for number, frame in enumerate(frames)
        )


def main(store, key_file):
    description = fields((store / "STORE.json").read_bytes(), "STORE.json")
    check(description["encryption"] == "keyring", "STORE.json says that it is plain")
    ring = Keyring(store, base64.urlsafe_b64decode(key_file.read_text().strip()))
    check(ring.store_id == description["storeId"], "another store's keyring")
    for file in sorted(path for path in (store / "runs").rglob("*") if path.is_file()):
        place = file.relative_to(store).as_posix()
        content = ring.content(place, file.read_bytes())
        if file.suffix == ".pack":
            check(hashlib.sha256(content).hexdigest() == file.stem, place)
            print("pack")
        else:
            entry = fields(content, place)
            print(entry.get("kind", "hb"))
            if entry.get("kind") == "OPEN":
                check(ring.folder(entry["key"]) == file.parent.parent.name, place)


main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
