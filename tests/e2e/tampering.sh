#!/usr/bin/env bash
# Tampering with an exercise: what the learner's file or project does to the tests changes nothing.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
id=borrowing/look-dont-take
tree=$PWD
wrong='pub fn vowels(_: &str) -> usize { 0 }'

# try NAME VERDICTS: the program on standard input as the solution of $id
try() {
	cat >"$TMP/try.rs"
	verdict "$1" "$2" $id --code "$TMP/try.rs"
}
cp exercises/$id/solution.rs "$TMP/solution.rs"
verdict "the solution passes (or nothing here says anything)" passed $id --code "$TMP/solution.rs"

try "exit(0) in what the tests call" test_failed <<<'pub fn vowels(_: &str) -> usize { std::process::exit(0) }'
try "abort" "test_failed crashed" <<<'pub fn vowels(_: &str) -> usize { std::process::abort() }'
try "libtest's words forged" test_failed <<'R'
pub fn vowels(_: &str) -> usize {
    println!("running 2 tests\ntest literals ... ok\ntest name_can_be_used_afterwards ... ok\n\ntest result: ok. 2 passed; 0 failed");
    std::process::exit(0)
}
R
try "our own marks forged without the secret word" test_failed <<'R'
use std::io::Write;
pub fn vowels(_: &str) -> usize {
    for word in ["", "0", "0123456789abcdef0123456789abcdef"] {
        for test in ["literals", "name_can_be_used_afterwards"] {
            let _ = writeln!(std::io::stdout(), "\n{word} start {test}\n{word} ok {test}\n{word} done");
        }
    }
    std::process::exit(0)
}
R
try "the secret word is gone from standard input" test_failed <<'R'
pub fn vowels(_: &str) -> usize {
    let word = std::io::read_to_string(std::io::stdin()).unwrap();
    let word = word.trim();
    println!("\n{word} ok literals\n\n{word} ok name_can_be_used_afterwards\n\n{word} done");
    std::process::exit(0)
}
R
try "a panic hook that ends the program" test_failed <<<'pub fn vowels(_: &str) -> usize { std::panic::set_hook(Box::new(|_| std::process::exit(0))); 0 }'
try "all descriptors closed" test_failed <<<'unsafe extern "C" { fn close(fd: i32) -> i32; }
pub fn vowels(_: &str) -> usize { for fd in 0..64 { unsafe { close(fd) }; } 0 }'
try "code that runs before main" forbidden <<'R'
pub fn vowels(_: &str) -> usize { 0 }
#[used]
#[unsafe(link_section = ".init_array")]
static INIT: extern "C" fn() = go;
extern "C" fn go() {
    let word = std::io::read_to_string(std::io::stdin()).unwrap();
    let word = word.trim();
    for test in ["literals", "name_can_be_used_afterwards"] {
        println!("\n{word} start {test}\n\n{word} ok {test}");
    }
    println!("\n{word} done");
    std::process::exit(0);
}
R
try "the same in assembly" forbidden <<'R'
pub fn vowels(_: &str) -> usize { 0 }
std::arch::global_asm!(".pushsection .init_array,\"aw\"", ".quad {}", ".popsection", sym go);
extern "C" fn go() { std::process::exit(0); }
R
try "a main of its own" forbidden <<'R'
#![no_main]
pub fn vowels(_: &str) -> usize { 0 }
#[unsafe(no_mangle)]
pub extern "C" fn main() -> i32 { 0 }
R
try "a function of libc replaced" forbidden <<<'pub fn vowels(_: &str) -> usize { 0 }
#[unsafe(export_name = "write")] pub extern "C" fn w(_: i32, _: *const u8, n: usize) -> usize { n }'
try "a std of its own" forbidden <<'R'
extern crate std as real;
extern crate self as std;
pub use real::*;
pub mod panic {
    pub use real::panic::*;
    pub fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> real::thread::Result<R> {
        match real::panic::catch_unwind(real::panic::AssertUnwindSafe(f)) {
            Ok(v) => Ok(v),
            Err(_) => {
                let good: real::result::Result<(), real::string::String> = Ok(());
                Ok(unsafe { real::mem::transmute_copy(&good) })
            }
        }
    }
}
pub fn vowels(_: &str) -> usize { 0 }
R
try "assert_eq! replaced" forbidden <<<"$wrong
macro_rules! assert_eq { (\$(\$t:tt)*) => {} }"
try "assert_eq! replaced under a raw name" forbidden <<<"$wrong
macro_rules! r#assert_eq { (\$(\$t:tt)*) => {} }"
try "assert_eq! replaced in a module" forbidden <<<"#[macro_use] mod m { macro_rules! assert_eq { (\$(\$t:tt)*) => {} } }
$wrong"
try "assert_eq! replaced by an import" compile_error <<<"$wrong
pub use std::stringify as assert_eq;"
try "assert_eq! replaced by a renamed macro" compile_error <<<"$wrong
macro_rules! quiet { (\$(\$t:tt)*) => {} }
pub(crate) use quiet as assert_eq;"
try "everything switched off" compile_error <<<"#![cfg(any())]
$wrong"
try "an open comment" compile_error <<<"$wrong
/*"
try "an open string" compile_error <<<"$wrong
const S: &str = \"tests:"
try "an open brace" compile_error <<<"$wrong
mod m {"
try "the file ends the module" compile_error <<<"$wrong }"
try "tests of its own under the same names" test_failed <<<"$wrong
#[test] fn literals() {}
#[test] fn name_can_be_used_afterwards() {}"
try "a module called tests" test_failed <<<"$wrong
mod tests { }
mod tutor_tests { pub fn main() {} }
mod tutor_run { pub fn main() {} }"
try "a main that prints good news" test_failed <<<"$wrong
fn main() { println!(\"ok\"); }"
try "reading the tests while compiling" "test_failed compile_error" <<<"$wrong
pub const TESTS: &str = include_str!(\"tests.rs\");"

# Words that the exercise rules out: in code only, however they are written.
words() { try "$1" "$2" <<<"pub fn vowels(text: &str) -> usize { $3 text.chars().filter(|&c| \"aeiouAEIOU\".contains(c)).count() }"; }
words "the word in a comment" passed '/* clone */ // clone
'
words "in a string" passed 'let _ = "x.clone()"; let _ = r#"clone"#; let _ = b"clone"; let _ = c"clone";'
words "in a longer name" passed 'let clone_of_it = 1; let _ = clone_of_it;'
words "in code" forbidden 'let _ = text.clone();'
words "over lines and comments" forbidden 'let _ = text . /* */
 clone
 ();'
