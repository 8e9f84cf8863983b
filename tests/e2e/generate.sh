#!/usr/bin/env bash
# tutor generate: what is claimed holds, tests are never changed, nothing half-written; project status, files, download.
set -u
. "$(dirname "$0")/lib.sh"
mkdir "$TMP/w" && cd "$TMP/w" || exit 1
export LLM_API_BASE= # no model here

field() { jq -r "$1" "$TMP/out" 2>/dev/null; }
result() { # NAME RESULT CODE WORDS...
	local name=$1 want=$2 code=$3
	shift 3
	run generate "$@" --no-model --json
	[ "$(field .result)" = "$want" ] && [ "$rc" = "$code" ] && pass || fail "$name" "wanted $want, got $(field .result) (exit $rc): $(cat "$TMP/err" "$TMP/out" | head -c 400)"
}
has() { [ "$2" "$3" ] && pass || fail "$1" "not $2 $3"; }
builds() { # NAME DIR WORDS: cargo itself agrees
	(cd "$2" && CARGO_TARGET_DIR=$TMP/target cargo "${@:3}" --offline -q >"$TMP/cargo" 2>&1) && pass || fail "$1" "$(head -c 600 "$TMP/cargo")"
}

# The sentence of the manual, no model: a task, and no claim that it is what was asked.
result "nearest" nearest_task 1 "a word counter that reads stdin" --out wc
has "manifest" -f wc/Cargo.toml
builds "nearest builds" wc build
[ "$(printf 'a b\nc\n' | "$TMP/target/debug/wc" | grep -c 3)" -ge 1 ] && pass || fail "it reads stdin" "$(printf 'a b\nc\n' | "$TMP/target/debug/wc")"
works "said plainly" 1 "nearest task" generate "a word counter that reads stdin" --no-model
result "nothing" nothing 1 "quantum blockchain ledger for zebras" --out none
[ ! -e none ] && pass || fail "nothing" "written"
result "library" nearest_task 1 "convert numbers to roman numerals" --lib --out lib
has "a lib.rs" -f lib/src/lib.rs
builds "library builds" lib test
result "args" nearest_task 1 "check whether a text is a palindrome, from the command line arguments" --out pal
builds "args builds" pal build

# Tests decide.
mkdir t1 t2 t3 t4 t5
cat >t1/roman.rs <<'R'
use numerals::*;
#[test] fn there() { assert_eq!(int_to_roman(1994), "MCMXCIV"); }
#[test] fn back() { assert_eq!(roman_to_int("XIV"), Some(14)); }
R
cat >t2/tests.rs <<'R'
use super::*;
#[test]
fn oldest_goes() {
    let mut c: LruCache<i32, &str> = LruCache::new(2);
    c.insert(1, "a");
    c.insert(2, "b");
    assert_eq!(c.get(&1), Some(&"a"));
    c.insert(3, "c");
    assert_eq!(c.get(&2), None);
}
R
cat >t3/inside.rs <<'R'
#[cfg(test)]
mod tests {
    use super::*;
    #[test] fn yes() { assert!(is_palindrome("Never odd or even")); }
}
R
cat >t4/bare.rs <<'R'
#[test] fn no() { assert!(!is_palindrome("word")); }
R
cat >t5/wrong.rs <<'R'
use super::*;
#[test] fn yes() { assert!(is_palindrome("level")); }
#[test] fn impossible() { assert!(is_palindrome("word")); }
R
for t in t1 t2 t3 t4; do
	result "tests $t" generated_tests 0 "make these pass" --tests $t --out o-$t
	builds "cargo agrees $t" o-$t test
	[ "$(cat o-$t/tests/*.rs o-$t/src/*.rs 2>/dev/null | grep -cFxf <(grep -F '#[test]' $t/*.rs))" -ge 1 ] && pass || fail "tests $t" "they are not in the project"
done
cmp -s t1/roman.rs o-t1/tests/roman.rs && pass || fail "tests as given" "changed"
grep -q 'name = "numerals"' o-t1/Cargo.toml && pass || fail "name" "$(cat o-t1/Cargo.toml)"
result "one cannot pass" partial 1 "make these pass" --tests t5 --out o-t5
[ "$(field .success) $(field .tests_failed)" = "false 1" ] && pass || fail "partial" "$(head -c 300 "$TMP/out")"
cmp -s t5/wrong.rs o-t5/src/wrong.rs && pass || fail "tests as given" "changed"

# What cannot be.
refused "a full folder" 2 "no empty folder" generate "fizzbuzz" --out wc --no-model
mkdir empty
result "an empty folder" nearest_task 1 "fizzbuzz" --out empty/
ln -s "$TMP/w/t1" link
refused "a link" 2 "symbolic link" generate "fizzbuzz" --out link --no-model
refused "tests are a link" 2 "symbolic link" generate "fizzbuzz" --tests link --no-model
mkdir nothing && echo 'fn a() {}' >nothing/a.rs
refused "no test" 2 "no test" generate "fizzbuzz" --tests nothing --no-model
refused "no folder" 2 "folder of tests" generate "fizzbuzz" --tests nowhere --no-model
refused "both" 2 "not both" generate "fizzbuzz" --lib --bin --no-model
refused "no place" 2 "[Cc]annot" generate "fizzbuzz" --out nowhere/below/x --no-model
head -c 300000 /dev/zero | tr '\0' 'x' >nothing/big.rs
refused "huge tests" 2 "." generate "fizzbuzz" --tests nothing --no-model

# Projects by their number.
run generate "fizzbuzz" --no-model --json
id=$(field .project_id)
works "status" 0 "error" project status "$id"
works "files" 0 "src/main.rs" project files "$id"
works "one file" 0 "fn main" project files "$id" src/main.rs
refused "outside" 2 "no file" project files "$id" ../status.json
refused "absolute" 2 "no file" project files "$id" /etc/passwd
works "zip" 0 "f.zip" project download "$id" --out f.zip
python3 -c 'import sys, zipfile; z = zipfile.ZipFile("f.zip"); assert z.testzip() is None; n = z.namelist(); assert any(x.endswith("/src/main.rs") for x in n), n' && pass || fail "zip" "cannot be read"
refused "zip there" 2 "there already" project download "$id" --out f.zip
refused "unknown number" 2 "no project" project status 00000000000000000000000000000000
refused "odd number" 2 "no project" project status ../../etc

# Killed: the out folder is not there or whole, and the project is known as failed.
for i in 1 2 3 4 5; do
	rm -rf k k.*
	"$tutor" generate "make these pass" --tests t2 --no-model --out k >/dev/null 2>&1 & p=$!
	sleep "0.$((i * 23 % 90 + 5))"
	kill -9 $p 2>/dev/null; wait $p 2>/dev/null
	if [ -e k ]; then
		[ -f k/Cargo.toml ] && [ -f k/src/lib.rs ] && [ -f k/src/tests.rs ] && pass || fail "kill -9" "$(find k)"
	else
		pass
	fi
done
for s in "$home"/state/projects/*/; do
	run project status "$(basename "$s")" --json
	case $(field .status) in completed | error | failed) ;; *) fail "after kill" "$(cat "$TMP/out")" ;; esac
done
"$tutor" generate "make these pass" --tests t5 --no-model --out int >/dev/null 2>&1 & p=$!
sleep 0.3; kill -INT $p; wait $p
[ ! -e int ] && pass || fail "interrupted" "written"
[ "$(find "$home/state/projects" -mindepth 1 -maxdepth 1 | wc -l)" -le 20 ] && pass || fail "bounded" "more than 20 kept"
sum
