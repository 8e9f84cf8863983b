#!/usr/bin/env bash
# What a learner is told when an exercise does not pass: the failed assert in plain words, the own line that stopped it, errors in the
# author's tests told by the learner's own definition; of tests that are not to be seen only what the format allows. And hints.
. "$(dirname "$0")/lib.sh"

ex=errors/question-mark
area='pub fn area(text: &str) -> Result<u32, String> {'
code() { printf '%s\n' "$@" >"$TMP/code.rs"; }
# NAME FILTER: the check of $TMP/code.rs as JSON fits the jq filter.
says() {
	run check "$ex" --code "$TMP/code.rs" --json
	jq -e "$2" "$TMP/out" >/dev/null 2>&1 && pass || fail "$1" "$(jq -c '{verdict, tests, explain: [.explain[] | {file, line, code, steps: [.steps[] | {kind, text, code}]}]}' "$TMP/out" 2>&1 | head -c 1800)"
}

# --- a failed assert ---
code "$area" '    let (a, b) = text.split_once("x").ok_or(format!("bad size: {text}"))?;' \
	'    let bad = |_| format!("bad size: {text}");' \
	'    Ok(a.trim().parse::<u32>().map_err(bad)? + b.trim().parse::<u32>().map_err(bad)?)' '}'
says "the call, what came, what was expected" '.verdict == "test_failed" and (.tests[0] | .said == "`area(\"3x4\")` gave `Ok(7)`; the test expects `Ok(12)`. It says: three times four." and .asked == "area(\"3x4\")" and .got == "Ok(7)" and .wanted == "Ok(12)" and (.code | startswith("assert_eq!(area(\"3x4\")")))'
says "the explanation has the assert and goes to the own function" '.explain[0] | .line == 1 and any(.steps[]; .kind == "where" and (.code | contains("assert_eq!(area(\"3x4\"), Ok(12)"))) and any(.steps[]; .kind == "your_code" and (.text | contains("go through your `area` (line 1)")))'
says "four rungs below the hints" '[.explain[0].steps[].kind] | index("what") and index("where") and index("story") and index("rule") and index("your_code") and (index("fix") | not)'
run check "$ex" --code "$TMP/code.rs" --plain
grep -q 'gave `Ok(7)`; the test expects `Ok(12)`' "$TMP/out" && pass || fail "plain text says it, too" "$(head -c 400 "$TMP/out")"
run explain E0382 --plain
! grep -q '``' "$TMP/out" && grep -q '`' "$TMP/out" && pass || fail "code stands between single back ticks" "$(grep -m 3 '`' "$TMP/out")"

run check control-flow/guess-log --code exercises/control-flow/guess-log/wrong/counts-too-late.rs --json
jq -e '.verdict == "wrong_output" and (.tests[-1].said | startswith("Line 3 of the output should be")) and (.explain[0].steps | any(.kind == "story" and (.code | startswith("input:\n"))))' "$TMP/out" >/dev/null && pass ||
	fail "a case: the line that differs, and its input" "$(head -c 600 "$TMP/out")"
run check "$ex" --code "$TMP/code.rs" --json
jq -e '.stdout == ""' "$TMP/out" >/dev/null && pass || fail "the runner's own lines are no output" "$(jq -r .stdout "$TMP/out" | head -c 300)"

# --- a panic in the learner's own line ---
code "$area" '    let parts: Vec<&str> = text.split("x").collect();' '    let a: u32 = parts[0].trim().parse().unwrap_or(0);' \
	'    Ok(a * parts[1].trim().parse::<u32>().unwrap_or(0))' '}'
says "index out of bounds: the own line and the card" '(.tests[] | select(.name == "no_x") | .line == 4 and (.said | startswith("Line 4 of your file stopped the program: index out of bounds")) and (.own | contains("parts[1].trim()"))) and (.explain[0] | .line == 4 and any(.steps[]; .kind == "rule" and .origin == "card"))'
code "$area" '    let n: u8 = text.len() as u8;' '    Ok((n * 100) as u32)' '}'
says "overflow: the own line" '.tests[0].line == 3 and (.tests[0].said | contains("attempt to multiply with overflow"))'
code "$area" '    let v = [i32::MAX, text.len() as i32];' '    Ok(v.iter().sum::<i32>() as u32)' '}'
says "stopped inside std: the call of it" '.tests[0] | .line == 3 and (.said | contains("Your code calls `sum` on line 3"))'
code "$area" '    let r = area(text)?;' '    Ok(r + 1)' '}'
says "the stack is full: the call to itself" '.tests[0].said | contains("`area` calls itself on line 2")'
code "$area" '    while !text.contains("?") {}' '    Ok(1)' '}'
says "without an end: the loop" '.verdict == "timeout" and (.tests[0].said | contains("one loop, on line 2")) and (.explain[0].steps | any(.kind == "rule" and .origin == "card"))'

