#!/usr/bin/env bash
# Broken surroundings: exit 3, one clear sentence, nothing lost, and lessons still readable.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
tree=$PWD
id=borrowing/look-dont-take
rust=$(rustc --print sysroot)
printf 'fn main() { println!("hi"); }\n' >"$TMP/ok.rs"
db=$home/data/learner.db

# A record to lose: one attempt, one file.
run check $id
work=$(jq -r .path <("$tutor" exercise $id --json))
echo '// my own words' >>"$work"
run check $id
attempts() { sqlite3 "$1" "select count(*) from attempt" 2>/dev/null || echo none; }
[ "$(attempts "$db")" = 2 ] || fail "the record" "two attempts were expected in $db: $(attempts "$db")"

readable() { # NAME: what needs no record, no compiler and no sandbox goes on
	local n=0
	for words in "lessons" "lesson 1" "exercises" "exercise $id" "explain E0382"; do
		run $words
		[ "$rc" = 0 ] && [ -s "$TMP/out" ] && ! [ -s "$TMP/err" ] || { fail "$1: tutor $words" "exit $rc: $(cat "$TMP/err")"; n=1; }
	done
	[ $n = 0 ] && pass
	run --plain
	case $rc in 0 | 3) pass ;; *) fail "$1: home page" "exit $rc" ;; esac
	run doctor
	case $rc in 0 | 1) pass ;; *) fail "$1: doctor" "exit $rc: $(cat "$TMP/err")" ;; esac
}
says_broken() { # NAME PATTERN: doctor names it
	run doctor --json
	jq -r '.findings[] | select(.state == "broken") | .what + ": " + .text + " -> " + .fix' "$TMP/out" >"$TMP/broken"
	grep -qE "$2" "$TMP/broken" && pass || fail "$1: doctor names it" "$(cat "$TMP/broken")"
}

# --- Rust: none, an empty RUSTUP_HOME, too old, not rustc at all, one that never answers
no_rust() { # NAME PATTERN
	readable "$1"
	for words in "check $TMP/ok.rs" "check $id" "hint $id" "pack check $id"; do refused "$1: $words" 3 "$2" $words; done
	says_broken "$1" "rustc: .*$2"
}
shim() { # TEXT: a folder with a rustc that runs this
	rm -rf "$TMP/shim" "$home/cache" && mkdir -p "$TMP/shim/bin"
	printf '#!/bin/sh\n%s\n' "$1" >"$TMP/shim/bin/rustc" && chmod 755 "$TMP/shim/bin/rustc"
}
saved=$PATH
export RUSTUP_HOME=$TMP/no-rustup PATH=/usr/bin:/bin
if command -v rustc >/dev/null; then
	echo "note: rustc is in /usr/bin here; no look at a machine without it"
else
	no_rust "no Rust" 'no Rust on this machine.*rustup'
	refused "no Rust, a code without a card" 3 'no card .*no rustc' explain E0999
fi
export PATH=$TMP/shim/bin:/usr/bin:/bin
shim 'echo "rustc 1.84.1 (e71f9a9a9 2025-01-27)"; echo "host: x86_64-unknown-linux-gnu"; echo "release: 1.84.1"'
no_rust "Rust 1.84" '1\.84\.1, which is too old.*1\.85'
shim 'echo "hello, I am no compiler"'
no_rust "a rustc that is none" 'does not answer as rustc should'
shim 'kill -SEGV $$'
no_rust "a rustc that dies" 'does not answer as rustc should'
shim 'head -c 100000000 /dev/zero'
no_rust "a rustc that floods" 'does not answer as rustc should'
mkdir -p "$RUSTUP_HOME/toolchains/stable-x/bin" && printf 'default_toolchain = "stable-x"\n' >"$RUSTUP_HOME/settings.toml"
printf '\000\001\002' >"$RUSTUP_HOME/toolchains/stable-x/bin/rustc" && chmod 755 "$RUSTUP_HOME/toolchains/stable-x/bin/rustc"
rm -rf "$home/cache"
no_rust "a rustc that cannot be started" 'cannot be started|does not answer'
# The cache of what rustc said may be stale or spoilt; it decides nothing.
export PATH=$saved && unset RUSTUP_HOME
for text in 'not json' '{"stamp":5,"output":[]}' '{}' ''; do
	printf '%s' "$text" >"$home/cache/toolchain.json"
	verdict "spoilt toolchain.json ($text)" passed "$TMP/ok.rs"
