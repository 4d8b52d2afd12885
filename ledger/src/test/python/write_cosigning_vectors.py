#!/usr/bin/env python3
"""Writes the vectors of cosignatures, policies, asks, answers, forks and proof files into a folder.

A second program, written from the C2SP texts alone: it shares no line with Comity, so that the two can disagree.
It needs Python 3 with a `cryptography` that knows ML-DSA. ML-DSA signatures are drawn by chance, so running it again
makes other bytes that must be judged the same; the files that are committed are not changed.

    write_cosigning_vectors.py FOLDER
"""

import base64
import hashlib
import os
import struct
import sys

from cryptography.hazmat.primitives.asymmetric import ed25519, mldsa

OUT = sys.argv[1]
T = 1805335200  # 2027-03-18T02:00:00Z
NOW = "2027-03-18T02:00:00Z"


def b64(data):
    return base64.b64encode(data).decode()


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# --- the tree of RFC 6962 ---------------------------------------------------------------------------------------------


def leaf(entry):
    return sha(b"\0", entry)


def root(leaves):
    if not leaves:
        return sha()
    if len(leaves) == 1:
        return leaves[0]
    k = split(len(leaves))
    return sha(b"\1", root(leaves[:k]), root(leaves[k:]))


def split(n):
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def inclusion(i, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if i < k:
        return inclusion(i, leaves[:k]) + [root(leaves[k:])]
    return inclusion(i - k, leaves[k:]) + [root(leaves[:k])]


def consistency(m, leaves, whole=True):
    n = len(leaves)
    if m == 0 or m == n:
        return [] if whole else [root(leaves)]
    k = split(n)
    if m <= k:
        return consistency(m, leaves[:k], whole) + [root(leaves[k:])]
    return consistency(m - k, leaves[k:], False) + [root(leaves[:k])]


def counted(n, turn=None, start=0):
    """Leaf hashes of the entries sha256("0"), sha256("1") ...; from `turn` on of another history."""
    return [leaf(sha(str(i if turn is None or i < turn else -i).encode())) for i in range(start, n)]


# --- keys and notes ---------------------------------------------------------------------------------------------------


class Signer:
    def __init__(self, name, kind, seed=None):
        self.name, self.kind = name, kind
        seed = sha((seed or name).encode() + bytes([kind]))
        if kind == 6:
            self.private = mldsa.MLDSA44PrivateKey.from_seed_bytes(seed)
        else:
            self.private = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.private.public_key().public_bytes_raw()
        self.id = sha(name.encode(), b"\n", bytes([kind]), self.public)[:4]
        self.vkey = f"{name}+{self.id.hex()}+{b64(bytes([kind]) + self.public)}"
        self.secret = f"PRIVATE+KEY+{name}+{self.id.hex()}+{b64(bytes([kind]) + seed)}"

    def line(self, signature, name=None, id=None):
        return f"\u2014 {name or self.name} {b64((id or self.id) + signature)}\n"

    def sign(self, text):
        return self.line(self.private.sign(text.encode()))

    def timed(self, text, time, signed_time=None, name=None, start=0, context=None, end=None):
        """A time and a signature over a checkpoint's text."""
        lines = text.split("\n")
        origin, size, digest = lines[0], int(lines[1]), base64.b64decode(lines[2])
        said = time if signed_time is None else signed_time
        if self.kind == 4:
            message = f"cosignature/v1\ntime {said}\n{text}".encode()
        else:
            own = (name or self.name).encode()
            message = b"subtree/v1\n\0" + bytes([len(own)]) + own + struct.pack(">Q", said)
            message += bytes([len(origin.encode())]) + origin.encode()
            message += struct.pack(">QQ", start, size if end is None else end) + digest
        signature = self.private.sign(message) if context is None else self.private.sign(message, context)
        return struct.pack(">Q", time) + signature

    def cosign(self, text, time=T, **other):
        return self.line(self.timed(text, time, **other))


LOG = Signer("node.xa.example/ledger", 1)
LOG_NEXT = Signer("node.xa.example/ledger", 1, "the next key of xa")
OTHER_LOG = Signer("node.xb.example/ledger", 1)
ED = Signer("node.xb.example/cosigner", 4)
PQ = Signer("node.xb.example/cosigner", 6)
ED2 = Signer("node.xc.example/cosigner", 4)
PQ2 = Signer("node.xc.example/cosigner", 6)
ED3 = Signer("registry.example/cosigner", 4)


def text(size, leaves=None, origin=None, more=""):
    return f"{origin or LOG.name}\n{size}\n{b64(root(leaves if leaves is not None else counted(size)))}\n{more}"


def note(body, *lines):
    return body + "\n" + "".join(lines)


# --- files ------------------------------------------------------------------------------------------------------------


def write(kind, name, expect, fields, body=None, comment=None):
    head = [f"expect: {expect}"]
    if comment:
        head.append(f"comment: {comment}")
    for field, value in fields:
        for one in value if isinstance(value, list) else [value]:
            head.append(f"{field}: {one}")
    data = ("\n".join(head) + "\n").encode()
    if body is not None:
        data += b"\n" + (body if isinstance(body, bytes) else body.encode())
    os.makedirs(os.path.join(OUT, kind), exist_ok=True)
    with open(os.path.join(OUT, kind, name + ".txt"), "wb") as file:
        file.write(data)


# --- cosignatures -----------------------------------------------------------------------------------------------------


def cosignature(name, expect, key, lines, at=None, body=None, comment=None, now=NOW):
    body = body or text(11)
    fields = [("logKey", LOG.vkey), ("key", key.vkey), ("now", now)]
    if at:
        fields.append(("at", at))
    write("cosignature", name, expect, fields, note(body, LOG.sign(body), *lines), comment)


def flipped(line, at, name):
    raw = bytearray(base64.b64decode(line.split(" ")[2]))
    raw[at] ^= 1
    return f"\u2014 {name} {b64(bytes(raw))}\n"


def cosignatures():
    t = text(11)
    empty = text(0)
    more = text(11, more="a line that the log added\n")
    for word, key, peer in (("ed25519", ED, ED2), ("ml-dsa", PQ, PQ2)):
        good = key.cosign(t)
        cosignature(f"{word}", "signed", key, [good], NOW)
        cosignature(f"{word}-empty-log", "signed", key, [key.cosign(empty)], NOW, body=empty)
        cosignature(f"{word}-among-others", "signed", key, [ED3.cosign(t), good, peer.cosign(t)], NOW)
        cosignature(f"{word}-twice", "signed", key, [good, key.cosign(t, T - 60)], NOW,
                    comment="two good lines of one key: the newer counts")
        cosignature(f"{word}-long-ago", "signed", key, [key.cosign(t, 1)], "1970-01-01T00:00:01Z")
        cosignature(f"{word}-clock-ahead", "signed", key, [key.cosign(t, T + 300)], "2027-03-18T02:05:00Z",
                    comment="five minutes ahead is within what honest clocks are apart")
        cosignature(f"{word}-extension", "signed", key, [key.cosign(more)], NOW, body=more)
        bad = "cosignature-wrong"
        cosignature(f"bad-{word}-future", "cosignature-from-the-future", key, [key.cosign(t, T + 301)])
        cosignature(f"bad-{word}-missing", "cosignature-missing", key, [peer.cosign(t)])
        cosignature(f"bad-{word}-nobody", "cosignature-missing", key, [])
        cosignature(f"bad-{word}-other-size", bad, key, [key.cosign(text(12))])
        cosignature(f"bad-{word}-other-root", bad, key, [key.cosign(text(11, counted(11, 5)))])
        cosignature(f"bad-{word}-other-log", bad, key, [key.cosign(text(11, origin=OTHER_LOG.name))])
        cosignature(f"bad-{word}-other-time", bad, key, [key.cosign(t, T, signed_time=T - 1)],
                    comment="the time in the line is not the one that was signed")
        cosignature(f"bad-{word}-second-wrong", bad, key, [good, key.cosign(text(12))],
                    comment="one of two lines of the key is wrong")
        cosignature(f"bad-{word}-borrowed", bad, key, [key.line(peer.timed(t, T))],
                    comment="another cosigner's signature under this key's name")
        raw = key.timed(t, T)
        for part, place in (("time", 7), ("first", 8), ("middle", len(raw) // 2), ("last", len(raw) - 1)):
            cosignature(f"bad-{word}-bit-{part}", bad, key, [flipped(good, 4 + place, key.name)])
        cosignature(f"bad-{word}-short", "cosignature-malformed", key, [key.line(raw[:-1])])
        cosignature(f"bad-{word}-long", "cosignature-malformed", key, [key.line(raw + b"\0")])
        cosignature(f"bad-{word}-no-time", "cosignature-malformed", key, [key.line(raw[8:])])
        cosignature(f"bad-{word}-only-time", "cosignature-malformed", key, [key.line(raw[:8])])
        cosignature(f"bad-{word}-time-high", "cosignature-malformed", key,
                    [key.line(struct.pack(">Q", 1 << 63) + raw[8:])], comment="a time of more than 63 bits")
    cosignature("ml-dsa-no-time", "undated", PQ, [PQ.cosign(t, 0)],
                comment="a time of 0 states no time")
    cosignature("ml-dsa-extension-added", "signed", PQ, [PQ.cosign(t)], NOW, body=more,
                comment="lines after the root are not part of what this kind signs")
    cosignature("bad-ed25519-extension-added", "cosignature-wrong", ED, [ED.cosign(t)], body=more)
    cosignature("bad-ml-dsa-other-name", "cosignature-wrong", PQ, [PQ.cosign(t, name="node.xd.example/cosigner")],
                comment="this kind signs the cosigner's name")
    cosignature("bad-ml-dsa-subtree", "cosignature-wrong", PQ, [PQ.cosign(t, start=8)],
                comment="a subtree that does not begin at the first leaf")
    cosignature("bad-ml-dsa-context", "cosignature-wrong", PQ, [PQ.cosign(t, context=b"c2sp")],
                comment="signed under a context, which must be empty")
    cosignature("bad-plain-ed25519", "cosignature-wrong", ED,
                [ED.line(struct.pack(">Q", T) + ED.private.sign(t.encode()))],
                comment="the text was signed, not the time and the text")
    cosignature("bad-log-key", "cosignature-unknown-kind", LOG, [], comment="a log's key makes no cosignatures")


# --- policies ---------------------------------------------------------------------------------------------------------


LOG_LINE = f"log {LOG.vkey}\n"
W1, W2, W3 = f"witness B {ED.vkey}\n", f"witness C {ED2.vkey}\n", f"witness R {ED3.vkey}\n"


def policies():
    def good(name, body, canonical=None, comment=None):
        fields = [("line", (canonical or body).rstrip("\n").split("\n"))]
        write("policy", name, "policy", fields, body, comment)

    def bad(name, code, line, body, comment=None):
        write("policy", "bad-" + name, code, [("line", str(line))], body, comment)

    good("no-quorum", "quorum none\n")
    good("log-only", LOG_LINE + "quorum none\n")
    good("one", LOG_LINE + W1 + "quorum B\n")
    good("two-of-three", LOG_LINE + W1 + W2 + W3 + "group G 2 B C R\nquorum G\n")
    good("any", W1 + W2 + "group G any B C\nquorum G\n", W1 + W2 + "group G 1 B C\nquorum G\n")
    good("all", W1 + W2 + "group G all B C\nquorum G\n", W1 + W2 + "group G 2 B C\nquorum G\n")
    good("groups-of-groups",
         W1 + W2 + W3 + f"witness Q {PQ.vkey}\ngroup X 1 B Q\ngroup Y 1 C R\ngroup Z 2 X Y\nquorum Z\n")
    good("order", W1 + "quorum B\n" + LOG_LINE, LOG_LINE + W1 + "quorum B\n", "a log may come after the quorum")
    good("urls", f"log {LOG.vkey} https://node.xa.example/ledger\nwitness B {ED.vkey} https://node.xb.example/w\nquorum B\n")
    good("blank-and-comment", "# whom we believe\n\n  \t\n" + W1 + "\t # more\nquorum B\n", W1 + "quorum B\n")
    good("spaces", f"  witness\tB  {ED.vkey} \t\n\tquorum   B\n", W1 + "quorum B\n")
    good("keyword-names", f"witness quorum {ED.vkey}\nwitness any {ED2.vkey}\ngroup all all quorum any\nquorum all\n",
         f"witness quorum {ED.vkey}\nwitness any {ED2.vkey}\ngroup all 2 quorum any\nquorum all\n",
         "words of the format may be names")
    good("case", f"witness K {ED.vkey}\nwitness \u212a {ED2.vkey}\ngroup G 2 K \u212a\nquorum G\n",
         comment="K and the Kelvin sign are two names")
    good("number-name", f"witness 2 {ED.vkey}\ngroup G 1 2\nquorum G\n")
    good("unused", W1 + W2 + "quorum B\n")
    none = "policy-not-one-quorum"
    bad("empty", none, 1, "")
    bad("no-quorum", none, 2, LOG_LINE + W1)
    bad("two-quorums", none, 3, W1 + "quorum B\nquorum B\n")
    bad("unknown-word", "policy-unknown-word", 2, W1 + "cosigner C\nquorum B\n")
    bad("capital-word", "policy-unknown-word", 1, f"Witness B {ED.vkey}\nquorum B\n")
    bad("no-line-end", "policy-not-text", 1, W1 + "quorum B")
    bad("carriage-return", "policy-not-text", 1, W1.replace("\n", "\r\n") + "quorum B\n")
    bad("nul", "policy-not-text", 1, W1 + "quorum B\0\n")
    bad("delete", "policy-not-text", 1, W1 + "# \x7f\nquorum B\n")
    bad("utf8", "policy-not-text", 1, W1.encode() + b"# \xff\nquorum B\n",
        "the C2SP text would allow it; Comity reads UTF-8")
    bad("log-without-key", "policy-wrong-items", 1, "log\nquorum none\n")
    bad("log-four-items", "policy-wrong-items", 1, f"log {LOG.vkey} https://a https://b\nquorum none\n")
    bad("witness-without-key", "policy-wrong-items", 1, "witness B\nquorum none\n")
    bad("witness-five-items", "policy-wrong-items", 1, f"witness B {ED.vkey} u v\nquorum none\n")
    bad("group-without-members", "policy-wrong-items", 2, W1 + "group G all\nquorum none\n")
    bad("quorum-without-name", "policy-wrong-items", 2, W1 + "quorum\n")
    bad("quorum-of-two", "policy-wrong-items", 3, W1 + W2 + "quorum B C\n")
    bad("log-with-cosigners-key", "policy-bad-key", 1, f"log {ED.vkey}\nquorum none\n")
    bad("witness-with-logs-key", "policy-bad-key", 1, f"witness B {LOG.vkey}\nquorum none\n")
    bad("key-id", "policy-bad-key", 1, f"witness B {ED.vkey.replace(ED.id.hex(), '00000000')}\nquorum none\n")
    bad("key-cut", "policy-bad-key", 1, f"witness B {PQ.vkey[:-4]}\nquorum none\n")
    bad("log-twice", "policy-key-twice", 2, LOG_LINE + LOG_LINE + "quorum none\n")
    again = Signer("another.example/name", 4, "x")
    again.public = ED.public
    again.id = sha(again.name.encode(), b"\n", b"\4", ED.public)[:4]
    again.vkey = f"{again.name}+{again.id.hex()}+{b64(bytes([4]) + ED.public)}"
    bad("key-under-two-names", "policy-key-twice", 2, W1 + f"witness C {again.vkey}\nquorum B\n",
        "one key under two names would count twice")
    bad("name-twice", "policy-name-twice", 2, W1 + f"witness B {ED2.vkey}\nquorum B\n")
    bad("group-named-as-witness", "policy-name-twice", 2, W1 + "group B 1 B\nquorum B\n")
    bad("witness-none", "policy-name-twice", 1, f"witness none {ED.vkey}\nquorum none\n")
    bad("group-none", "policy-name-twice", 2, W1 + "group none 1 B\nquorum none\n")
    bad("member-none", "policy-unknown-name", 2, W1 + "group G 1 B none\nquorum G\n")
    bad("member-later", "policy-unknown-name", 2, W1 + "group G 1 B C\n" + W2 + "quorum G\n")
    bad("member-itself", "policy-unknown-name", 2, W1 + "group G 1 G\nquorum G\n")
    bad("quorum-later", "policy-unknown-name", 1, "quorum B\n" + W1)
    bad("quorum-unknown", "policy-unknown-name", 2, W1 + "quorum X\n")
    bad("member-twice", "policy-member-twice", 2, W1 + "group G 1 B B\nquorum G\n")
    bad("member-of-two", "policy-member-twice", 4, W1 + W2 + "group G 1 B C\ngroup H 1 B\nquorum G\n",
        "each member counts in one way only")
    for word, k in (("zero", "0"), ("too-many", "3"), ("negative", "-1"), ("leading-zero", "02"), ("hex", "0x1"),
                    ("word", "most"), ("plus", "+1"), ("endless", "9" * 40), ("arabic", "\u0662")):
        bad("threshold-" + word, "policy-bad-threshold", 3, W1 + W2 + f"group G {k} B C\nquorum G\n")


def judgements():
    t = text(11)
    three = (LOG_LINE + W1 + W2 + W3 + "group G 2 B C R\nquorum G\n").rstrip("\n").split("\n")

    def judge(name, expect, policy, lines, signed, reached, body=t, log=LOG, comment=None):
        fields = [("policy", policy), ("now", NOW), ("signed", signed)]
        if reached is not None:
            fields.append(("reached", reached))
        write("judgement", name, expect, fields, note(body, *([log.sign(body)] if log else []), *lines), comment)

    judge("two-of-three", "good", three, [ED.cosign(t), ED3.cosign(t)], ["B", "R"], "2 of 3, 2 needed")
    judge("three-of-three", "good", three, [ED.cosign(t), ED2.cosign(t), ED3.cosign(t)], ["B", "C", "R"],
          "3 of 3, 2 needed")
    judge("bad-one-of-three", "not-enough", three, [ED2.cosign(t)], ["C"], "1 of 3, 2 needed")
    judge("bad-none-of-three", "not-enough", three, [], [], "0 of 3, 2 needed")
    judge("bad-strangers", "not-enough", three, [PQ.cosign(t), PQ2.cosign(t)], [], "0 of 3, 2 needed",
          comment="good cosignatures of keys that are not in the policy")
    judge("bad-one-forged", "not-enough", three, [ED.cosign(t), ED2.cosign(text(12))], ["B"], "1 of 3, 2 needed")
    judge("bad-one-twice", "not-enough", three, [ED.cosign(t), ED.cosign(t, T - 60)], ["B"], "1 of 3, 2 needed",
          comment="two lines of one cosigner are one")
    judge("bad-one-of-the-future", "not-enough", three, [ED.cosign(t), ED2.cosign(t, T + 3600)], ["B"],
          "1 of 3, 2 needed")
    judge("none-needed", "good", [LOG_LINE.strip(), "quorum none"], [], [], "0 of 0, 0 needed")
    judge("single", "good", (LOG_LINE + W1 + "quorum B").split("\n"), [ED.cosign(t)], ["B"], "1 of 1, 1 needed")
    judge("bad-single-other", "not-enough", (LOG_LINE + W1 + W2 + "quorum B").split("\n"), [ED2.cosign(t)], ["C"],
          "0 of 1, 1 needed")
    nested = (LOG_LINE + W1 + W2 + W3 + f"witness Q {PQ.vkey}\ngroup X any B Q\ngroup Y all C R\n"
              "group Z all X Y\nquorum Z").split("\n")
    judge("nested", "good", nested, [PQ.cosign(t), ED2.cosign(t), ED3.cosign(t)], ["C", "R", "Q"], "2 of 2, 2 needed")
    judge("bad-nested", "not-enough", nested, [ED.cosign(t), PQ.cosign(t), ED2.cosign(t)], ["B", "C", "Q"],
          "1 of 2, 2 needed", comment="many signed, but not those that are needed")
    both = (LOG_LINE + f"log {LOG_NEXT.vkey}\n" + W1 + "quorum B").split("\n")
    judge("second-log-key", "good", both, [ED.cosign(t)], ["B"], "1 of 1, 1 needed", log=LOG_NEXT)
    judge("bad-no-log", "note-not-signed", (W1 + "quorum B").split("\n"), [ED.cosign(t)], [], None)
    judge("bad-other-log", "note-not-signed", (f"log {OTHER_LOG.vkey}\n" + W1 + "quorum B").split("\n"),
          [ED.cosign(t)], [], None)
    judge("bad-log-missing", "note-not-signed", (LOG_LINE + W1 + "quorum B").split("\n"), [ED.cosign(t)], [], None,
          log=None)
    foreign = text(11, origin=OTHER_LOG.name)
    judge("bad-other-origin", "checkpoint-other-log", [LOG_LINE.strip(), "quorum none"], [], [], None, body=foreign)


# --- asking a cosigner ------------------------------------------------------------------------------------------------


def ask(old, path, body):
    return f"old {old}\n" + "".join(b64(h) + "\n" for h in path) + "\n" + body


def signed(size, turn=None, log=LOG):
    body = text(size, counted(size, turn))
    return note(body, log.sign(body))


def asks():
    leaves = counted(11)
    path = consistency(5, leaves)
    body = signed(11)

    def good(name, old, hashes, checkpoint, comment=None):
        fields = [("old", str(old)), ("hash", [h.hex() for h in hashes]), ("origin", LOG.name)]
        write("ask", name, "ask", fields, ask(old, hashes, checkpoint), comment)

    def bad(name, code, raw, comment=None):
        write("ask", "bad-" + name, code, [], raw, comment)

    good("first", 0, [], body)
    good("next", 5, path, body)
    good("same", 11, [], body)
    good("cosigned", 5, path, body + ED.cosign(text(11)) + PQ.cosign(text(11)))
    good("longest", 5, [sha(bytes([i])) for i in range(63)], body)
    good("largest", (1 << 63) - 1, [], body, "a size that fits 63 bits; whether it makes sense is asked later")
    form = "ask-malformed"
    bad("empty", form, "")
    bad("no-old", form, "".join(b64(h) + "\n" for h in path) + "\n" + body)
    bad("no-blank", "ask-malformed", ask(5, path, body).replace("\n\n", "\n", 1))
    bad("only-head", "ask-bad-note", "old 5\n\n")
    bad("old-zero-first", form, ask("05", path, body))
    bad("old-negative", form, ask("-5", path, body))
    bad("old-plus", form, ask("+5", path, body))
    bad("old-hex", form, ask("0x5", path, body))
    bad("old-nothing", form, ask("", path, body))
    bad("old-two-spaces", form, ask(" 5", path, body))
    bad("old-trailing-space", form, ask("5 ", path, body))
    bad("old-endless", form, ask("9" * 40, path, body))
    bad("old-too-large", form, ask(1 << 63, path, body))
    bad("old-arabic", form, ask("\u0665", path, body))
    bad("capitals", form, ask(5, path, body).replace("old", "Old", 1))
    bad("carriage-return", form, ask(5, path, body).replace("old 5\n", "old 5\r\n", 1))
    bad("hash-short", form, ask(5, [path[0][:31]] + path[1:], body))
    bad("hash-long", form, ask(5, [path[0] + b"\0"] + path[1:], body))
    bad("hash-unpadded", form, ask(5, path, body).replace("=\n", "\n", 1))
    bad("hash-hex", form, f"old 5\n{path[0].hex()}\n\n" + body)
    bad("hash-url", form, "old 5\n" + base64.urlsafe_b64encode(b"\xfb" * 32).decode() + "\n\n" + body)
    loose = b64(path[0])[:-2]
    turned = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    loose = loose + turned[turned.index(b64(path[0])[-2]) | 1] + "="
    bad("hash-loose-bits", form, f"old 5\n{loose}\n\n" + body)
    bad("hash-space", form, ask(5, path, body).replace("=\n", "= \n", 1))
    bad("path-endless", "ask-too-large", ask(5, [sha(bytes([i])) for i in range(64)], body))
    bad("note-cut", "ask-bad-note", ask(5, path, body[:-1]))
    bad("note-unsigned", "ask-bad-note", ask(5, path, text(11)))
    bad("note-hyphen", "ask-bad-note", ask(5, path, body.replace("\u2014", "-")))
    bad("note-utf8", "ask-bad-note", ask(5, path, "").encode() + b"\xff" + body.encode())


def answers():
    """What a cosigner says that remembers a checkpoint. `remembered` is a note in hexadecimal digits."""

    def answer(name, expect, status, remembered, body, size=None, comment=None, keys=(LOG,)):
        fields = [("logKey", [k.vkey for k in keys]), ("status", str(status))]
        if remembered:
            fields.append(("remembered", remembered.encode().hex()))
        if size is not None:
            fields.append(("size", str(size)))
        write("answer", name, expect, fields, body, comment)

    five, eleven = signed(5), signed(11)
    path = consistency(5, counted(11))
    answer("first", "cosigned", 200, None, ask(0, [], eleven))
    answer("first-empty", "cosigned", 200, None, ask(0, [], signed(0)))
    answer("next", "cosigned", 200, five, ask(5, path, eleven))
    answer("same", "cosigned", 200, eleven, ask(11, [], eleven))
    answer("from-empty", "cosigned", 200, signed(0), ask(0, [], eleven))
    answer("from-power-of-two", "cosigned", 200, signed(8), ask(8, consistency(8, counted(11)), eleven))
    answer("next-key", "cosigned", 200, five, ask(5, path, signed(11, log=LOG_NEXT)), keys=(LOG, LOG_NEXT),
           comment="the log has a new key")
    answer("long-step", "cosigned", 200, five, ask(5, consistency(5, counted(1000)), signed(1000)))
    answer("bad-form", "ask-malformed", 400, five, ask("x", path, eleven))
    answer("bad-backwards", "ask-backwards", 400, eleven, ask(11, [], five))
    answer("bad-not-a-checkpoint", "ask-bad-note", 400, None,
           ask(0, [], note("node.xa.example/ledger\nmany\n", LOG.sign("node.xa.example/ledger\nmany\n"))))
    answer("bad-unsigned", "ask-not-signed", 403, five, ask(5, path, note(text(11), ED.cosign(text(11)))))
    answer("bad-forged", "ask-not-signed", 403, five,
           ask(5, path, note(text(11), LOG.line(LOG.private.sign(text(12).encode())))))
    answer("bad-old-key", "ask-not-signed", 403, five, ask(5, path, eleven), keys=(LOG_NEXT,),
           comment="signed by a key that is not the log's any more")
    foreign = text(11, origin=OTHER_LOG.name)
    answer("bad-unknown-log", "ask-unknown-log", 404, None, ask(0, [], note(foreign, OTHER_LOG.sign(foreign))))
    answer("bad-other-size", "other-size", 409, five, ask(3, consistency(3, counted(11)), eleven), 5)
    answer("bad-size-not-known", "other-size", 409, five, ask(0, [], eleven), 5)
    answer("bad-never-seen", "other-size", 409, None, ask(5, path, eleven), 0)
    answer("bad-shorter", "other-size", 409, eleven, ask(5, [], five), 11,
           comment="the log shows fewer leaves than it once had")
    answer("bad-fork-same-size", "fork", 409, eleven, ask(11, [], signed(11, 7)))
    answer("bad-fork-same-size-other-old", "other-size", 409, eleven, ask(5, path, signed(11, 7)), 11,
           comment="the size is the answer, and the cosigner keeps the evidence of the fork all the same")
    answer("bad-fork-proved", "fork", 422, five, ask(5, consistency(5, counted(11, 2)), signed(11, 2)),
           comment="the proof shows another root at the size that is remembered")
    answer("bad-unproved-power-of-two", "ask-unproved", 422, signed(8),
           ask(8, consistency(8, counted(11, 2)), signed(11, 2)),
           comment="a fork, but this proof does not show it")
    answer("bad-path-missing", "ask-unproved", 422, five, ask(5, [], eleven))
    answer("bad-path-short", "ask-unproved", 422, five, ask(5, path[:-1], eleven))
    answer("bad-path-long", "ask-unproved", 422, five, ask(5, path + [sha(b"x")], eleven))
    answer("bad-path-turned", "ask-unproved", 422, five, ask(5, path[::-1], eleven))
    answer("bad-path-of-first", "ask-unproved", 422, None, ask(0, path, eleven))
    answer("bad-path-of-same", "ask-unproved", 422, eleven, ask(11, path, eleven))
    other = note(f"{LOG.name}\n0\n{b64(sha(b'x'))}\n", LOG.sign(f"{LOG.name}\n0\n{b64(sha(b'x'))}\n"))
    answer("bad-empty-other-root", "ask-unproved", 422, None, ask(0, [], other))


def forks():
    def file(first, digest, path, second):
        return ("comity ledger fork v1\nroot " + b64(digest) + "\n" + "".join(b64(h) + "\n" for h in path)
                + "\n" + first + "\n" + second)

    def fork(name, expect, body, comment=None, keys=(LOG,)):
        write("fork", name, expect, [("logKey", [k.vkey for k in keys])], body, comment)

    five, eleven = signed(5), signed(11)
    other5, other11 = root(counted(5, 2)), root(counted(11, 7))
    proof = consistency(5, counted(11, 2))
    good = file(five, other5, proof, signed(11, 2))
    same = file(eleven, other11, [], signed(11, 7))
    fork("same-size", "fork", same)
    fork("grown", "fork", good)
    fork("power-of-two", "fork", file(signed(8), root(counted(8, 2)), consistency(8, counted(11, 2)), signed(11, 2)))
    fork("two-keys", "fork", file(eleven, other11, [], signed(11, 7, LOG_NEXT)), keys=(LOG, LOG_NEXT))
    fork("bad-same-root", "nothing", file(eleven, root(counted(11)), [], eleven))
    fork("bad-honest", "nothing", file(five, root(counted(5)), consistency(5, counted(11)), eleven))
    fork("bad-root", "nothing", file(five, sha(b"x"), proof, signed(11, 2)))
    fork("bad-path", "nothing", file(five, other5, proof[:-1], signed(11, 2)))
    fork("bad-order", "nothing", file(signed(11, 2), other5, proof, five))
    fork("bad-stranger", "nothing", good, keys=(LOG_NEXT,), comment="not signed by the log")
    fork("bad-forged", "nothing", file(five, other5, proof, signed(11, 2, LOG_NEXT)),
         comment="the second was signed by somebody else")
    fork("bad-cosigned", "nothing", file(five + ED.cosign(text(5)), other5, proof, signed(11, 2)),
         comment="the evidence has no other lines than the log's")
    fork("bad-first-line", "nothing", good.replace("v1", "v2", 1))
    fork("bad-trailing", "nothing", good + "\n")
    fork("bad-cut", "nothing", good[:-1])
    fork("bad-one-note", "nothing", good.split("\n\n", 1)[0] + "\n\n" + five)
    fork("bad-empty", "nothing", "")


# --- proof files ------------------------------------------------------------------------------------------------------


def proofs():
    salt, event = sha(b"a salt"), b'{"label":"letter.out"}'
    entry = sha(salt, event)
    leaves = counted(11)
    leaves[7] = leaf(entry)
    body = text(11, leaves)
    path = inclusion(7, leaves)
    policy = (LOG_LINE + W1 + W2 + W3 + "group G 2 B C R\nquorum G").split("\n")
    lines = [ED.cosign(body), ED2.cosign(body)]
    good_note = note(body, LOG.sign(body), *lines)

    def file(index="7", hashes=path, extra=salt + event, checkpoint=good_note, first="c2sp.org/tlog-proof@v1"):
        head = first + "\n" + ("" if extra is None else f"extra {b64(extra)}\n") + f"index {index}\n"
        return head + "".join(b64(h) + "\n" for h in hashes) + "\n" + checkpoint

    def proof(name, expect, raw, commitment=None, comment=None, rules=policy):
        fields = [("policy", rules), ("now", NOW)]
        if commitment is not None:
            fields.append(("entry", commitment.hex()))
        write("proof", name, expect, fields, raw, comment)

    proof("open", "proved", file())
    proof("open-with-commitment", "proved", file(), entry)
    proof("closed", "proved", file(extra=None), entry)
    only = counted(1)
    one = text(1, only)
    proof("only-leaf", "proved", file("0", [], None, note(one, LOG.sign(one))), sha(b"0"),
          rules=[LOG_LINE.strip(), "quorum none"])
    first = text(8)
    proof("first-of-eight", "proved", file("0", inclusion(0, counted(8)), None, note(first, LOG.sign(first))), sha(b"0"),
          rules=[LOG_LINE.strip(), "quorum none"])
    proof("last-of-eleven", "proved",
          file("10", inclusion(10, counted(11)), None, note(text(11), LOG.sign(text(11)))), sha(b"10"),
          rules=[LOG_LINE.strip(), "quorum none"])
    nothing = sha(salt)
    with_empty = counted(11)
    with_empty[7] = leaf(nothing)
    empty = text(11, with_empty)
    proof("empty-event", "proved", file("7", inclusion(7, with_empty), salt, note(empty, LOG.sign(empty))),
          rules=[LOG_LINE.strip(), "quorum none"])
    proof("ml-dsa", "proved", file(checkpoint=note(body, LOG.sign(body), PQ.cosign(body))),
          rules=[LOG_LINE.strip(), f"witness Q {PQ.vkey}", "quorum Q"])
    proof("bad-closed", "proof-closed", file(extra=None))
    proof("bad-short-extra", "proof-closed", file(extra=salt[:31]))
    few = "proof-too-few-cosigners"
    proof("bad-one-cosigner", few, file(checkpoint=note(body, LOG.sign(body), lines[0])))
    proof("bad-no-cosigner", few, file(checkpoint=note(body, LOG.sign(body))))
    proof("bad-forged-cosigner", few, file(checkpoint=note(body, LOG.sign(body), lines[0], ED2.cosign(text(11)))))
    other = "proof-other-entry"
    proof("bad-event", other, file(extra=salt + event + b" "))
    proof("bad-salt", other, file(extra=sha(b"another") + event))
    proof("bad-event-with-commitment", other, file(extra=salt + event + b" "), entry,
          "the path proves the commitment, but what the file shows is something else")
    proof("bad-commitment", other, file(extra=None), sha(b"another"))
    proof("bad-index", other, file("6"))
    proof("bad-index-beyond", other, file("11"))
    proof("bad-index-far-beyond", other, file(str((1 << 63) - 1)))
    proof("bad-path-short", other, file(hashes=path[:-1]))
    proof("bad-path-long", other, file(hashes=path + [sha(b"x")]))
    proof("bad-path-empty", other, file(hashes=[]))
    proof("bad-path-turned", other, file(hashes=path[::-1]))
    for i in range(len(path)):
        proof(f"bad-path-hash-{i}", other, file(hashes=path[:i] + [sha(path[i])] + path[i + 1:]))
    proof("bad-inner-node", other, file("7", path[1:], None), sha(b"\1", leaf(sha(b"6")), leaf(entry)),
          "an inner node is not an entry")
    proof("bad-other-tree", other, file(checkpoint=note(text(11), LOG.sign(text(11)), ED.cosign(text(11)),
                                                        ED2.cosign(text(11)))))
    proof("bad-unsigned", "note-not-signed", file(checkpoint=note(body, *lines)))
    proof("bad-forged-log", "note-wrong-signature",
          file(checkpoint=note(body, LOG.line(LOG.private.sign(text(12).encode())), *lines)))
    proof("bad-unknown-log", "note-not-signed", file(), rules=[f"log {OTHER_LOG.vkey}", "quorum none"])
    form = "proof-malformed"
    proof("bad-empty", form, "")
    proof("bad-first-line", form, file(first="c2sp.org/tlog-proof@v2"))
    proof("bad-first-space", form, file(first="c2sp.org/tlog-proof@v1 "))
    proof("bad-no-first-line", form, file().split("\n", 1)[1])
    proof("bad-no-index", form, file().replace("index 7\n", "", 1))
    proof("bad-index-first", form, f"c2sp.org/tlog-proof@v1\nindex 7\nextra {b64(salt)}\n\n" + good_note)
    proof("bad-extra-twice", form, file().replace("index", f"extra {b64(salt)}\nindex", 1))
    proof("bad-extra-no-space", form, file().replace("extra ", "extra", 1))
    proof("bad-extra-unpadded", form, file(extra=salt).replace("=\nindex", "\nindex", 1))
    proof("bad-extra-not-base64", form, file().replace("extra ", "extra *", 1))
    for word, value in (("zero-first", "07"), ("negative", "-7"), ("plus", "+7"), ("hex", "0x7"), ("nothing", ""),
                        ("space", "7 "), ("arabic", "\u0667"), ("endless", "9" * 40), ("too-large", str(1 << 63))):
        proof("bad-index-" + word, form, file(value))
    proof("bad-capitals", form, file().replace("index", "Index", 1))
    proof("bad-carriage-return", form, file().replace("index 7\n", "index 7\r\n", 1))
    proof("bad-hash-short", form, file(hashes=[path[0][:31]] + path[1:]))
    proof("bad-hash-long", form, file(hashes=[path[0] + b"\0"] + path[1:]))
    proof("bad-hash-hex", form, file(extra=None).replace(b64(path[0]), path[0].hex(), 1))
    proof("bad-hash-unpadded", form, file(extra=None).replace("=\n", "\n", 1))
    proof("bad-no-blank", form, file().replace("\n\n", "\n"))
    proof("bad-path-endless", "proof-too-large", file(hashes=[sha(bytes([i])) for i in range(64)]))
    proof("bad-note-cut", "proof-bad-note", file(checkpoint=good_note[:-1]))
    proof("bad-note-nothing", "proof-bad-note", file(checkpoint=""))
    proof("bad-note-unsigned", "proof-bad-note", file(checkpoint=body))


if __name__ == "__main__":
    cosignatures()
    policies()
    judgements()
    asks()
    answers()
    forks()
    proofs()
