#!/usr/bin/env bash
# tutor fix and generate against what would hurt: a model that answers with paths and tricks, links, thousands of files, build scripts,
# missing crates, macros that loop, two at once, cancelled and killed in the middle. Outside the work folder nothing changes; inside,
# nothing is half-written.
set -u
. "$(dirname "$0")/lib.sh"
mkdir "$TMP/w" "$TMP/outside" && cd "$TMP/w" || exit 1
echo keep >"$TMP/outside/canary"
fake=$OLDPWD/tests/fake/server.py

same() { cmp -s "$2" "$3" && pass || fail "$1" "$2 and $3 differ"; }
field() { jq -r "$1" "$TMP/out" 2>/dev/null; }
untouched() { # NAME: nothing outside changed, no odd file came
	[ "$(cat "$TMP/outside/canary")" = keep ] && [ "$(find "$TMP/outside" -type f | wc -l)" = 1 ] && pass || fail "$1" "outside: $(find "$TMP/outside")"
	[ ! -e "$TMP/evil.rs" ] && [ ! -e "$TMP/w/evil.rs" ] && [ ! -e /tmp/tutor-evil.rs ] && pass || fail "$1" "a file of the model's was written"
}

# A model that is scripted: ANSWER... are its answers, the last one again and again.
model() {
	rm -rf "$TMP/script" && mkdir "$TMP/script"
	local n=0
	for a in "$@"; do n=$((n + 1)); printf '%s' "$a" >"$TMP/script/$(printf %02d $n)"; done
	[ -n "${server:-}" ] && { kill $server; wait $server 2>/dev/null; exec 7>&-; }
	rm -f "$TMP/fifo" && mkfifo "$TMP/fifo"
	FAKE_SCRIPT=$TMP/script python3 "$fake" <"$TMP/fifo" >"$TMP/port" 2>"$TMP/fake.err" & server=$!
	exec 7>"$TMP/fifo"
	for _ in $(seq 100); do [ -s "$TMP/port" ] && break; sleep 0.05; done
	export TUTOR_MODEL_BASE_URL=http://127.0.0.1:$(head -n 1 "$TMP/port")/script/v1 TUTOR_MODEL_MODEL=fake
}
no_model() { unset TUTOR_MODEL_BASE_URL TUTOR_MODEL_MODEL; export TUTOR_MODEL_MODEL=none; }
export no_proxy=127.0.0.1 NO_PROXY=127.0.0.1

