#!/bin/sh
# Tries out a package for Debian as a user would, on a clean system of its own in a temporary folder: installs it, uses
# the command line and the window, upgrades from an older version, removes it. One line a step; status 0 if all held.
#
#   installer/try.sh [NEW.deb [OLD.deb]]
#
# Without NEW.deb it takes the one that mvn -Pinstaller package left; without OLD.deb it makes an older one out of it.
# Needs root, for chroot only, and debootstrap, Xvfb, ImageMagick and xdotool. Nothing stays behind.
set -u

root=$(mktemp -d)
project=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
new=${1:-$(ls "$project"/target/installer/alphaforge_*.deb 2>/dev/null | head -n 1)}
old=${2:-}
log=$root.log
display=
failed=0

clean() {
    [ -z "$display" ] || kill "$display" 2>/dev/null
    for mounted in proc dev/shm tmp/.X11-unix; do
        umount "$root/$mounted" 2>/dev/null || umount -l "$root/$mounted" 2>/dev/null
    done
    rm -rf --one-file-system "$root"
    [ "$failed" -ne 0 ] || rm -f "$log"
}
trap clean EXIT
trap 'exit 130' INT TERM

# step WHAT COMMAND...: one line that says whether it held.
step() {
    what=$1
    shift
    if "$@" >>"$log" 2>&1; then
        echo "ok      $what"
    else
        echo "FAILED  $what (see $log)"
        failed=1
        exit 1
    fi
}

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# As the user ann, who has no rights.
ann() {
    inside setpriv --reuid=1000 --regid=1000 --clear-groups /usr/bin/env HOME=/home/ann "$@"
}

prepare() {
    repository=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' | head -n 1)
    debootstrap --variant=minbase "${repository#* }" "$root" "${repository% *}" &&
        chmod 755 "$root" &&
        mount -t proc proc "$root/proc" &&
        mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix" &&
        mount -t tmpfs tmpfs "$root/dev/shm" &&
        chmod 1777 "$root/tmp" &&
        inside useradd --create-home --uid 1000 ann
}

older() {
    if [ -n "$old" ]; then
        cp "$old" "$root/srv/old.deb"
    else
        dpkg-deb -R "$new" "$root/srv/older" &&
            sed -i 's/^Version: .*/Version: 0.0.1/' "$root/srv/older/DEBIAN/control" &&
            dpkg-deb --root-owner-group -Zgzip -z1 -b "$root/srv/older" "$root/srv/old.deb" &&
            rm -r "$root/srv/older"
    fi
}

installed() { [ "$(inside dpkg-query -W -f '${Version}' alphaforge)" = "$(dpkg-deb -f "$1" Version)" ]; }

install() {
    inside apt-get update && inside apt-get install -y --no-install-recommends "/srv/$1" && installed "$root/srv/$1"
}

integrity() { [ -z "$(inside dpkg -V alphaforge)" ]; }

desktop() {
    grep -q '^MimeType=text/csv;' "$root/usr/share/applications/alphaforge.desktop" &&
        [ -f "$root/usr/share/icons/hicolor/256x256/apps/alphaforge.png" ] &&
        [ -f "$root/opt/alphaforge/lib/app/licences/README.txt" ] &&
        [ -f "$root/opt/alphaforge/lib/app/components.cdx.xml" ]
}

cached() { ann ALPHAFORGE_JVM_OPTIONS=-XX:AOTMode=on alphaforge --version; }

# Without a cache that fits, the start must not fail, and say nothing.
uncached() {
    mv "$root/opt/alphaforge/lib/app/alphaforge.aot" "$root/srv/aot" &&
        echo damaged >"$root/opt/alphaforge/lib/app/alphaforge.aot" &&
        said=$(ann alphaforge --version 2>&1) &&
        mv "$root/srv/aot" "$root/opt/alphaforge/lib/app/alphaforge.aot" &&
        case $said in AlphaForge*) true ;; *) false ;; esac
}

demo() { ann alphaforge --quiet demo --symbols 263 --days 400; }

backtest() {
    ann alphaforge --quiet backtest --strategy rsi --universe all --format json >"$root/srv/results" &&
        [ "$(grep -c '"type":"result"' "$root/srv/results")" -eq 263 ] &&
        grep '"type":"finished"' "$root/srv/results"
}

refused() {
    ann alphaforge backtest --strategy nonsense
    [ $? -eq 2 ]
}

