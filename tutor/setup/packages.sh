#!/usr/bin/env bash
# packages.sh build|test: says which system packages are missing and installs them with apt (sudo when
# not root). Costs a few milliseconds when nothing is missing. Without apt it prints the list in words.
set -eu

build_pkgs='gcc make pkg-config libncurses-dev libcurl4-openssl-dev libcjson-dev libsqlite3-dev libcmark-dev
	libyaml-dev libgumbo-dev libmicrohttpd-dev libarchive-dev libsodium-dev libstemmer-dev
	libutf8proc-dev libseccomp-dev bubblewrap'
test_pkgs='clang clang-format libclang-rt-14-dev valgrind tmux jq python3 sqlite3'

# A Node.js from elsewhere will do.
command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || test_pkgs="$test_pkgs nodejs npm"

want=$build_pkgs
[ "${1:-build}" = test ] && want="$build_pkgs $test_pkgs"

stamp=${TMPDIR:-/tmp}/tutor-packages-$(id -u)-$(printf '%s' "$want" | cksum | cut -d' ' -f1)
if [ -O "$stamp" ] && [ /var/lib/dpkg/status -ot "$stamp" ]; then
	exit 0
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
	missing=
	for lib in ncursesw libcurl libcjson sqlite3 libcmark yaml-0.1 gumbo libmicrohttpd libarchive libsodium \
		libutf8proc libseccomp; do
		pkg-config --exists "$lib" 2>/dev/null || missing="$missing $lib"
	done
	[ -z "$missing" ] && exit 0
	echo "This system has no apt, so please install these libraries with their headers yourself:" >&2
	echo "  $missing (names as pkg-config knows them), and also: a C compiler, make, pkg-config, libstemmer, bubblewrap." >&2
	exit 3
fi

missing=
for p in $want; do
	case $(dpkg-query -W -f '${Status}' "$p" 2>/dev/null || true) in
	*' installed') ;;
	*) missing="$missing $p" ;;
	esac
done
if [ -z "$missing" ]; then
	touch "$stamp" 2>/dev/null || true
	exit 0
fi

sudo=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null 2>&1 || {
		echo "These packages are missing, and there is no sudo to install them:$missing" >&2
		echo "Ask an administrator to run: apt-get update && apt-get install$missing" >&2
		exit 3
	}
	sudo=sudo
fi
echo "Installing system packages that are missing:$missing" >&2
$sudo apt-get update -qq >&2 || true
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo ${sudo:+-E} apt-get install -y -qq --no-install-recommends $missing >&2
touch "$stamp" 2>/dev/null || true
