#!/usr/bin/env bash
# How twelve pages of the documentation are cut: anchors, breadcrumbs, lengths and hashes (not the text). Holds for one Rust
# version; with another one only the general rules are checked. `tests/e2e/kb-chunks.sh BUILD write` writes the golden file.
set -u
cd "$(dirname "$0")/../.."
tutor=$PWD/${1:-build}/tutor
version=$(rustc --version 2>/dev/null | cut -d' ' -f2)
golden=tests/golden/chunks/rust-$version.txt
docs=$(rustc --print sysroot 2>/dev/null)/share/doc/rust/html
[ -d "$docs" ] || { echo 'note: the Rust docs are not installed'; echo '0 passed, 0 failed'; exit 0; }
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
export TUTOR_HOME=$tmp/home
"$tutor" kb build --words-only >/dev/null 2>&1 && "$tutor" kb export "$tmp/all.jsonl" --all >/dev/null 2>&1 || { echo 'the build failed'; echo '0 passed, 1 failed'; exit 1; }
python3 - "$tmp/all.jsonl" >"$tmp/got" <<'PY'
import hashlib, json, sys
pages = ["book/ch04-01-what-is-ownership.html", "book/ch08-02-strings.html", "book/appendix-02-operators.html",
         "rust-by-example/hello/print.html", "rust-by-example/error/iter_result.html", "error_codes/E0382.html", "error_codes/E0499.html",
         "reference/destructors.html", "cargo/reference/features.html", "std/option/enum.Option.html", "std/iter/index.html",
         "std/keyword.for.html"]
rows = [json.loads(l) for l in open(sys.argv[1])]
for page in pages:
    for r in rows:
        if r["page"] == page:
            h = hashlib.sha256((r["text"] + "\0" + r["code"]).encode()).hexdigest()[:12]
            print(f'{page}#{r["anchor"]} | {r["title"]} | {len(r["text"])} {len(r["code"])} {h}')
docs = [r for r in rows if r["kind"] not in ("card", "lesson", "exercise", "added")]
bad = [r["page"] for r in docs if len(r["text"]) > 8000 or not (r["text"] or r["code"])]
bad += [r["page"] for r in docs if "nightly-only experimental API" in r["text"]]
bad += [r["page"] for r in docs if "/print.html" in r["page"] and r["page"] != "rust-by-example/hello/print.html"]
pages_seen = {r["page"] for r in docs}
bad += [p for p in ("std/vec/struct.Vec.html", "std/primitive.slice.html", "error_codes/E0382.html") if p not in pages_seen]
if not any(r["anchor"] == "method.sort_by_key" and r["page"] == "std/primitive.slice.html" for r in docs): bad.append("slice::sort_by_key")
if any(r["anchor"] == "method.sort_by_key" and r["page"] == "std/vec/struct.Vec.html" for r in docs): bad.append("Vec repeats slice methods")
if not 8000 < len(docs) < 12000: bad.append(f"{len(docs)} passages")
print("general:", "fine" if not bad else bad[:5])
PY
[ "${2:-}" = write ] && { mkdir -p "$(dirname "$golden")"; cp "$tmp/got" "$golden"; }
passed=0 failed=0
if grep -q '^general: fine' "$tmp/got"; then passed=1; else failed=1; grep '^general' "$tmp/got"; fi
if [ ! -f "$golden" ]; then
	echo "note: no golden file for Rust $version"
elif diff "$golden" "$tmp/got" >"$tmp/diff"; then
	passed=$((passed + $(wc -l <"$golden") - 1))
else
	failed=$((failed + 1))
	head -n 20 "$tmp/diff"
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
