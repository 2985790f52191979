#!/bin/sh
# venv.sh PYTHON FOLDER: a virtual environment with pip in FOLDER.
# Debian's bare python3 cannot make one; as root its missing package is installed, else named.
set -eu
python=$1
venv=$2

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 || stop \
    "There is no $python here. Policy Timeline needs Python 3.11 or newer; on Debian, as root:" \
    "    apt-get update && apt-get install -y python3 python3-venv" \
    "or name another one: make run PYTHON=/path/to/python3.12"

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop \
    "$python is Python $version; Policy Timeline needs 3.11 or newer." \
    "Name a newer one: make run PYTHON=/path/to/python3.12"

make_venv() {
    "$python" -m venv --clear "$venv"
}

"$venv/bin/python" -m pip --version >/dev/null 2>&1 && exit 0
make_venv >/dev/null 2>&1 && exit 0

package=python3-venv
[ "$(command -v "$python")" = /usr/bin/python3 ] || package="python$version-venv"
command="apt-get update && apt-get install -y $package"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    rm -rf "$venv"
    stop "$python cannot make a virtual environment: its package $package is missing." \
        "This one command, run as root, installs it; then try again:" \
        "    $command"
fi
echo "Installing $package, without which $python makes no virtual environment ..."
export DEBIAN_FRONTEND=noninteractive
told=$( (apt-get update -qq && apt-get install -y -qq "$package") 2>&1 ) || stop \
    "$told" "apt-get could not install $package. Once it is installed, try again."
make_venv