words "through a macro" forbidden 'macro_rules! c { ($x:ident . $m:ident) => { $x.$m() } } let _ = c!(text.clone);'
words "as a raw name" forbidden 'let _ = text.r#clone();'
words "as a path" forbidden 'let _ = Clone::clone(&text);'

# Lines of an order exercise may only be moved and indented.
order=slices/sum-in-order
verdict "order: solved" passed $order --code exercises/$order/solution.rs
ordered() { # NAME VERDICT SED
	sed "$3" exercises/$order/solution.rs >"$TMP/order.rs"
	verdict "order: $1" "$2" $order --code "$TMP/order.rs"
}
ordered "indented otherwise" passed 's/^ */\t\t/'
ordered "blank lines" passed 'G'
ordered "a line changed" forbidden 's/> limit/>= limit/'
ordered "a line left out" forbidden '2d'
ordered "a line twice" forbidden '2p'
ordered "a line more" forbidden '$a fn main() {}'
ordered "two lines in one" forbidden '2{N;s/\n */ /}'
ordered "a comment at a line" forbidden '2s,$, // here,'
verdict "order: not solved" "compile_error test_failed" $order --code exercises/$order/starter.rs

# Predictions: an answer is only an answer.
predict=$(grep -rl '^kind: predict_output' exercises | head -n 1 | sed 's,exercises/,,; s,/exercise.md,,')
verdict "predict: the right answer" passed "$predict" --code "exercises/$predict/solution.txt"
printf '%s\nmore' "$(cat "exercises/$predict/solution.txt")" >"$TMP/answer"
verdict "predict: more than the answer" wrong_output "$predict" --code "$TMP/answer"
printf '%s\0more' "$(cat "exercises/$predict/solution.txt")" >"$TMP/answer"
refused "predict: NUL bytes behind the answer" 2 'NUL bytes' check "$predict" --code "$TMP/answer"
own=$("$tutor" exercise "$predict" --json | jq -r .path)
cp "$TMP/answer" "$own"
verdict "predict: the same in one's own file" wrong_output "$predict"
: >"$own"
verdict "predict: an empty answer" wrong_output "$predict"

