#!/bin/sh
# Starts AlphaForge from the folder that it is in: the window without a command, else the command line.
link=$0
if [ -L "$link" ]; then
    link=$(readlink -f "$link")
fi
lib=$(CDPATH='' cd -- "${link%/*}/../lib" && pwd -P) || exit 3
app=$lib/app

# Without its cache the application starts as well, only slower.
cache=$app/alphaforge.aot
[ -r "$cache" ] || cache=

# Meant for the java command that the user may have, not for this one.
unset JDK_JAVA_OPTIONS

# The toolkit sets both while another thread opens the database. What is there already keeps its place in memory; else the
# whole environment is moved under whoever reads it, which has ended the process.
export GDK_BACKEND="${GDK_BACKEND:-x11}" IBUS_ENABLE_SYNC_MODE="${IBUS_ENABLE_SYNC_MODE:-1}"

# What the start of a window calls some thousand times is interpreted: see the same options among the next ones.
patience=
[ $# -gt 0 ] || patience='-XX:Tier0InvokeNotifyFreqLog=12 -XX:Tier0BackedgeNotifyFreqLog=14'

# shellcheck disable=SC2086 # options are several words
exec "$lib/runtime/bin/java" ${cache:+"-XX:AOTCache=$cache"} \
    @OPTIONS@ $patience \
    ${ALPHAFORGE_JVM_OPTIONS:-} \
    -cp "@CLASSPATH@" io.alphaforge.app.Main "$@"
