"""What of FIRE's relations each sentence's facts miss: fire_each.py SCORER FIRE.json OUTPUT, a JSON line a sentence that misses some.

The scorer counts over a whole output; here it is asked about one line after another.
"""
import contextlib, importlib.util, io, json, os, sys, tempfile

scorer, data, output = sys.argv[1:]
spec = importlib.util.spec_from_file_location("score", scorer)
fire = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fire)
rows = json.load(open(data, encoding="utf-8"))
line_file = tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".jsonl", delete=False)
for line in open(output, encoding="utf-8"):
    line_file.seek(0), line_file.truncate(), line_file.write(line), line_file.flush()
    said = io.StringIO()
    with contextlib.redirect_stdout(said): fire.score(rows, line_file.name)
    report, accession = json.loads(said.getvalue()), json.loads(line)["accession"]
    row = rows[int(accession[-6:])]
    name = lambda at: " ".join(row["tokens"][row["entities"][at]["start"]:row["entities"][at]["end"]])
    relations = [f"{r['type']}({name(r['head'])}; {name(r['tail'])})" for r in row["relations"] if r["type"] in fire.WANT]
    missed = [kind for kind, count in report["of"].items() if count and report[kind] < 1]
    if missed: print(json.dumps({"accession": accession, "missed": missed, "sentence": fire.sentence(row["tokens"]), "relations": relations}, ensure_ascii=False))
os.unlink(line_file.name)