# A project: the author's tests and manifest rules win over what the learner's folder holds.
pid=projects/least-recently-used
project() { rm -rf "$TMP/p" && cp -R "exercises/$pid/$1" "$TMP/p"; }
project solution && verdict "project: solved" passed $pid --code "$TMP/p"
project starter && verdict "project: not solved" test_failed $pid --code "$TMP/p"
project starter && mkdir -p "$TMP/p/tests" && echo '#[test] fn oldest_goes() {}' >"$TMP/p/tests/cache.rs"
verdict "project: tests edited" test_failed $pid --code "$TMP/p"
project starter && mkdir -p "$TMP/p/tests/cache.rs"
verdict "project: a folder in place of the tests" test_failed $pid --code "$TMP/p"
project starter && ln -s /etc "$TMP/p/tests"
verdict "project: a link in place of the tests" test_failed $pid --code "$TMP/p"
for manifest in 'autotests = false' '[[test]]\nname = "cache"\npath = "fake.rs"' '[[test]]\nname = "cache"\nharness = false' \
	'[lib]\ntest = false' '[profile.test]\npanic = "abort"' '[workspace]\nexclude = ["tests"]' '[features]\ndefault = []\n[[test]]\nname="cache"\nrequired-features = ["never"]'; do
	project starter && printf "\n$manifest\n" >>"$TMP/p/Cargo.toml" && echo 'fn main() {}' >"$TMP/p/fake.rs"
	verdict "project: manifest with $manifest" "test_failed compile_error" $pid --code "$TMP/p"
done
project starter && mkdir "$TMP/p/.cargo" && printf '[target.x86_64-unknown-linux-gnu]\nrunner = "true"\n[build]\nrustflags = ["--cfg", "x"]\nrustc-wrapper = "/bin/true"\n' >"$TMP/p/.cargo/config.toml"
verdict "project: cargo configured" test_failed $pid --code "$TMP/p"
project starter && echo 'fn main() { for f in ["tests/cache.rs"] { std::fs::write(f, "").unwrap(); } }' >"$TMP/p/build.rs"
verdict "project: a build script that empties the tests" test_failed $pid --code "$TMP/p"
project starter && sed -i 's/self.ticket += 1;/std::process::exit(0);/' "$TMP/p/src/lib.rs"
verdict "project: exit(0)" test_failed $pid --code "$TMP/p"
project starter && python3 - "$TMP/p/src/lib.rs" <<'P'
import re, sys
text = open(sys.argv[1]).read()
names = re.findall(r"#\[test\]\s*fn (\w+)", open("exercises/projects/least-recently-used/tests/cache.rs").read())
lines = "".join(f"test {n} ... ok\\n" for n in names)
forged = 'use std::io::Write; let _ = writeln!(std::io::stdout(), "%s\\ntest result: ok."); std::process::exit(0);' % ("\\n" + lines)
open(sys.argv[1], "w").write(text.replace("self.ticket += 1;", forged))
P
verdict "project: libtest's words forged" "tampered test_failed" $pid --code "$TMP/p"
project solution && mkdir -p "$TMP/p/src/deep" && (cd "$TMP/p/src" && for i in $(seq 600); do echo >"deep/f$i.rs"; done)
run check $pid --code "$TMP/p"
[ "$rc" -ge 1 ] && is_sentence "$TMP/err" && grep -q 'more than 500 files' "$TMP/err" && pass || fail "project: too many files" "$rc $(cat "$TMP/err")"

# The learner's own file is only read; the record says what happened.
work=$("$tutor" exercise $id --json | jq -r .path)
cp "$TMP/solution.rs" "$work" && before=$(sha256sum <"$work")
verdict "own file" passed $id
[ "$before" = "$(sha256sum <"$work")" ] && [ "$(ls "$(dirname "$work")" | wc -l)" = 1 ] && pass || fail "own file" "changed by a check"
[ "$("$tutor" exercises --topic borrowing --json | jq -r '.exercises[] | select(.id == "'$id'") | .passed')" = true ] && pass || fail "record" "not passed"
[ -z "$(git -C "$tree" status --porcelain exercises 2>/dev/null)" ] && pass || fail "the content stays as it was" "$(git status --short exercises)"
sum
