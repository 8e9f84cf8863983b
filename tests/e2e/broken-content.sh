#!/usr/bin/env bash
# A content folder with broken files: the rest still works, nothing crashes, and `pack check` names the file.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

good=$TMP/good
fresh() { # a small copy, whole
	rm -rf "$TMP/c" && cp -R "$good" "$TMP/c"
}
mkdir -p "$good/lessons" "$good/exercises" "$good/kb/cards/errors"
cp lessons/01-*.md lessons/02-*.md "$good/lessons/"
for e in borrowing/look-dont-take variables/inner-block slices/sum-in-order; do
	mkdir -p "$good/exercises/${e%/*}" && cp -R "exercises/$e" "$good/exercises/$e"
done
cp kb/concepts.yaml "$good/kb/" && cp kb/cards/errors/E0382.md kb/cards/errors/E0425.md "$good/kb/cards/errors/"
export TUTOR_CONTENT=$TMP/c
lesson=$(basename "$good"/lessons/02-*.md)
lesson_id=$(sed -n 's/^id: //p' "$good/lessons/$lesson" | head -n 1)

# The others still work, whatever is broken. $1: what is broken; $2: an exercise that is not.
rest_works() {
	local ex=$2 n=$failed
	for words in lessons "lesson 1" exercises "exercise $ex" "explain E0382" "progress show"; do
		run $words
		[ "$rc" = 0 ] && [ -s "$TMP/out" ] || fail "$1: tutor $words" "exit $rc: $(head -c 300 "$TMP/err")"
	done
	run doctor
	[ "$rc" -lt 2 ] || fail "$1: doctor" "exit $rc"
	[ "$n" = "$failed" ] && pass
}
# NAME FILE WHAT: `pack check WHAT` fails and names the file (or the id), in JSON and in words.
named() {
	run pack check $3 --json
	[ "$rc" = 1 ] && jq -re '.problems[] | .id + ": " + .what' "$TMP/out" 2>/dev/null | grep -qF -- "$2" && pass ||
		fail "$1: pack check names $2" "exit $rc: $(head -c 500 "$TMP/out" "$TMP/err")"
}

fresh
works "the small course is whole" 0 '"problems": *\[\]' pack check --json
rest_works "whole" borrowing/look-dont-take

breaking() { # what stands in a broken file of front matter: the way, then the bytes
	case $1 in
	empty) : ;;
	"no front matter") echo "Just words." ;;
	"front matter without an end") printf -- '---\nid: x\ntitle: y\n' ;;
	"YAML that is none") printf -- '---\nid: [unclosed\n  title: "y\n---\ntext\n' ;;
	"YAML bomb") printf -- '---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e]\nid: [*f,*f,*f,*f,*f,*f]\n---\n' ;;
	"deep YAML") printf -- '---\nid: %s\n---\n' "$(head -c 20000 /dev/zero | tr '\0' '[')" ;;
	"a list for a map") printf -- '---\n- a\n- b\n---\ntext\n' ;;
	"values of other types") printf -- '---\nid: {a: b}\ntitle: [1, 2]\nminutes: many\nconcepts: 7\nrequires: {}\nkind: [fix]\ndifficulty: -9999999999999999999\n---\ntext\n' ;;
	"another id") printf -- '---\nid: some/other\ntitle: t\ntopic: some\nconcepts: []\nminutes: 5\ndifficulty: 1\nkind: fix\n---\ntext\n' ;;
	"NUL bytes") printf -- '---\nid: x\0y\n---\n' ;;
	"bytes that are not UTF-8") printf -- '---\nid: x\ntitle: \377\376\n---\n' ;;
	"random bytes") head -c 20000 /dev/urandom ;;
	"5 MB of it") printf -- '---\nid: x\ntitle: y\n' && head -c 5000000 /dev/zero | tr '\0' 'a' ;;
	esac
}
ways=(empty "no front matter" "front matter without an end" "YAML that is none" "YAML bomb" "deep YAML" "a list for a map"
	"values of other types" "another id" "NUL bytes" "bytes that are not UTF-8" "random bytes" "5 MB of it")
for way in "${ways[@]}"; do
	fresh
	breaking "$way" >"$TMP/c/exercises/borrowing/look-dont-take/exercise.md"
	rest_works "exercise, $way" variables/inner-block
	named "exercise, $way" borrowing/look-dont-take borrowing/look-dont-take
	for words in "exercise borrowing/look-dont-take" "check borrowing/look-dont-take" "hint borrowing/look-dont-take" "reset borrowing/look-dont-take"; do
		refused "exercise, $way: $words" 2 'look-dont-take' $words
	done
	fresh
	breaking "$way" >"$TMP/c/lessons/$lesson"
	[ "$way" = "another id" ] || named "lesson, $way" "lessons/$lesson" lessons
	rest_works "lesson, $way" variables/inner-block
	fresh
	breaking "$way" >"$TMP/c/kb/cards/errors/E0425.md"
	rest_works "card, $way" variables/inner-block
	named "card, $way" "E0425" kb
done

