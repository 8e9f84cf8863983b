#!/usr/bin/env bash
# Bad input: one clear sentence and exit 2, never a crash, never a hang.
set -u
. "$(dirname "$0")/lib.sh"
id=borrowing/look-dont-take
tree=$PWD
mkdir "$TMP/in" && cd "$TMP/in" || exit 1

mkdir dir.rs
printf '\177ELF\001\002\000\377' >binary.rs
printf 'fn main() { let _ = "\377\376"; }\n' >latin.rs
printf 'fn main() {}\0\n' >nul.rs
: >empty.rs
mkfifo fifo.rs
ln -s /dev/zero zero.rs
ln -s loop.rs loop.rs
ln -s gone.rs dangling.rs
head -c 9000000 /dev/zero | tr '\0' ' ' >large.rs
printf 'fn main() {}\n' >secret.rs && chmod 000 secret.rs

while read -r file says; do
	for words in "check $file" "explain $file" "check $id --code $file"; do
		refused "$words" 2 "$says" $words
	done
done <<'LIST'
missing.rs no file
dangling.rs no file
dir.rs directory
binary.rs NUL bytes
latin.rs not UTF-8 text \(byte 21\)
nul.rs NUL bytes
empty.rs is empty
fifo.rs not a regular file
zero.rs not a regular file
/dev/zero not a regular file
/dev/null not a regular file
loop.rs symbolic links|no file
large.rs larger than 8388608 bytes
/proc/self/mem Cannot read
LIST
# Root may read everything.
[ "$(id -u)" = 0 ] || refused "check secret.rs" 2 "Permission denied" check secret.rs
refused "trailing slash" 2 "no exercise .large.rs/" check large.rs/
refused "folder without manifest" 2 "without a Cargo.toml" check .
refused "explain of such a folder" 2 "without a Cargo.toml" explain .
mkdir broken && printf 'not toml at all [[[\n' >broken/Cargo.toml
run check broken --json
[ "$rc" = 1 ] && jq -e '.verdict == "compile_error" or .verdict == "crashed"' "$TMP/out" >/dev/null && pass ||
	fail "broken Cargo.toml" "exit $rc: $(cat "$TMP/out" "$TMP/err" | head -c 300)"
mkdir nested && mkdir nested/Cargo.toml
refused "a manifest that is a folder" 2 "Cargo.toml" check nested

# Unknown ids come back with the nearest names; wrong words with what is wrong about them.
while IFS='|' read -r words says; do
	refused "$words" 2 "$says" $words
