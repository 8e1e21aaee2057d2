# Stops a server when the JVM that started it has gone without doing so.
#   $1  process id of the server
#   $2  signal that ends it in an orderly way
#   $3  folder to delete afterwards, or nothing
# Standard input is a pipe from the JVM: a line dismisses this script, end of file means that the JVM is gone.
trap '' INT TERM HUP
if read -r _; then
    exit 0
fi
kill -s "$2" "$1" || exit 0
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    sleep 1
    if ! kill -0 "$1"; then
        break
    fi
done
if [ -n "$3" ]; then
    kill -s KILL "$1"
    rm -rf -- "$3"
fi