# A directory, a link to nowhere, a FIFO and an endless file in place of each file.
odd() { # HOW PATH
	rm -rf "$2"
	case $1 in
	folder) mkdir "$2" ;;
	"dangling link") ln -s /nowhere/at/all "$2" ;;
	FIFO) mkfifo "$2" ;;
	"endless file") ln -s /dev/zero "$2" ;;
	esac
}
for how in folder "dangling link" FIFO "endless file"; do
	fresh && odd "$how" "$TMP/c/exercises/borrowing/look-dont-take/exercise.md"
	rest_works "exercise.md is a $how" variables/inner-block
	fresh && odd "$how" "$TMP/c/lessons/$lesson"
	rest_works "a lesson is a $how" variables/inner-block
	named "a lesson is a $how" "lessons/$lesson" lessons
	fresh && odd "$how" "$TMP/c/kb/concepts.yaml"
	rest_works "concepts.yaml is a $how" variables/inner-block
	named "concepts.yaml is a $how" kb/concepts.yaml kb
	for file in tests.rs starter.rs solution.rs hints.md; do
		fresh && odd "$how" "$TMP/c/exercises/borrowing/look-dont-take/$file"
		rest_works "$file is a $how" variables/inner-block
		named "$file is a $how" look-dont-take borrowing/look-dont-take
	done
done
for file in tests.rs starter.rs solution.rs hints.md; do
	for text in '' '\0' '\377\376' 'fn main( {' '#[cfg(never)]\n#[test]\nfn t() {}\n'; do
		fresh
		printf "$text" >"$TMP/c/exercises/borrowing/look-dont-take/$file"
		rest_works "$file with $text" variables/inner-block
		run check borrowing/look-dont-take --json
		[ "$rc" -le 3 ] && [ "$rc" -ge 1 ] && jq -e '.verdict // .error' "$TMP/out" >/dev/null && pass || fail "$file with $text" "check: exit $rc"
		run pack check borrowing/look-dont-take
		[ "$rc" -le 1 ] && pass || fail "$file with $text" "pack check: exit $rc $(cat "$TMP/err")"
	done
done

# Lessons: quizzes, fences, labels.
lesson_with() { # NAME NAMED TEXT
	fresh && printf "$3" >>"$TMP/c/lessons/$lesson"
	rest_works "$1" variables/inner-block
	named "$1" "$2" lessons
	run lesson "$lesson_id"
	[ "$rc" = 0 ] || { [ "$rc" -ge 2 ] && is_sentence "$TMP/err"; } && pass || fail "$1: shown or refused" "exit $rc"
}
f='```'
lesson_with "quiz without an answer" "$lesson" "\n${f}quiz\nid: q-x\nkind: choice\nask: What?\noptions:\n  - text: a\n    why: b\n$f\n"
lesson_with "quiz that is no YAML" "$lesson" "\n${f}quiz\n][\n$f\n"
lesson_with "quiz of no known kind" "$lesson" "\n${f}quiz\nid: q-x\nkind: riddle\nask: What?\n$f\n"
lesson_with "quiz with an id twice" "$lesson" "\n$(sed -n '/^```quiz/,/^```$/p' "$good/lessons/$lesson" | head -n 40 | sed '/^```$/q' | sed 's/%/%%/g')\n"
lesson_with "label that nobody knows" "$lesson" "\n${f}rust,ignored_or_so\nfn main() {}\n$f\n"
lesson_with "block that does not compile" "$lesson" "\n${f}rust\nfn main() { 1 + \"a\"; }\n$f\n"
lesson_with "block that should not compile" "$lesson" "\n${f}rust,compile_fail,E0382\nfn main() {}\n$f\n"
lesson_with "block with another error" "$lesson" "\n${f}rust,compile_fail,E0382\nfn main() { x }\n$f\n"
lesson_with "output that is another" "$lesson" "\n${f}rust\nfn main() { println!(\"a\"); }\n$f\n${f}output\nb\n$f\n"

# The concept graph.
graph() { # NAME TEXT
	fresh && printf -- "$2" >>"$TMP/c/kb/concepts.yaml"
	rest_works "concepts: $1" variables/inner-block
	named "concepts: $1" kb/concepts.yaml kb
}
graph "a ring" '- {id: xa, title: "a", requires: [xb], core: true}\n- {id: xb, title: "b", requires: [xa], core: true}\n'
graph "itself" '- {id: xa, title: "a", requires: [xa], core: true}\n'
graph "nothing known" '- {id: xa, title: "a", requires: [never-heard-of], core: true}\n'
graph "twice" '- {id: tools, title: "again", requires: [], core: true}\n'
graph "no YAML" '- {id: [\n'
fresh && rm "$TMP/c/kb/concepts.yaml"
rest_works "no concepts" variables/inner-block
named "no concepts" kb/concepts.yaml kb

# Nothing at all in it.
rm -rf "$TMP/c" && mkdir -p "$TMP/c/lessons" "$TMP/c/exercises"
for words in lessons exercises "progress show" --plain; do works "empty content: $words" 0 . $words; done
refused "empty content: lesson" 2 'no lesson' lesson 1
run pack check
[ "$rc" -le 2 ] && pass || fail "empty content: pack check" "exit $rc"

# Links and paths must not lead out of the folder of an exercise.
fresh && ln -s /etc "$TMP/c/exercises/etc" && mkdir -p "$TMP/c/exercises/x" && ln -s /etc/passwd "$TMP/c/exercises/x/exercise.md"
rest_works "links" variables/inner-block
run exercises --json
jq -e '[.exercises[].id] | index("etc/passwd") == null' "$TMP/out" >/dev/null && pass || fail "links" "$(cat "$TMP/out")"
sum
