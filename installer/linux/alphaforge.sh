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

# shellcheck disable=SC2086 # options are several words
exec "$lib/runtime/bin/java" ${cache:+"-XX:AOTCache=$cache"} \
    @OPTIONS@ \
    ${ALPHAFORGE_JVM_OPTIONS:-} \
    -cp "@CLASSPATH@" io.alphaforge.app.Main "$@"
