#!/usr/bin/env bash
# Shows that the committed project installs and passes its tests on a bare Debian 12 that has Node.js and npm and
# nothing else: no browser, no fonts, no git, no compiler.
#
#   sudo scripts/freshMachine.sh                    npm ci && npm test
#   sudo scripts/freshMachine.sh -- COMMAND...      npm ci && COMMAND
#   sudo REVISION=abc123 scripts/freshMachine.sh    another commit than HEAD
#   sudo BASE=/var/cache/bookworm.tar scripts/...   keeps the bare system there for the next time
#
# Needs root, debootstrap and Debian's package mirror (the one that this machine's own apt uses). All mounts live in
# a namespace of their own and go with it; the folder is removed at the end.
set -euo pipefail

if [ "${1:-}" = --inside ]; then
  # In the mount and process namespace: what a program expects of a system, then the tests.
  root=$2
  shift 2
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/shm"
  mount -t tmpfs -o size=2g,mode=1777 tmpfs "$root/dev/shm"
  extra=()
  [ -f "$root/etc/extra-ca.pem" ] && extra+=("NODE_EXTRA_CA_CERTS=/etc/extra-ca.pem")
  # An environment of its own, so that nothing of this machine's slips in. What keeps npm's registry is named.
  exec chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 \
    CI=true npm_config_registry="$REGISTRY" npm_config_update_notifier=false "${extra[@]}" \
    /bin/bash -c 'cd /fieldbook && npm ci && exec "$@"' fieldbook "$@"
fi

[ "$(id -u)" = 0 ] || { echo 'Run this as root: it makes a system in a folder and enters it.' >&2; exit 2; }
command -v debootstrap >/dev/null || { echo 'debootstrap is missing: apt-get install debootstrap' >&2; exit 2; }
[ "${1:-}" = -- ] && shift
[ $# -gt 0 ] || set -- npm test

project=$(cd "$(dirname "$0")/.." && pwd)
REGISTRY=$(npm config get registry 2>/dev/null)
export REGISTRY
root=$(mktemp -d "${TMPDIR:-/tmp}/fieldbook-debian-XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT

makeSystem() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk '$2 == "bookworm" { print $1; exit }')
  [ -n "$mirror" ] || { echo 'apt on this machine names no bookworm mirror.' >&2; exit 2; }
  # Node.js is copied from this machine; ca-certificates and libstdc++ are what its own package would bring.
  debootstrap --variant=minbase --include=ca-certificates,libstdc++6 bookworm "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -20 "$root.log" >&2; exit 2; }
  rm -f "$root.log"
  rm -rf "$root"/var/cache/apt/archives/*.deb
}

if [ -n "${BASE:-}" ] && [ -f "$BASE" ]; then
  tar -xf "$BASE" -C "$root"
else
  makeSystem
  [ -z "${BASE:-}" ] || tar -cf "$BASE" -C "$root" .
fi

install -D "$(readlink -f "$(command -v node)")" "$root/usr/local/bin/node"
mkdir -p "$root/usr/local/lib/node_modules" "$root/fieldbook"
cp -a "$(npm root -g 2>/dev/null)/npm" "$root/usr/local/lib/node_modules/npm"
ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
[ -z "${NODE_EXTRA_CA_CERTS:-}" ] || cp "$NODE_EXTRA_CA_CERTS" "$root/etc/extra-ca.pem"
git -C "$project" archive "${REVISION:-HEAD}" | tar -x -C "$root/fieldbook"

echo "A bare Debian $(cat "$root/etc/debian_version") with Node.js $(chroot "$root" node --version)"
# Ended with everything that it started, also when this script is interrupted.
unshare --mount --pid --fork --kill-child bash "$0" --inside "$root" "$@"