done
printf '[sandbox\n= = =\nrust.x=\001\n[]\n' >"$TMP/config.ini" && mkdir -p "$home/config" && cp "$TMP/config.ini" "$home/config/config.ini"
verdict "spoilt config.ini" passed "$TMP/ok.rs"
head -c 3000000 /dev/urandom >"$home/config/config.ini"
verdict "random config.ini" passed "$TMP/ok.rs"
rm -rf "$home/config"

# --- no sandbox: programs are not run, and why is said
export TUTOR_SANDBOX=off
readable "no sandbox"
for words in "check $TMP/ok.rs" "check $id" "hint $id" "explain $TMP/ok.rs"; do
	refused "no sandbox: $words" 3 'not run, because nothing here can wall them in' $words
done
says_broken "no sandbox" 'sandbox: refused.*wall them in'
unset TUTOR_SANDBOX
run -- env PATH="$rust/bin:/bin-without-bwrap" "$tutor" check "$TMP/ok.rs" --json
jq -e '.verdict == "passed"' "$TMP/out" >/dev/null 2>&1 && pass || [ "$rc" = 3 ] && pass || fail "no bwrap on PATH" "exit $rc: $(cat "$TMP/out" "$TMP/err")"

# --- content gone
export TUTOR_CONTENT=$TMP/nothing-here
for words in lessons "lesson 1" exercises "exercise $id" "hint $id" "reset $id" "pack check" "progress show" "check $id"; do
	refused "no content: $words" 3 'no lessons and exercises' $words
done
verdict "no content: a plain file is still checked" passed "$TMP/ok.rs"
works "no content: a code is still explained" 0 E0382 explain E0382
says_broken "no content" 'content: '
unset TUTOR_CONTENT
mkdir -p "$TMP/alone" && cp build/tutor "$TMP/alone/tutor"
if [ ! -d /usr/local/share/tutor ]; then
	refused "the program alone" 3 'not where they should be.*TUTOR_CONTENT' -- "$TMP/alone/tutor" lessons
fi

# --- the record: damaged, no database at all, newer, a folder, unreadable
cp "$db" "$TMP/good.db"
record() { # NAME PATTERN: refuses what writes the record, shows the rest, and leaves the file as it was
	local before after
	before=$(cat "$home"/data/learner.db* 2>/dev/null | sha256sum)
	for words in "progress show" "reset $id" "hint $id"; do refused "$1: $words" 3 "$2" $words; done
	readable "$1"
	run check $id --json
	jq -e '.verdict == "compile_error" or .verdict == "test_failed"' "$TMP/out" >/dev/null && pass || fail "$1: check" "$(cat "$TMP/out" "$TMP/err")"
	jq -re .record_error "$TMP/out" | grep -qE "$2" && pass || fail "$1: check says that it is not recorded" "$(jq -r .record_error "$TMP/out")"
	after=$(cat "$home"/data/learner.db* 2>/dev/null | sha256sum)
	[ "$before" = "$after" ] && pass || fail "$1: the file stays" "it was changed"
	says_broken "$1" "record: .*"
	grep -q 'my own words' "$work" && pass || fail "$1: the exercise file stays" "it was changed"
}
clear_db() { rm -rf "$db" "$db-wal" "$db-shm"; }
clear_db && head -c 8192 /dev/urandom >"$db"
record "random bytes" 'is no database'
clear_db && echo "my notes" >"$db"
record "a text file" 'is no database'
clear_db && cp "$TMP/good.db" "$db" && sqlite3 "$db" 'pragma user_version = 9999' >/dev/null
record "a newer version" 'newer version of tutor'
clear_db && sqlite3 "$db" 'create table other (x)'
record "another program's database" 'another program'
clear_db && mkdir "$db"
record "a folder" 'is a directory'
clear_db && cp "$TMP/good.db" "$db" && printf 'XXXXXXXXXXXXXXXXXXXXXXXX' | dd of="$db" bs=1 seek=4096 conv=notrunc 2>/dev/null &&
	truncate -s 5000 "$db"
