#!/usr/bin/env bash
# Hostile programs: each gets the verdict that its first line names (one of several where both are right), nothing is left
# behind a second after the verdict, and nothing outside the sandbox changes. As root it runs once more as an ordinary user.
set -u
cd "$(dirname "$0")/../.."
tutor=$PWD/build/tutor
passed=0 failed=0
say() { if [ "$2" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $1: $3"; fi; }

left_behind() { # programs of ours that still run: by the name that the sandbox gives them
	pgrep -f '^/work/prog|/work/learner' || true
}

check_one() { # FILE AS...
	local file=$1 want got out name
	shift
	name="$(basename "$file" .rs)${1:+ as user}"
	want=$(sed -n '1s,^// verdict: ,,p' "$file")
	out=$("$@" "$tutor" check "$file" --json 2>&1)
	got=$(printf '%s' "$out" | jq -r '.verdict' 2>/dev/null)
	case " $want " in *" $got "*) say "$name" ok ;; *) say "$name" no "wanted $want, got ${got:-$out}" ;; esac
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ -z "$(left_behind)" ] && break
		sleep 0.1
	done
	[ -z "$(left_behind)" ] && say "$name leaves nothing" ok || { say "$name leaves nothing" no "$(left_behind | tr '\n' ' ')"; pkill -9 -f '^/work/prog'; }
}

generated() {
	# A 5 MB line, as code and as a string; an edited-away test is tried through an exercise below.
	printf '// verdict: passed compile_error\nfn main() { let _ = "%s"; }\n' "$(head -c 5000000 /dev/zero | tr '\0' x)" >"$TMP/long-line.rs"
	printf '// verdict: compile_error\nfn main() { let x = %s1; }\n' "$(yes '1+' | head -n 100000 | tr -d '\n')" >"$TMP/deep-expression.rs"
}

TMP=$(mktemp -d "${TMPDIR:-/tmp}/tutor-abuse.XXXXXX")
trap 'rm -rf "$TMP"' EXIT
export TUTOR_HOME=$TMP/home
generated
for f in tests/e2e/abuse/*.rs "$TMP/long-line.rs" "$TMP/deep-expression.rs"; do check_one "$f"; done
[ -e /etc/tutor-was-here ] || [ -e /tutor-was-here ] && say "nothing written outside" no "a file was written" || say "nothing written outside" ok

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
	# An ordinary user: a copy of what it needs, for it may not read root's home.
	user=$TMP/user
	mkdir -p "$user"
	cp -R build/tutor "$user/" && mkdir "$user/files" && cp tests/e2e/abuse/*.rs "$user/files/"
	chmod 755 "$TMP" && chown -R 65533:65533 "$user"
	rustc=$(rustc --print sysroot)
	if setpriv --reuid 65533 --regid 65533 --clear-groups test -x "$rustc/bin/rustc"; then
		for f in "$user"/files/*.rs; do
			check_one "$f" setpriv --reuid 65533 --regid 65533 --clear-groups env HOME="$user" TUTOR_HOME="$user/home" \
				TUTOR_CONTENT="$PWD" PATH="$rustc/bin:/usr/bin:/bin"
		done
	else
		echo "note: the toolchain lies in a folder that other users cannot read; the run as a user is left out"
	fi
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
