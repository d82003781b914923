#!/usr/bin/env python3
"""Checks evidence.json without dateline: reverify.py EVIDENCE.JSON FOLDER-WITH-ARCHIVED-TEXTS"""
import hashlib, json, pathlib, re, sys, unicodedata

WIDE = "[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"

def fold(words, tight):
    words = unicodedata.normalize("NFC", words)
    words = re.sub("[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]", "", words)
    words = re.sub(f"(?<={WIDE})\\s+(?={WIDE})", "", words)
    if tight:  # The white space inside « … » is a part of their shape.
        words = re.sub(r"(?<![^\s(\[])([«‹])\s+", r"\1", words)
        words = re.sub(r"\s+([»›])(?![^\W_])", r"\1", words)
    words = re.sub("[\"“”„‟«»「」『』〝〞〟＂﹁﹂﹃﹄‘’‚‛`´ʼ‹›＇]", "'", words)
    words = re.sub("[‐‑‒–—―−﹘﹣－]", "-", words)
    return re.sub(r"\s+", " ", words).strip()

texts = {}
for path in pathlib.Path(sys.argv[2]).rglob("*"):
    if path.is_file():
        texts[hashlib.sha256(path.read_bytes()).hexdigest()] = path.read_bytes()
checked, wrong = 0, []
for quotation in json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))["quotations"]:
    words, verdict = quotation["original"] or quotation["text"], quotation["verdict"]
    if verdict in ("exact", "folded", "elided"):
        text = texts[quotation["archive_sha256"]].decode("utf-8")
        found = text[quotation["start"]:quotation["end"]]
        pieces = re.split(r"\[[^\]]*\]|…|\.{3}", words) if verdict == "elided" else [words]
        pieces[-1] = pieces[-1] if verdict == "exact" else re.sub(r"[.,。，、،](?=\W*$)", "", pieces[-1])
        in_order = [".*".join(re.escape(fold(piece, tight)) for piece in pieces) for tight in (0, 1)]
        right = any(re.search(in_order[tight], fold(found, tight)) for tight in (0, 1))
        right = found == words.strip() if verdict == "exact" else right
        checked, wrong = checked + 1, wrong if right else wrong + [quotation["id"]]
print(f"{checked} quotations checked, {len(wrong)} wrong", *wrong)
sys.exit(1 if wrong else 0)