run progress show
case $rc in 3) is_sentence "$TMP/err" && pass || fail "cut in the middle" "$(cat "$TMP/err")" ;; 0) pass ;; *) fail "cut in the middle" "exit $rc" ;; esac
clear_db && : >"$db"
works "an empty file is a new record" 0 'Lessons read: 0' progress show
clear_db && cp "$TMP/good.db" "$db"
works "the good one again" 0 'Exercises passed' progress show
[ "$(attempts "$db")" -ge 2 ] && pass || fail "nothing lost" "$(attempts "$db") attempts"

# --- places that cannot be written: in a mount namespace of our own
mounts() {
	local n
	cp "$TMP/good.db" "$db"
	mount --bind "$home" "$home" && mount -o remount,ro,bind "$home" || return 1
	record "read-only home" 'read-only|Read-only'
	umount "$home"

	# A disk of 1 MB, filled to the last byte: what is there stays, what is new is refused.
	mkdir -p "$TMP/disk" && mount -t tmpfs -o size=1m none "$TMP/disk" || return 1
	export TUTOR_HOME=$TMP/disk/home
	run check $id
	n=$(attempts "$TUTOR_HOME/data/learner.db")
	work=$(jq -r .path <("$tutor" exercise $id --json))
	echo '// my own words' >>"$work"
	cat /dev/zero >"$TMP/disk/fill" 2>/dev/null
	dd if=/dev/zero bs=1 count=4096 >>"$TMP/disk/fill" 2>/dev/null
	run hint $id
	case $rc in 3) is_sentence "$TMP/err" && grep -qE 'full|No space' "$TMP/err" && pass || fail "full disk: hint" "$(cat "$TMP/err")" ;;
	*) fail "full disk: hint" "exit $rc" ;; esac
	refused "full disk: reset" 3 'full|No space' reset $id
	grep -q 'my own words' "$work" && pass || fail "full disk: the exercise file stays" "it was changed"
	run check $id --json
	jq -e '.verdict == "compile_error" or .verdict == "test_failed"' "$TMP/out" >/dev/null && pass || fail "full disk: check" "$(cat "$TMP/out" "$TMP/err")"
	jq -re .record_error "$TMP/out" | grep -qE 'full|No space' && pass || fail "full disk: check says that it is not recorded" "$(cat "$TMP/out")"
	readable "full disk"
	rm "$TMP/disk/fill"
	[ "$(attempts "$TUTOR_HOME/data/learner.db")" = "$n" ] && pass || fail "full disk: the record stays" "$n attempts before"
	works "full disk: room again" 1 . check $id
	[ "$(attempts "$TUTOR_HOME/data/learner.db")" = $((n + 1)) ] && pass || fail "full disk: goes on" "not recorded"
	umount "$TMP/disk"

	# No room for scratch folders.
	export TUTOR_HOME=$home
	mkdir -p "$TMP/small" && mount -t tmpfs -o size=16k none "$TMP/small" && cat /dev/zero >"$TMP/small/fill" 2>/dev/null
	TMPDIR=$TMP/small run check "$TMP/ok.rs"
	[ "$rc" = 3 ] && is_sentence "$TMP/err" && grep -qE 'full|No space' "$TMP/err" && pass || fail "full TMPDIR" "exit $rc: $(cat "$TMP/out" "$TMP/err")"
	umount "$TMP/small"
	TMPDIR=$TMP/no-such-folder run check "$TMP/ok.rs"
	[ "$rc" = 3 ] && is_sentence "$TMP/err" && pass || fail "no TMPDIR" "exit $rc: $(cat "$TMP/err")"
	echo "$passed $failed" >"$TMP/sums"
}
export -f mounts record readable says_broken run refused works verdict attempts is_sentence pass fail
export TMP tutor home db id work passed failed tree rust
if [ "$(id -u)" = 0 ]; then ns="unshare --mount"; else ns="unshare --map-root-user --mount"; fi
if $ns true 2>/dev/null; then
	$ns bash -c mounts || fail "mounts" "could not be set up"
	[ -e "$TMP/sums" ] && read -r passed failed <"$TMP/sums"
