#!/bin/sh
# install_cpython.sh DIR VERSION...: CPythons out of Debian's newest suite, such as 3.14 and 3.15, as DIR/bin/python3.14.
#
# They and the libraries that they need are unpacked into DIR; the system's own are left alone. Which 3.14.x that is
# changes with the suite. MIRROR names another archive than the one that apt uses here, SUITE another suite.
set -eu

if [ $# -lt 2 ]; then
  echo "usage: $0 DIR VERSION..." >&2
  exit 2
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
mirror=${MIRROR:-$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' | sed -n 's/^Debian //p' | head -n 1)}
if [ -z "$mirror" ]; then
  echo "apt knows no Debian archive here: run apt-get update, or set MIRROR" >&2
  exit 1
fi

own=$folder/apt
mkdir -p "$own/lists/partial" "$own/archives/partial" "$own/etc" "$folder/root" "$folder/bin"
: > "$own/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror ${SUITE:-sid} main" > "$own/etc/sources.list"
own_apt() {
  apt-get -q -o Dir::Etc="$own/etc" -o Dir::State="$own" -o Dir::State::lists="$own/lists" \
    -o Dir::State::status="$own/status" -o Dir::Cache="$own" -o APT::Sandbox::User=root \
    -o APT::Install-Recommends=false -o Debug::NoLocking=1 "$@"
}
own_apt update
own_apt install --yes --download-only $(printf 'python%s ' "$@")
for package in "$own"/archives/*.deb; do dpkg-deb --extract "$package" "$folder/root"; done

# They are started by their own loader, with their own libraries.
libraries=$folder/root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)
loader=$(find "$folder/root" -name 'ld-linux-*.so.*' | head -n 1)
for version; do
  python=$folder/root/usr/bin/python$version
  printf '#!/bin/sh\nexec "%s" --library-path "%s" --argv0 "%s" "%s" "$@"\n' \
    "$loader" "$libraries" "$python" "$python" > "$folder/bin/python$version"
  chmod +x "$folder/bin/python$version"
  "$folder/bin/python$version" --version
done
