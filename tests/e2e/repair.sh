#!/usr/bin/env bash
# tutor fix: results kept apart, tests and items left alone, nothing outside changed, nothing half-written.
set -u
. "$(dirname "$0")/lib.sh"
mkdir "$TMP/w" && cd "$TMP/w" || exit 1

same() { cmp -s "$2" "$3" && pass || fail "$1" "$2 and $3 differ"; }
result() { # NAME WANTED WORDS...: `tutor fix WORDS --json` has this result
	local name=$1 want=$2 got
	shift 2
	run fix "$@" --json
	got=$(jq -r .result "$TMP/out" 2>/dev/null)
	[ "$got" = "$want" ] && pass || fail "$name" "wanted $want, got ${got:-nothing} (exit $rc): $(cat "$TMP/err" "$TMP/out" | head -c 400)"
}

# The six results.
cat >tested.rs <<'E'
fn double(x: i32) -> i32 { x * 2 }
fn main() { let v = vec![1]; let w = v; println!("{:?} {:?} {}", v, w, double(2)); }
#[cfg(test)]
mod tests { #[test] fn two() { assert_eq!(super::double(1), 2); } }
E
sed '/cfg(test)/,$d' tested.rs >plain.rs
cat >hole.rs <<'E'
struct P { x: i32, y: i32 }
fn main() { let p = P { x: 1 }; println!("{}", p.x + p.y); }
E
cat >unsafe.rs <<'E'
unsafe fn danger() -> i32 { 4 }
fn main() { println!("{}", danger()); }
E
cat >half.rs <<'E'
fn main() { let n = 1; n = 2; println!("{n}"); vanished(1).and_its_friends(); let y: String = "a"; println!("{y}"); }
E
cat >hopeless.rs <<'E'
fn main() { vanished_completely(1).and_its_friends() }
E
result "tests" fixed_tests tested.rs --dry-run
result "plain" fixed plain.rs --dry-run
result "unsafe is risky" fixed_risky unsafe.rs --dry-run
result "stub" stubbed hole.rs --stubs --dry-run
result "hopeless" unchanged hopeless.rs
[ "$rc" = 1 ] && pass || fail "hopeless" "exit $rc"
result "no stub unless asked for" unchanged hole.rs --dry-run
printf 'fn main() {}\n' >fine.rs
result "nothing to fix" unchanged fine.rs
[ "$rc" = 0 ] && pass || fail "nothing to fix" "exit $rc"

# Where it is written, and what is kept.
cp plain.rs a.rs
result "written" fixed a.rs
kept=$(jq -r .backup "$TMP/out")
same "original kept" "$kept/a.rs" plain.rs
cmp -s a.rs plain.rs && fail "written" "a.rs is as before" || pass
works "it compiles" 0 "It compiles" compile a.rs
cp plain.rs b.rs
result "dry run" fixed b.rs --dry-run
same "dry run" b.rs plain.rs
result "out" fixed b.rs --out c.rs
same "out leaves the original" b.rs plain.rs
same "out is the result" c.rs a.rs
cp hopeless.rs h.rs
run fix h.rs
same "unchanged" h.rs hopeless.rs

# Tests are never changed: here only the test is wrong.
cat >wrongtest.rs <<'E'
fn one() -> i32 { 1 }
fn main() { one(); }
#[cfg(test)]
mod tests { #[test] fn one() { assert_eq!(super::one(), "one"); } }
E
cp wrongtest.rs wt.rs
run fix wt.rs --json --partial --attempts 40
diff <(sed -n '/cfg(test)/,$p' wt.rs) <(sed -n '/cfg(test)/,$p' wrongtest.rs) >/dev/null && pass || fail "test edited" "$(cat wt.rs)"
jq -e '.result == "improved" or .result == "unchanged"' "$TMP/out" >/dev/null && pass || fail "a failing test is a success" "$(jq -c '[.result,.steps]' "$TMP/out")"
cat >keep.rs <<'E'
fn main() {
    let x: i32 = "five"; // Don't change this line
    println!("{x}");
}
E
cp keep.rs keep2.rs
run fix keep2.rs --json --partial --stubs --attempts 40
grep -q "let x: i32 = \"five\"; // Don't change this line" keep2.rs && pass || fail "protected line" "$(cat keep2.rs)"
# No success by throwing things away.
cat >gone.rs <<'E'
fn helper(x: Missing) -> i32 { other(x) }
fn second() -> Nowhere { thing() }
fn main() { println!("hi"); }
E
run fix gone.rs --json --dry-run --attempts 40
jq -r '.final_files["gone.rs"]' "$TMP/out" >after.rs
if grep -q 'fn helper' after.rs && grep -q 'fn second' after.rs && grep -q 'fn main' after.rs; then pass; else fail "items gone" "$(cat after.rs)"; fi

# What cannot be written is refused before anything is tried.
cp plain.rs ro.rs && chmod 444 ro.rs
refused "read-only" 2 "read-only" fix ro.rs
same "read-only" ro.rs plain.rs
result "read-only, to another place" fixed ro.rs --out ro2.rs
cp plain.rs target.rs && ln -s target.rs link.rs
refused "a link" 2 "symbolic link" fix link.rs
same "a link" target.rs plain.rs
ln -s target.rs outlink.rs
refused "out is a link" 2 "symbolic link" fix plain.rs --out outlink.rs
same "out is a link" target.rs plain.rs
refused "no such file" 2 "no file" fix missing.rs
refused "a folder without manifest" 2 "without a Cargo.toml" fix .

# Projects.
project() { # NAME
	mkdir -p "$1/src" "$1/tests"
	printf '[package]\nname = "%s"\nversion = "0.1.0"\nedition = "2021"\n' "$1" >"$1/Cargo.toml"
	printf 'pub mod util;\npub fn name() -> String { "%s" }\n' "$1" >"$1/src/lib.rs"
	printf 'pub fn len(s: &str) -> usize { let n = s.len(); n = n + 1; n - 1 }\n' >"$1/src/util.rs"
	printf '#[test]\nfn works() { assert_eq!(%s::util::len(&%s::name()), %d); }\n' "$1" "$1" "${#1}" >"$1/tests/t.rs"
}
project one; project two; project three; project six
cp -r one one.orig
result "project" fixed_tests one
same "tests of a project" one/tests/t.rs one.orig/tests/t.rs
works "it passes" 0 passed check one
result "project to a new folder" fixed_tests two --out two.fixed
works "it passes" 0 passed check two.fixed
refused "the folder is there" 2 "there already" fix two --out two.fixed
ln -s two linked
refused "a linked project" 2 "symbolic link" fix linked
# A source that is a link to somewhere else stays as it is, on both ends.
project four
mv four/src/util.rs outside.rs && ln -s "$PWD/outside.rs" four/src/util.rs && cp outside.rs outside.orig
run fix four --partial --json
same "outside through a link" outside.rs outside.orig
[ -L four/src/util.rs ] && pass || fail "link replaced" "four/src/util.rs"
# A build script cannot reach the home or the project.
project five
touch "$TMP/canary"
printf 'fn main() { let _ = std::fs::remove_file("%s"); let _ = std::fs::write("%s/src/lib.rs", ""); }\n' "$TMP/canary" "$PWD/five" >five/build.rs
run fix five --json
[ -e "$TMP/canary" ] && [ -s five/src/lib.rs ] && pass || fail "build script" "reached out"

# Two at once, each its own.
"$tutor" fix three --json >"$TMP/o1" 2>/dev/null & p1=$!
"$tutor" fix six --json >"$TMP/o2" 2>/dev/null & p2=$!
wait $p1; wait $p2
[ "$(jq -r .result "$TMP/o1")$(jq -r .result "$TMP/o2")" = fixed_testsfixed_tests ] && pass || fail "two at once" "$(cat "$TMP/o1" "$TMP/o2" | head -c 400)"
[ "$(jq -r .backup "$TMP/o1")" != "$(jq -r .backup "$TMP/o2")" ] && pass || fail "two at once" "one backup for both"

# Changed by its owner meanwhile: nothing is written over it.
sed 's/vec!\[1\]/vec![1, 2]/' plain.rs >busy.rs
"$tutor" fix busy.rs >"$TMP/o" 2>"$TMP/e" & p=$!
sleep 0.03; printf '// mine\n' >>busy.rs
wait $p
grep -q "// mine" busy.rs && pass || fail "changed meanwhile" "$(cat busy.rs "$TMP/o" "$TMP/e")"

# Killed at any moment: each file is the old one or the new one.
for i in 1 2 3 4 5 6 7 8; do
	rm -rf k; cp -r one.orig k
	"$tutor" fix k >/dev/null 2>&1 & p=$!
	sleep "0.$((i * 17 % 90 + 5))"
	kill -9 $p 2>/dev/null; wait $p 2>/dev/null
	for f in src/lib.rs src/util.rs tests/t.rs; do
		cmp -s "k/$f" "one.orig/$f" || cmp -s "k/$f" "one/$f" || fail "kill -9" "k/$f is neither old nor new"
	done
	[ "$(find k -type f | wc -l)" = 4 ] && pass || fail "kill -9" "$(find k -type f)"
done
cp half.rs int.rs
"$tutor" fix int.rs --thorough --partial >"$TMP/o" 2>&1 & p=$!
sleep 0.2; kill -INT $p; wait $p
same "interrupted" int.rs half.rs
sum