else
	echo "note: no mount namespaces here; no look at read-only and full disks"
fi

# --- as an ordinary user: a home that may not be read, a database that may not be written. The toolchain may lie in
# root's home, so it is mounted where everybody can read it.
user() {
	mount --bind "$rust" "$TMP/rust" && mount --bind "$tree" "$TMP/tree" || return 1
	printf '#!/bin/sh\nexec setpriv --reuid 65533 --regid 65533 --clear-groups env -u TUTOR_HOME HOME="$UHOME" PATH="%s/rust/bin:/usr/bin:/bin" RUSTUP_HOME=/nonexistent "$@"\n' "$TMP" >"$TMP/as"
	chmod 755 "$TMP/as"
	as_user
}
as_user() {
	local t=("$TMP/as" "$TMP/tree/build/tutor") d=$TMP/user/home/.local/share/tutor
	export UHOME=$TMP/user/closed
	for words in "progress show" "check $id" "reset $id" "hint $id"; do
		refused "closed home: $words" 3 'Permission denied' -- "${t[@]}" $words
	done
	for words in lessons "lesson 1" "exercise $id" "explain E0382"; do works "closed home: $words" 0 . -- "${t[@]}" $words; done
	works "closed home: a plain file" 0 'It passes' -- "${t[@]}" check "$TMP/user/ok.rs"
	export UHOME=$TMP/user/home
	works "an ordinary user" 1 . -- "${t[@]}" check $id
	chmod 444 "$d/learner.db"
	refused "read-only database" 3 'read-only|Permission denied' -- "${t[@]}" progress show
	chmod 000 "$d/learner.db"
	refused "closed database" 3 'Permission denied' -- "${t[@]}" progress show
	works "closed database: lessons" 0 . -- "${t[@]}" lessons
	chmod 644 "$d/learner.db"
	works "open again" 0 'Exercises passed' -- "${t[@]}" progress show
	[ "$(attempts "$d/learner.db")" = 1 ] && pass || fail "read-only database: nothing lost" "$(attempts "$d/learner.db")"
	chmod 555 "$d" "$d/work"/*/* 2>/dev/null
	refused "read-only folder" 3 'read-only|Permission denied' -- "${t[@]}" reset $id
	chmod 755 "$d" "$d/work"/*/*
	printf 'fn main() {}' >"$TMP/user/private.rs" && chmod 000 "$TMP/user/private.rs"
	refused "a file that may not be read" 2 'Permission denied' -- "${t[@]}" check "$TMP/user/private.rs"
	echo "$passed $failed" >"$TMP/sums"
}
export -f user as_user
rm -f "$TMP/sums"
mkdir -p "$TMP/user/closed" "$TMP/user/home" "$TMP/rust" "$TMP/tree" && cp "$TMP/ok.rs" "$TMP/user/"
if [ "$(id -u)" = 0 ]; then
	chmod 755 "$TMP" && chown -R 65533:65533 "$TMP/user" && chmod 000 "$TMP/user/closed"
	unshare --mount bash -c user || fail "as an ordinary user" "could not be set up"
else
	chmod 000 "$TMP/user/closed" && rmdir "$TMP/tree" && ln -s "$tree" "$TMP/tree"
	printf '#!/bin/sh\nexec env -u TUTOR_HOME HOME="$UHOME" RUSTUP_HOME="%s" "$@"\n' "${RUSTUP_HOME:-$HOME/.rustup}" >"$TMP/as" && chmod 755 "$TMP/as"
	as_user
fi
[ -e "$TMP/sums" ] && read -r passed failed <"$TMP/sums"
chmod 755 "$TMP/user/closed"
sum
