#!/bin/sh
# Two "machines" on one: network namespaces joined by a cable. The first has the coordinator and the filings, the second
# two workers and the monitor, and sees nothing of the first but its address; mutual TLS between them.
#   npm run build && scripts/two-machines.sh FILINGS_DIR [YEAR]
# Needs root, and ip from iproute2. Ends with 0 when every filing was processed.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
filings=$(cd "${1:?usage: two-machines.sh FILINGS_DIR [YEAR]}" && pwd)
year=${2:-2009}
one=filigree-one-$$ two=filigree-two-$$ cable=fg$$
work=$(mktemp -d)
pids=

fail() {
  echo "two-machines: $*" >&2
  tail -n 5 "$work"/*/*.log >&2 || true
  exit 1
}

end() {
  # What runs there is a child of the shell that was started, and would outlive it.
  for pid in $pids $(ip netns pids "$one" 2>/dev/null) $(ip netns pids "$two" 2>/dev/null); do
    kill "$pid" 2>/dev/null || true
  done
  for pid in $pids; do wait "$pid" 2>/dev/null || true; done
  ip netns del "$one" 2>/dev/null || true
  ip netns del "$two" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

# Settings of this shell are no machine's.
for name in COORDINATOR LISTEN QUEUE_DIR FILINGS_DIR GRAPH WORKER_ID USE_AI_EXTRACTION INSECURE METRICS HEALTH \
  TLS_CERT TLS_KEY TLS_CA TOKEN_FILE; do unset "$name"; done

ip netns add "$one"
ip netns add "$two"
ip link add "${cable}a" netns "$one" type veth peer name "${cable}b" netns "$two"
ip -n "$one" addr add 10.77.0.1/24 dev "${cable}a"
ip -n "$two" addr add 10.77.0.2/24 dev "${cable}b"
for net in "$one" "$two"; do ip -n "$net" link set lo up; done
ip -n "$one" link set "${cable}a" up
ip -n "$two" link set "${cable}b" up

mkdir "$work/one" "$work/two"
coordinator="node $root/apps/coordinator/bin/coordinator.js"
worker="node $root/apps/worker/bin/worker.js"
tui="node $root/apps/tui/bin/tui.js"

cd "$work/one"
$coordinator certs certs --host 10.77.0.1 >/dev/null 2>&1
cp certs/ca.crt certs/worker.crt certs/worker.key certs/viewer.crt certs/viewer.key "$work/two"
# shellcheck disable=SC2086 # the words of the commands
ip netns exec "$one" $coordinator serve --listen 10.77.0.1:50051 --filings "$filings" --metrics off \
  --tls-ca certs/ca.crt --tls-cert certs/coordinator.crt --tls-key certs/coordinator.key >serve.log 2>&1 &
pids="$pids $!"

# On the second machine an empty folder lies where the first one has its filings.
second() {
  ip netns exec "$two" sh -c 'mount -t tmpfs none "$0" && exec "$@"' "$filings" "$@"
}
cd "$work/two"
for n in 1 2; do
  # shellcheck disable=SC2086
  second $worker connect --coordinator 10.77.0.1 --id "worker-$n" --no-ai \
    --tls-ca ca.crt --tls-cert worker.crt --tls-key worker.key >"worker-$n.log" 2>&1 &
  pids="$pids $!"
done
[ -z "$(second ls "$filings")" ] || fail "the second machine sees $filings, expected an empty folder"

cd "$work/one"
asked="--coordinator 10.77.0.1 --tls-ca certs/ca.crt --tls-cert certs/operator.crt --tls-key certs/operator.key"
for i in $(seq 60); do
  # shellcheck disable=SC2086
  ip netns exec "$one" $coordinator status $asked >/dev/null 2>&1 && break
  [ "$i" -lt 60 ] || fail 'the coordinator does not answer'
  sleep 1
done
# shellcheck disable=SC2086
ip netns exec "$one" $coordinator submit --year "$year" --no-ai --wait --json $asked >summary 2>submit.log ||
  fail "submit ended with $?"

cd "$work/two"
# shellcheck disable=SC2086
second $tui --once --read-only --coordinator 10.77.0.1 --tls-ca ca.crt --tls-cert viewer.crt --tls-key viewer.key
if second $coordinator status --coordinator 10.77.0.1 --tls-ca ca.crt >no-certificate.log 2>&1; then
  fail 'a client without a certificate was answered'
fi
echo "without a certificate: $(head -n 1 no-certificate.log)"
tail -n 1 "$work/one/summary"
expected=$(find "$filings/$year" -type f \( -name '*.txt' -o -name '*.nc' \) | wc -l)
processed=$(tail -n 1 "$work/one/summary" | node -p 'JSON.parse(require("node:fs").readFileSync(0, "utf8")).processed')
[ "$processed" -eq "$expected" ] || fail "$processed filings processed, expected the $expected of $filings/$year"
echo "all $expected filings of $year processed by two workers that have none of them"
