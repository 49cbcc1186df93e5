cd /tmp/wt/own2-out && rm -f *.cpuprofile && nice -n 5 node --cpu-prof --cpu-prof-dir=/tmp/wt/own2-out /tmp/wt/own2/dbg-time2.mjs /tmp/wt/own2 /tmp/wt/own2 && python3 - <<'P'
import json,glob,collections
p=json.load(open(glob.glob('/tmp/wt/own2-out/*.cpuprofile')[0]))
nodes={n['id']:n for n in p['nodes']}
dt=p['timeDeltas']; c=collections.Counter()
for s,d in zip(p['samples'],dt):
    f=nodes[s]['callFrame']; c[(f['functionName'],f['url'].split('/dist/')[-1],f['lineNumber'])]+=d
for k,v in c.most_common(22): print(round(v/1000),k)
P