# --- nothing written yet ---
run check "$ex" --json
jq -e '.explain[0] | .line == 2 and (.steps | any(.kind == "story" and (.text | contains("`area(\"3x4\")` is to give `Ok(12)`")))) and (.steps | any(.kind == "your_code" and (.text | contains("must give back `Result<u32, String>`"))))' "$TMP/out" >/dev/null && pass ||
	fail "a starter as it came: the task" "$(head -c 600 "$TMP/out")"

run check functions/fill-the-signature --json
jq -e '.explain[0].steps | any(.kind == "what" and (.text | contains("3 gaps are still to be filled, on line 1"))) and any(.kind == "your_code" and (.text | contains("A type belongs")))' "$TMP/out" >/dev/null && pass ||
	fail "gaps that are still to be filled" "$(head -c 600 "$TMP/out")"

# --- errors in the author's tests ---
code 'pub fn area(text: &str, sep: char) -> Result<u32, String> {' '    Err(format!("{text}{sep}"))' '}'
says "another number of parameters" '.explain | length == 1 and (.[0] | .code == "E0061" and .file == "exercise.rs" and .line == 1 and (.steps | any(.kind == "what" and (.text | startswith("The tests call `area(\"3x4\")` with 1 value; your `area` (line 1) takes 2: `pub fn area(text: &str, sep: char) -> Result<u32, String>`."))) and any(.kind == "rule" and .origin == "card") and any(.kind == "where" and (.code | contains("assert_eq!(area(\"3x4\")")))))'
code '// mine' 'pub fn aera(text: &str) -> Result<u32, String> {' '    Err(text.into())' '}'
says "another name" '.explain[0] | .code == "E0425" and .line == 2 and (.steps | any(.text | contains("your file defines no `area`. Line 2 defines `aera`")))'
code 'pub fn other() {}'
says "not written at all" '.explain[0] | .line == null and (.steps | any(.text | contains("your file defines no `area`. It must stand in your file")))'
code 'pub fn area(text: String) -> Result<u32, String> {' '    Err(text)' '}'
says "another type of parameter" '.explain | length == 1 and (.[0] | .line == 1 and (.steps | any(.text | contains("That does not fit: expected `String`, found `&str`"))))'
code 'pub fn area(text: &str) -> u32 {' '    text.len() as u32' '}'
says "another type given back" '.explain | length == 1 and (.[0] | .line == 1 and (.steps | any(.text | startswith("The tests use your `area` (line 1)"))))'

project=cargo/declare-the-module
cp -r "exercises/$project/solution" "$TMP/project"
cp -r "exercises/$project/wrong/always-colder/." "$TMP/project/"
run check "$project" --code "$TMP/project" --json
jq -e '.tests | any(.said == "`report(10, 15)` gave `\"feels like 8\"`; the test expects `\"feels like 10\"`. It says: 15 is not above 15.")' "$TMP/out" >/dev/null && pass ||
	fail "a project's failed test" "$(head -c 600 "$TMP/out")"
cp -r "exercises/$project/solution/." "$TMP/project/"
cp -r "exercises/$project/wrong/private-module/." "$TMP/project/"
run check "$project" --code "$TMP/project" --json
jq -e '.explain[0] | .file == "src/lib.rs" and .line == 1 and .code == "E0603"' "$TMP/out" >/dev/null && pass ||
	fail "a project whose tests do not compile" "$(head -c 600 "$TMP/out")"

# --- tests that are not to be seen ---
mkdir -p "$TMP/content/exercises/errors" "$TMP/content/lessons"
cp -r kb "$TMP/content/"
cp -r exercises/$ex "$TMP/content/exercises/errors/"
sed -i 's/^kind:/mode: homework\nkind:/' "$TMP/content/exercises/$ex/exercise.md"
export TUTOR_CONTENT=$TMP/content
code "$area" '    Ok(text.len() as u32)' '}'
says "hidden: name and message, and nothing of the test" '.verdict == "test_failed" and (.tests[0] | .name == "good_sizes" and (.message | contains("three times four")) and .code == null and .asked == null) and ([.explain[].steps[] | .text + (.code // "")] | join(" ") | contains("3x4") | not)'
code 'pub fn area(text: &str, sep: char) -> Result<u32, String> {' '    Err(format!("{text}{sep}"))' '}'
says "hidden: a wrong signature is told without the test's line" '(.explain[0].steps | any(.text | contains("The tests call `area` with 1 value; your `area` (line 1) takes 2"))) and ([.explain[].steps[] | .text + (.code // "")] | join(" ") | contains("3x4") | not)'
hint() { # NAME FILTER
	run hint "$ex" --rung 5 --json --no-model
	jq -e "$2" "$TMP/out" >/dev/null 2>&1 && pass || fail "$1" "$(jq -c . "$TMP/out" 2>&1 | head -c 800)"
}
hint "homework: no hint above rung 3, whatever is asked for" '.rung == 3 and .next == null and all(.steps[]; .rung <= 3)'
unset TUTOR_CONTENT
rm -rf "$TUTOR_HOME/data"