cat >lost.rs <<'R'
fn main() { println!("{}", triple(2)); }
#[cfg(test)]
mod tests { #[test] fn six() { assert_eq!(super::triple(2), 6); } }
R
cp lost.rs lost.orig
good='fn triple(x: i32) -> i32 { x * 3 }
fn main() { println!("{}", triple(2)); }
#[cfg(test)]
mod tests { #[test] fn six() { assert_eq!(super::triple(2), 6); } }'
fence() { printf '```rust\n%s\n```\n' "$1"; }

# A right answer helps, and only without --no-model.
model "$(fence "$good")"
run fix lost.rs --dry-run --json
[ "$(field .result) $(field .steps[0].source)" = "fixed_tests model" ] && pass || fail "a right answer" "$(head -c 400 "$TMP/out")"
[ "$(field .model_calls)" -ge 1 ] && pass || fail "calls are counted" "$(field .model_calls)"
run fix lost.rs --dry-run --json --no-model
[ "$(field .result) $(field .model_calls)" = "unchanged 0" ] && pass || fail "--no-model" "$(head -c 300 "$TMP/out")"
# Small mistakes in its answer are mended like any others; chatter around the block does no harm.
model "Sure! Here it is: $(printf '\n')
$(fence "${good/x \* 3/let y = x; y += x; y += x; y}")
I hope that helps."
run fix lost.rs --dry-run --json
[ "$(field .result)" = fixed_tests ] && pass || fail "mended after" "$(head -c 400 "$TMP/out")"
# Tests that it weakens are put back, so that a wrong answer stays wrong.
model "$(fence 'fn triple(x: i32) -> i32 { x }
fn main() { println!("{}", triple(2)); }
#[cfg(test)]
mod tests { #[test] fn six() { assert!(true); } }')"
run fix lost.rs --json --dry-run
[ "$(field .result)" != fixed_tests ] && pass || fail "weakened tests" "$(head -c 300 "$TMP/out")"
case $(field '.final_files["lost.rs"]') in *"assert!(true)"*) fail "weakened tests" "they are in the result" ;; *) pass ;; esac
# The program replaced by another: its items are gone, so it is refused.
model "$(fence 'fn main() { println!("Hello, world!"); }')"
run fix lost.rs --json
[ "$(field .success)" = false ] && pass || fail "replaced" "$(head -c 300 "$TMP/out")"
same "replaced" lost.rs lost.orig
# Stubs, switched-off code, nothing, garbage, endless text: never a success, never a write; it is asked a few times only.
for answer in "$(fence "fn triple(x: i32) -> i32 { todo!() }
$(cat lost.orig)")" "$(fence '#![cfg(any())]
fn main() {}')" "" "no code at all" "$(fence 'fn main( {')" '```rust
fn triple(x: i32) -> i32 {'; do
	model "$answer"
	run fix lost.rs --json
	[ "$(field .success)" = false ] && pass || fail "useless answer" "${answer:0:40}: $(head -c 300 "$TMP/out")"
	[ "$(field .model_calls)" -le 4 ] && pass || fail "calls" "$(field .model_calls)"
	same "useless answer" lost.rs lost.orig
done

# Names of files in an answer are no paths.
mkdir t && printf 'use super::*;\n#[test] fn six() { assert_eq!(zork_triple(2), 6); }\n' >t/tests.rs
for name in ../evil.rs ../../evil.rs /tmp/tutor-evil.rs "$TMP/outside/canary" 'src/../../evil.rs' "$(printf 'a\001b')"; do
	model "[filename: $name]
\`\`\`rust
// [filename: $name]
fn evil() {}
\`\`\`
\`\`\`rust $name
pub fn zork_triple(x: i32) -> i32 { let _ = x; 100 }
\`\`\`"
	rm -rf gen && run generate "triple it" --tests t --out gen --json
	[ "$(field .success)" = false ] && pass || fail "path $name" "$(head -c 300 "$TMP/out")"
	untouched "path $name"
done
model "$(fence 'pub fn zork_triple(x: i32) -> i32 { x + x }')" "$(fence 'pub fn zork_triple(x: i32) -> i32 { x * 3 }
fn main() { std::process::exit(0) }
#[cfg(test)] mod tests { #[test] fn mine() {} }')"
rm -rf gen && run generate "triple it" --tests t --out gen --json
[ "$(field .result) $rc" = "generated_tests 0" ] && pass || fail "generate with a model" "$(head -c 400 "$TMP/out")"
same "its tests" t/tests.rs gen/src/tests.rs
rm -rf gen && run generate "zork" --out gen --json
[ "$(field .result)" = generated ] && pass || fail "generate without tests" "$(head -c 300 "$TMP/out")"
works "no more is claimed" 0 "Nobody has checked" generate "zork"
# A slip in its code is mended by the tests, without asking it again.
model "$(fence 'pub fn zork_triple(x: i32) -> i32 { x * 3 + 1 }')"
rm -rf gen && run generate "triple it" --tests t --out gen --json
[ "$(field .result) $(field .model_calls)" = "generated_tests 1" ] && pass || fail "a slip of the model" "$(head -c 400 "$TMP/out")"
# Code that it writes runs walled in.
model "$(fence "pub fn zork_triple(x: i32) -> i32 { let _ = std::fs::remove_file(\"$TMP/outside/canary\"); let _ = std::fs::write(\"$TMP/evil.rs\", \"\"); x * 3 }")"
rm -rf gen && run generate "triple it" --tests t --out gen --json
untouched "code of a model"
# A server that goes away: one sentence's worth of nothing, not a hang.
kill $server; wait $server 2>/dev/null; exec 7>&-; server=
run fix lost.rs --json
[ "$(field .success)" = false ] && pass || fail "no server" "$(head -c 300 "$TMP/out" "$TMP/err")"
no_model

project() { # NAME: a project with an error in its library
	mkdir -p "$1/src"
	printf '[package]\nname = "%s"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\n' "$1" >"$1/Cargo.toml"
	printf 'pub fn f() -> i32 { let n = 1; n += 1; n }\n#[cfg(test)]\nmod tests { #[test] fn two() { assert_eq!(super::f(), 2); } }\n' >"$1/src/lib.rs"
}

# Thousands of files: refused in one sentence.
project many
(cd many/src && seq 10000 | sed 's/.*/m&.rs/' | xargs touch)
refused "10,000 files" 2 "." fix many
# Links out of a project, and a loop of links.
project links
ln -s "$TMP/outside" links/src/away
ln -s .. links/src/up
run fix links --json
[ "$(field .result)" = fixed_tests ] && pass || fail "links" "$(cat "$TMP/err" "$TMP/out" | head -c 300)"
untouched "links"
# A build script that would delete the home and the project.
project script
cat >script/build.rs <<R
fn main() {
    for dir in ["$TMP/outside", "$TMP/w/script/src", "$home", "/"] { let _ = std::fs::remove_dir_all(dir); }
    if let Ok(home) = std::env::var("HOME") { let _ = std::fs::remove_dir_all(home); }
}
R
run fix script --json
untouched "build.rs"
[ -s script/src/lib.rs ] && [ -d "$home" ] && pass || fail "build.rs" "something is gone"
# A crate that is not there: said, nothing changed.
project crate
printf 'not-a-crate-of-anybody = "1"\n' >>crate/Cargo.toml
cp crate/src/lib.rs crate.orig
run fix crate --json
[ "$rc" != 0 ] && grep -qi "not-a-crate\|depend\|cargo" "$TMP/out" "$TMP/err" && pass || fail "missing crate" "$(cat "$TMP/err" "$TMP/out" | head -c 300)"
same "missing crate" crate/src/lib.rs crate.orig
# A procedural macro that never ends.
project looping
mkdir -p looping/mac/src
printf '[package]\nname = "mac"\nversion = "0.1.0"\nedition = "2024"\n[lib]\nproc-macro = true\n' >looping/mac/Cargo.toml
printf 'use proc_macro::TokenStream;\n#[proc_macro]\npub fn spin(_: TokenStream) -> TokenStream { loop {} }\n' >looping/mac/src/lib.rs
printf 'mac = { path = "mac" }\n' >>looping/Cargo.toml
printf 'mac::spin!();\n' >>looping/src/lib.rs
cp looping/src/lib.rs looping.orig
start=$SECONDS
run fix looping --json
[ "$rc" != 0 ] && [ $((SECONDS - start)) -lt 58 ] && pass || fail "looping macro" "exit $rc after $((SECONDS - start)) s"
same "looping macro" looping/src/lib.rs looping.orig

# Two at once; cancelled; killed.
project a; project b; cp -r a a.orig
"$tutor" fix a --json >"$TMP/o1" 2>/dev/null & p1=$!
"$tutor" fix b --json >"$TMP/o2" 2>/dev/null & p2=$!
wait $p1; wait $p2
[ "$(jq -r .result "$TMP/o1")$(jq -r .result "$TMP/o2")" = fixed_testsfixed_tests ] && pass || fail "two at once" "$(cat "$TMP/o1" "$TMP/o2" | head -c 400)"
for i in 1 2 3 4 5 6; do
	rm -rf k && cp -r a.orig k
	"$tutor" fix k >/dev/null 2>&1 & p=$!
	sleep "0.$((i * 29 % 90 + 4))"
	[ $((i % 2)) = 0 ] && kill -9 $p || kill -INT $p
	wait $p 2>/dev/null
	cmp -s k/src/lib.rs a.orig/src/lib.rs || cmp -s k/src/lib.rs a/src/lib.rs && pass || fail "killed" "k/src/lib.rs is neither old nor new"
	[ "$(find k -type f | grep -v Cargo.lock | wc -l)" = 2 ] && pass || fail "killed" "$(find k -type f)"
done
untouched "at the end"
sum