screen() {
    # Without -noreset it starts anew whenever its last client leaves, and refuses who comes meanwhile.
    Xvfb :"$1" -screen 0 1280x720x24 -nolisten tcp -noreset >>"$log" 2>&1 &
    display=$!
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        [ -S "/tmp/.X11-unix/X$1" ] && return 0
        sleep 1
    done
    return 1
}

# Opens the window; every program on the way to the Java runtime is replaced by the next, so the number stays its own.
window() {
    at=$1
    shift
    # shellcheck disable=SC2016 # it is the inner shell that knows its number
    ann DISPLAY=:"$at" sh -c 'echo $$ >"$HOME/window"; exec alphaforge "$@"' sh "$@" >>"$log" 2>&1 &
    opened=$!
}

close() {
    kill "$(cat "$root/home/ann/window")"
    wait "$opened"
    rm "$root/home/ann/window"
}

# What the toolkit sets in the environment was there when the window began: see the launcher.
settled() {
    [ "$(tr '\0' '\n' <"/proc/$(cat "$root/home/ann/window")/environ" |
        grep -c -e '^GDK_BACKEND=' -e '^IBUS_ENABLE_SYNC_MODE=')" -eq 2 ]
}

# Waits until the window shows rows: a picture of many colours, which an empty table does not have.
rows() {
    window "$1"
    shown=1
    for _ in $(seq 60); do
        sleep 1
        import -display ":$1" -window root -crop 900x400+60+240 +repage "$root.png" &&
            [ "$(identify -format '%k' "$root.png")" -gt 150 ] && shown=0 && break
    done
    import -display ":$1" -window root "$project/target/installer/window.png"
    settled || shown=1
    close
    rm -f "$root.png"
    return "$shown"
}

kept() {
    before=$1
    [ "$(ann alphaforge --quiet --format json quality | wc -l)" -eq "$before" ] &&
        ann alphaforge show last "$(sed -n 's/.*"type":"result".*"symbol":"\([^"]*\)".*/\1/p' "$root/srv/results" | head -n 1)"
}

csv() {
    printf 'time,open,high,low,close,volume\n' >"$root/srv/ABCUSDT-1d.csv"
    for day in 01 02 03 04 05; do
        printf '2026-01-%s,1,2,0.5,1.5,100\n' "$day" >>"$root/srv/ABCUSDT-1d.csv"
    done
    window "$1" /srv/ABCUSDT-1d.csv
    sleep 20
    # The window asks first. Without a window manager nobody gives it the keyboard.
    ! stored ABCUSDT &&
        DISPLAY=":$1" xdotool search --onlyvisible --name '^AlphaForge$' windowfocus --sync key Return
    asked=$?
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 1
        stored ABCUSDT && break
    done
    close
    [ "$asked" -eq 0 ] && stored ABCUSDT
}

# Whether there is a coin; a window that has the database open answers for it.
stored() { ann alphaforge --quiet --format json quality | grep "$1"; }

removed() {
    inside apt-get purge -y alphaforge &&
        [ ! -e "$root/opt/alphaforge" ] && [ ! -e "$root/usr/bin/alphaforge" ] && [ ! -L "$root/usr/bin/alphaforge" ] &&
        [ -s "$root/home/ann/.local/share/alphaforge/alphaforge.duckdb" ]
}

[ "$(id -u)" -eq 0 ] || { echo "installer/try.sh needs root, for chroot." >&2; exit 2; }
for tool in debootstrap Xvfb import identify xdotool; do
    command -v "$tool" >/dev/null || { echo "installer/try.sh needs $tool." >&2; exit 2; }
done
[ -f "$new" ] || { echo "There is no package; mvn -Pinstaller package makes one." >&2; exit 2; }

number=$((200 + $$ % 700))
step "a clean system" prepare
step "an older package" older
cp "$new" "$root/srv/new.deb"
step "the older version is installed, with what it depends on" install old.deb
step "command line: 263 demo coins" demo
step "command line: a backtest of all of them" backtest
series=$(ann alphaforge --quiet --format json quality | wc -l)
step "the new version is installed over it" install new.deb
step "every installed file is as it was packed" integrity
step "menu entry, icons, licences and list of components are there" desktop
step "data and runs of the older version are kept" kept "$series"
step "the start-up cache is used" cached
step "with a damaged cache it starts as well, and silently" uncached
step "command line: a backtest" backtest
step "command line: what is wrong is refused with status 2" refused
step "a display" screen "$number"
step "the window shows the coins" rows "$number"
step "a CSV file that is opened with it is offered, and imported when Enter is pressed" csv "$number"
step "removed without a trace, the data left" removed
echo "all held"