# --- a file of one's own ---
printf 'fn twice(n: i32) -> i32 {\n    n + 2\n}\n#[test]\nfn doubles() {\n    let n = 3;\n    assert_eq!(twice(n), 6);\n}\n' >"$TMP/own.rs"
run check "$TMP/own.rs" --json
jq -e '.tests[0] | .said == "`twice(n)` gave `5`; the test expects `6`." and (.code | contains("let n = 3;"))' "$TMP/out" >/dev/null && pass ||
	fail "tests of one's own" "$(head -c 500 "$TMP/out")"

# --- hints ---
own=$TUTOR_HOME/data/work/$ex/exercise.rs
# NAME RUNG FILTER
hints() {
	run hint "$ex" --rung "$2" --json --no-model
	jq -e "$3" "$TMP/out" >/dev/null 2>&1 && pass || fail "$1" "$(jq -c . "$TMP/out" 2>&1 | head -c 1500)"
}
hints "who asks for rung 1 is told of rung 2" 1 '.rung == 1 and .next == 2'
hints "rung 5 is the last" 5 '.next == null'
hints "a starter as it came: the author's hint alone" 3 '[.steps[].origin] == ["author"]'
hints "its cure once" 4 '[.steps[].origin] == ["author"]'
[ -f "$own" ] && pass || fail "the own file" "not at $own"
code 'pub fn area(text: String) -> Result<u32, String> {' '    Err(text)' '}'
cp "$TMP/code.rs" "$own"
hints "another error: its hint first, then the task's, each named" 3 '.steps | length == 2 and .[0].origin == "card" and .[1].origin == "author" and (.[0].title | endswith("what stops you now")) and (.[1].title | endswith("the task"))'
code "$area" '    let bad = || format!("bad size: {text}");' '    let (a, b) = text.split_once("x").ok_or_else(bad)?;' \
	'    let a: u32 = a.trim().parse().map_err(|_| bad())?;' '    let b: u32 = b.trim().parse().map_err(|_| bad())?;' '    Ok(a * b;' '}'
cp "$TMP/code.rs" "$own"
hints "rung 5: a change with which the tests pass" 5 '(.steps[0].code | contains("+    Ok(a * b)")) and (.steps[0].code | contains("text.split_once") | not) and any(.steps[]; .kind == "proof" and (.text | contains("the tests pass")))'
sed -i 's/a \* b;/a + b;/' "$own"
hints "rung 5: a slip of the logic behind the error" 5 '(.steps[0].code | contains("+    Ok(a * b)")) and (.steps[0].text | contains("`a + b` adds"))'
sed -i 's/a + b;/a + b)/' "$own"
hints "rung 5: it compiles, its tests fail" 5 '(.steps[0].code | contains("+    Ok(a * b)")) and any(.steps[]; .kind == "proof" and (.text | contains("tests pass")))'
sed -i 's/a + b)/a.rotate_left(b);/' "$own"
hints "rung 5: what compiles and fails the tests is no cure" 5 'all(.steps[]; .kind != "proof") and (.steps[0].code | contains("Ok(a * b)"))'
run check "$own" --json
jq -e --arg id "$ex" '.id == $id and .verdict == "compile_error"' "$TMP/out" >/dev/null && pass || fail "its file is the exercise" "$(head -c 300 "$TMP/out")"
run fix "$own" --dry-run --json --no-model
jq -e '.result != "fixed_tests" and .result != "fixed"' "$TMP/out" >/dev/null && pass || fail "fix of its file asks its tests" "$(head -c 400 "$TMP/out")"
run explain "$own" --rung 5 --json --no-model
jq -e 'all(.errors[].steps[]; .rung <= 2)' "$TMP/out" >/dev/null && pass || fail "explain of its file goes no higher than the exercise allows" "$(head -c 400 "$TMP/out")"
sum