done <<'LIST'
check borowing/look-dont-take|Did you mean `borrowing/look-dont-take`
check look-dont-take|Did you mean `borrowing/look-dont-take`
exercise ownership|Did you mean `ownership/
explain borrowing/look-dont|Did you mean `borrowing/look-dont-take`
hint borrowing/look-dont|Did you mean `borrowing/look-dont-take`
reset borrowing/look-dont|Did you mean `borrowing/look-dont-take`
lesson helo-cargo|Did you mean `hello-cargo`
lesson variabels|Did you mean `variables`
exercises --topic borowing|Did you mean `borrowing`
pack check borowing|Did you mean `borrowing`
lesson 9999|no lesson `9999`
lesson -1|no lesson `-1`
lesson zzzzqqqq|no lesson
exercise ../../../etc/passwd|no exercise
reset ../../etc|no exercise
check borrowing/look-dont-take --variant nope|no variant `nope`
check borrowing/look-dont-take --variant ../..|no variant
explain E9999|rustc knows no error E9999
explain E99999|no file, error code or exercise
lesons|Did you mean `lessons`
progress|Did you mean `progress show`
pack|Did you mean `pack check`
nonsense|no command `nonsense`
-x|no command
--nope|no command
check|needs target
explain|needs what
lesson|needs id
hint|needs id
reset|needs id
check a b|one word too many
lessons extra|one word too many
doctor extra|one word too many
check --wrong x|knows no --wrong
check --code|--code needs a value
lesson hello-cargo --markdown=3|takes no value
hint borrowing/look-dont-take --rung 9|between 0 and 5
hint borrowing/look-dont-take --rung x|whole number
hint borrowing/look-dont-take --rung 99999999999999999999|whole number
hint borrowing/look-dont-take --rung 1e3|whole number
explain E0382 --edition 1999|2015, 2018, 2021, 2024
explain -|nothing on standard input
LIST
refused "empty word" 2 "target is empty" check ""
refused "empty id" 2 "id is empty" lesson ""
refused "invalid UTF-8 in an id" 2 "not UTF-8" lesson "$(printf 'a\377')"
refused "invalid UTF-8 in a path" 2 "not UTF-8" check "$(printf 'a\377.rs')"
refused "escape sequences are not echoed" 2 'no lesson' lesson "$(printf 'a\033[31mred\007')"
refused "nor in a command" 2 'no command' "$(printf '\033]0;title\007')"
refused "nor in a flag" 2 'knows no' lessons "$(printf -- '--\033[2J')"
refused "a long id" 2 'at most 200 bytes' lesson "$(head -c 5000 /dev/zero | tr '\0' a)"
refused "a long path" 2 'at most 4096 bytes' check "$(head -c 100000 /dev/zero | tr '\0' a)"
refused "a long question" 2 'no file' explain "$(head -c 100000 /dev/zero | tr '\0' a)"
refused "a long command" 2 'no command' "$(head -c 100000 /dev/zero | tr '\0' a)"
refused "a long flag" 2 'knows no' lessons "--$(head -c 100000 /dev/zero | tr '\0' a)"
refused "thousands of words" 2 'too many' check $(yes w | head -n 20000)

# Standard input without an end, without text, without anything.
paste() { # NAME CODE PATTERN FILE
	timeout -k 5 30 "$tutor" explain - <"$4" >"$TMP/out" 2>"$TMP/err"
	rc=$?
	[ "$rc" = "$2" ] && cat "$TMP/out" "$TMP/err" | grep -qE "$3" && pass || fail "$1" "exit $rc: $(head -c 300 "$TMP/err")"
}
paste "endless stdin" 2 "more than 1 MiB" /dev/zero
paste "no compiler text" 2 "no compiler error" "$tree/tests/e2e/lib.sh"
paste "binary stdin" 2 "no compiler error" binary.rs
printf 'error[E0382]: \033[31muse of moved value: `s`\033[0m\n --> src/main.rs:4:20\n' >pasted.txt
paste "coloured compiler text" 0 "moved value" pasted.txt
LC_ALL=C grep -q $'\033' "$TMP/out" && fail "colours are taken out" "an escape sequence is left" || pass
printf 'error[E0382]: \377\376 use of moved value\n' >pasted.txt
paste "bad bytes in compiler text" 0 "E0382" pasted.txt
printf '{"$message_type":"diagnostic","message":"x","level":"error","spans":[{"line_start":-5,"byte_start":99999999999}]}\n' >pasted.txt
paste "mad JSON" 0 "." pasted.txt
timeout 30 "$tutor" explain - <&- >"$TMP/out" 2>"$TMP/err"
[ $? = 2 ] && is_sentence "$TMP/err" && pass || fail "closed stdin" "$(cat "$TMP/err")"

# The error is JSON on stdout when JSON was asked for, wherever the flag stands.
for words in "lesson nope --json" "--json" "check a b --json" "lessons --wrong --json" "nonsense --json" "check missing.rs --json"; do
	run $words
	[ "$rc" = 2 ] && jq -e '.error.kind == "usage" and (.error.message | length > 10)' "$TMP/out" >/dev/null 2>&1 && pass ||
		fail "$words" "exit $rc, no error object: $(head -c 200 "$TMP/out")"
done

# Output that cannot be written is said; a reader that went away is not.
"$tutor" lessons >/dev/full 2>"$TMP/err"
[ $? = 3 ] && is_sentence "$TMP/err" && pass || fail "full stdout" "$(cat "$TMP/err")"
"$tutor" lessons 2>"$TMP/err" | head -n 1 >/dev/null
[ -s "$TMP/err" ] && fail "closed pipe" "$(cat "$TMP/err")" || pass
"$tutor" lessons >&- 2>"$TMP/err"
[ $? = 3 ] && is_sentence "$TMP/err" && pass || fail "closed stdout" "$(cat "$TMP/err")"
for width in 0 -1 1 19 20 999999999999999999999 x; do
	run -- env COLUMNS=$width "$tutor" lesson 1
	[ "$rc" = 0 ] && [ -s "$TMP/out" ] && pass || fail "COLUMNS=$width" "exit $rc"
done

# A text in the middle of every limit: it gets a verdict, not a crash.
printf 'fn main() { println!("hi") }' >'a name with spaces, "quotes" and $(touch pwned).rs'
verdict "a strange file name" passed 'a name with spaces, "quotes" and $(touch pwned).rs'
cp 'a name with spaces, "quotes" and $(touch pwned).rs' ./-Zhelp.rs
verdict "a name that looks like a flag" passed ./-Zhelp.rs
verdict "the same after --" passed -- -Zhelp.rs
[ -e pwned ] && fail "a file name is no command" "it was run" || pass
printf '\357\273\277fn main() { println!("hi"); }\r\n' >bom.rs
verdict "byte order mark and CRLF" passed bom.rs
printf '#!/usr/bin/env run\nfn main() {}\n' >shebang.rs
verdict "a shebang line" passed shebang.rs
printf 'fn main() {}' >tests.rs && cp tests.rs probe.rs && cp tests.rs prog
verdict "a file named as one of ours" passed tests.rs
verdict "another" passed probe.rs
verdict "no extension" passed ./prog
printf '}}}}}' >closed.rs
verdict "only closing braces" compile_error closed.rs
printf ' \n\n' >blank.rs
verdict "only blanks" compile_error blank.rs
yes '(' | head -n 20000 | tr -d '\n' >deep.rs
verdict "deep nesting" "compile_error crashed" deep.rs
sum
