#!/usr/bin/env bash
# tutor fix where the program compiles and its tests fail: one slip of each kind is mended, tests and their values are left alone,
# what else passes is told, and what is out of reach is said to be.
set -u
. "$(dirname "$0")/lib.sh"
export TUTOR_MODEL_MODEL=none
mkdir "$TMP/w" && cd "$TMP/w" || exit 1

field() { jq -r "$1" "$TMP/out" 2>/dev/null; }
rust() { # NAME CODE TESTS: a file with a main and tests
	printf '%s\nfn main() {}\n#[cfg(test)]\nmod tests {\n    use super::*;\n%s\n}\n' "$2" "$3" >"$1.rs"
	cp "$1.rs" "$1.orig"
}
mended() { # NAME WANTED: fixed_tests, and this text is in the file, whose tests are what they were
	run fix "$1.rs" --json
	[ "$(field .result)" = fixed_tests ] && grep -qF -- "$2" "$1.rs" && pass || fail "$1" "$(head -c 500 "$TMP/out" "$TMP/err")"
	[ "$(sed -n '/cfg(test)/,$p' "$1.rs")" = "$(sed -n '/cfg(test)/,$p' "$1.orig")" ] && pass || fail "$1" "its tests changed"
}

rust bound 'pub fn total(n: u32) -> u32 { let mut t = 0; let mut i = 1; while i < n { t += i; i += 1; } t }' \
	'    #[test] fn four() { assert_eq!(total(4), 10); }
    #[test] fn none() { assert_eq!(total(0), 0); }'
mended bound 'while i <= n'
case $(field '.steps[0].reason') in *'`i < n`'*'`tests::four` gets `6` where it expects `10`'*) pass ;; *) fail "its reason" "$(field '.steps[0].reason')" ;; esac
rust queue 'use std::collections::VecDeque;
pub fn line(names: &[&str]) -> VecDeque<String> { let mut q = VecDeque::new(); for n in names { q.push_front(n.to_string()); } q }' \
	'    #[test] fn order() { assert_eq!(line(&["a", "b", "c"]), ["a", "b", "c"]); }
    #[test] fn empty() { assert!(line(&[]).is_empty()); }'
mended queue 'q.push_back(n'
rust share 'pub fn percent(part: u32, of: u32) -> u32 { if of == 0 { return 0; } part / of * 100 }' \
	'    #[test] fn half() { assert_eq!(percent(1, 2), 50); }
    #[test] fn third() { assert_eq!(percent(1, 3), 33); }'
mended share 'part * 100 / of'
rust endless 'pub fn digits(mut n: u32) -> u32 {
    let mut count = 0;
    let mut left = n;
    while left > 0 {
        n /= 10;
        count += 1;
    }
    count + n
}' '    #[test] fn three() { assert_eq!(digits(512), 3); }
    #[test] fn none() { assert_eq!(digits(0), 0); }'
run fix endless.rs --json
[ "$(field .result)" != fixed ] && [ "$(field .cancelled)" = false ] && pass || fail "endless" "$(head -c 300 "$TMP/out")"

# Behind an error of the compiler there is one of the logic, too.
rust both 'pub fn largest(v: &[i32]) -> i32 { let best = v[0]; for &x in v { if x < best { best = x; } } best }' \
	'    #[test] fn mixed() { assert_eq!(largest(&[3, 9, 2]), 9); }
    #[test] fn one() { assert_eq!(largest(&[-5]), -5); }'
mended both 'if x > best'
[ "$(field '.steps | length')" = 2 ] && pass || fail "two steps" "$(field '.steps | length')"

# Two slips, each of which one more test passes with.
rust pair 'pub fn inside(x: i32, low: i32, high: i32) -> bool { x > low && x < high }' \
	'    #[test] fn low() { assert!(inside(1, 1, 5)); }
    #[test] fn high() { assert!(inside(5, 1, 5)); }
    #[test] fn out() { assert!(!inside(0, 1, 5)); assert!(!inside(6, 1, 5)); }'
mended pair 'x >= low && x <= high'

# Tests that cannot tell two changes apart: said.
rust vague 'pub fn small(x: i32) -> bool { x > 10 }' '    #[test] fn three() { assert!(small(3)); }
    #[test] fn many() { assert!(!small(99)); }'
run fix vague.rs --json --dry-run
[ "$(field .result)" = fixed_tests ] && case $(field '.steps[0].reason') in *"cannot tell them apart"*) pass ;; *) fail "a rival" "$(field '.steps[0].reason')" ;; esac

# No case of its own for a test's value; what nobody calls is left alone.
rust table 'pub fn code(x: u32) -> u32 { x }
pub fn other(x: u32) -> u32 { x - 1 }' '    #[test] fn a() { assert_eq!(code(3), 7919); }
    #[test] fn b() { assert_eq!(code(4), 104729); }'
run fix table.rs --json
[ "$(field .result) $rc" = "unchanged 1" ] && cmp -s table.rs table.orig && pass || fail "out of reach" "$(head -c 300 "$TMP/out")"
works "out of reach is said" 1 "no small change was found" fix table.rs
# What a comment protects is not touched.
rust guarded '// Do not change this function.
pub fn f(x: i32) -> i32 { x - 1 }' '    #[test] fn a() { assert_eq!(f(1), 2); }'
run fix guarded.rs --json
[ "$(field .result)" != fixed_tests ] && cmp -s guarded.rs guarded.orig && pass || fail "protected" "$(head -c 300 "$TMP/out")"

# A project: the slip in one of its files, the tests in another that is not touched.
mkdir -p p/src p/tests
printf '[package]\nname = "p"\nversion = "0.1.0"\nedition = "2024"\n' >p/Cargo.toml
printf 'mod util;\npub fn shout(s: &str) -> String { util::loud(s) }\n' >p/src/lib.rs
printf 'pub fn loud(s: &str) -> String { format!("{}!", s.to_lowercase()) }\n' >p/src/util.rs
printf '#[test]\nfn loud() { assert_eq!(p::shout("hi"), "HI!"); }\n' >p/tests/t.rs
cp p/tests/t.rs t.orig
run fix p --json
[ "$(field .result)" = fixed_tests ] && grep -q to_uppercase p/src/util.rs && cmp -s p/tests/t.rs t.orig && pass || fail "project" "$(head -c 500 "$TMP/out" "$TMP/err")"

# Right as it is: not a byte is written.
rust right 'pub fn f(x: i32) -> i32 { x + 1 }' '    #[test] fn a() { assert_eq!(f(1), 2); }'
works "right as it is" 0 "its tests pass; there is nothing to fix" fix right.rs
cmp -s right.rs right.orig && pass || fail "right as it is" "it changed"

# Stopped in the middle: nothing is written, nobody is left.
rust slow 'pub fn f(n: u32) -> u32 { let mut i = 0; while i != n + 1 { i += 2; } i + n * 7 }' '    #[test] fn a() { assert_eq!(f(2), 999); }'
"$tutor" fix slow.rs >"$TMP/o" 2>&1 & p=$!
sleep 2; kill -INT $p; wait $p
cmp -s slow.rs slow.orig && pass || fail "stopped" "$(cat "$TMP/o")"
sum
