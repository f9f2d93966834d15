"""The measuring part of compare.sh, which calls it: PAKE LINES RUNS FOLDER."""
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time

# What a careful person writes by hand: four rules for raw lines.
RULES = (
    (r'("(password|token|secret|apiKey)" *: *")[^"]*', r"\1********"),
    (r"[A-Za-z0-9._%+-]+@([A-Za-z0-9.-]+)", r"***@\1"),
    (r"(Bearer )[A-Za-z0-9._-]+", r"\1********"),
    (r"([0-9]{4})[- ]?[0-9]{4}[- ]?[0-9]{4}[- ]?([0-9]{4})", r"\1-****-****-\2"),
)
SED = "; ".join(f"s/{pattern}/{text}/g" for pattern, text in RULES)
PERL = "; ".join(f"s/{pattern}/{text}/g" for pattern, text in RULES).replace("@", "\\@").replace("\\1", "$1").replace("\\2", "$2")
VRL = "redact(., filters: [" + ", ".join(f"r'{pattern}'" for pattern, _ in RULES) + "])"


def take(command):
    start = time.perf_counter()
    subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def in_turn(commands, runs):
    """The median time in seconds of each command."""
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(take(command))
    return {name: statistics.median(taken) for name, taken in times.items()}


def make(folder, shape, lines):
    path = os.path.join(folder, f"{shape}-{lines}")
    maker = [sys.executable, "benches/make_log.py", "--shape", shape, "--lines", str(max(lines, 1)), "--out", path]
    subprocess.run(maker, check=True)
    return path


def table(title, heads, rows):
    print(f"\n### {title}\n\n| {' | '.join(heads)} |\n|---{'|---:' * (len(heads) - 1)}|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def beside_cat(title, commands, path, runs):
    """A table of commands, each with its ratio to the first."""
    size, medians = os.path.getsize(path), in_turn(commands, runs)
    base = next(iter(medians.values()))
    rows = [(f"`{name}`".replace("|", "\\|"), f"{size / took / 1e6:.0f}", f"{took / base:.2f}") for name, took in medians.items()]
    table(f"{title} ({size / 1e6:.0f} MB)", ("command", "MB/s", "time beside the first"), rows)


def peak(command, stdin):
    """The largest memory of the process in MB, as Linux notes it; None elsewhere."""
    most = 0
    with open(stdin, "rb") as file:
        process = subprocess.Popen(command, stdin=file, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            try:
                with open(f"/proc/{process.pid}/status", encoding="utf-8") as status:
                    most = max([most] + [int(line.split()[1]) for line in status if line.startswith("VmHWM")])
            except OSError:
                pass
            time.sleep(0.0005)
    return most / 1000 if most else None


def start(pake, log, runs):
    """How much longer in ms one line through a fresh process takes than `true`."""
    commands = {"pake": [pake, "mask", log], "true": [shutil.which("true")]}
    times = {name: [] for name in commands}
    for _ in range(runs * 20):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - begin)
    return (statistics.median(times["pake"]) - statistics.median(times["true"])) * 1000


def trickle(pake, line):
    """How long in ms a line takes to come out while the pipe stays open: 99 of 100 take no longer."""
    process = subprocess.Popen([pake, "mask"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    waits = []
    for _ in range(2000):
        begin = time.perf_counter()
        os.write(process.stdin.fileno(), line)
        out = b""
        while not out.endswith(b"\n"):
            out += os.read(process.stdout.fileno(), 1 << 16)
        waits.append(time.perf_counter() - begin)
        time.sleep(0.0002)
    process.stdin.close()
    process.wait()
    return sorted(waits)[len(waits) * 99 // 100] * 1000


def search(pake, log, runs):
    """Searches beside those who are installed: for one id, and for a few entries by four of their fields."""
    with open(log, "rb") as file:
        file.seek(os.path.getsize(log) // 2)
        file.readline()
        line = json.loads(file.readline())
    word = line.get("correlation_id") or line["timestamp"]
    beside_cat("Search for one id", {
        name: command for name, tool, command in (
            ("cat FILE | cat", "cat", f"cat {log} | cat > /dev/null"),
            ("pake search ID FILE", "cat", f"{pake} search {word} {log} > /dev/null"),
            ("rg -F ID FILE", "rg", f"rg -F {word} {log} > /dev/null || true"),
            ("grep -F ID FILE", "grep", f"LC_ALL=C grep -F {word} {log} > /dev/null || true"),
        ) if shutil.which(tool)
    }, log, runs)
    where = "level >= error and category = database and duration_ms > 100"
    window = "--since 2026-11-20T06:00:00Z --until 2026-11-20T18:00:00Z"
    jq = 'select(.level == "ERROR" and .category == "database" and .duration_ms > 100)'
    sql = (
        f"select * from read_json('{log}', format='newline_delimited', columns={{timestamp: 'TIMESTAMP', level: 'VARCHAR', "
        "category: 'VARCHAR', duration_ms: 'DOUBLE', message: 'VARCHAR'}) where level in ('ERROR', 'CRITICAL') and category = "
        "'database' and duration_ms > 100 and timestamp >= '2026-11-20 06:00' and timestamp < '2026-11-20 18:00'"
    )
    beside_cat("Search by level, category, duration and time", {
        name: command for name, tool, command in (
            ("cat FILE | cat", "cat", f"cat {log} | cat > /dev/null"),
            ("pake search --where …", "cat", f"{pake} search --where {shlex.quote(where)} {window} {log} > /dev/null"),
            ("pake search --where, every line asked", "cat",
             f"PAKE_NO_NEEDLES=1 {pake} search --where {shlex.quote(where)} {window} {log} > /dev/null"),
            ("duckdb with an explicit schema", "duckdb", f"duckdb -csv -c {shlex.quote(sql)} > /dev/null"),
            ("hl -q …", "hl", f"hl -P -q {shlex.quote('level >= error and category = database and duration_ms > 100')} {log} > /dev/null"),
            ("jq select", "jq", f"jq -c {shlex.quote(jq)} {log} > /dev/null"),
        ) if shutil.which(tool) and (tool != "jq" or os.path.getsize(log) < 20e6)
    }, log, runs)


# What `pake report` says of durations and errors, as DuckDB is asked for it: the log is read once, and of it the fields
# that are needed.
SQL = """
SET threads = {cores};
CREATE TEMP TABLE log AS
  SELECT coalesce(operation, method || ' ' || regexp_replace(path, '[0-9]+', '{{id}}', 'g'), category) AS name, level,
         category, error.type AS type, duration_ms
  FROM read_json('{path}', format = 'newline_delimited', ignore_errors = true, columns = {{level: 'VARCHAR',
    category: 'VARCHAR', operation: 'VARCHAR', method: 'VARCHAR', path: 'VARCHAR', duration_ms: 'DOUBLE',
    error: 'STRUCT(type VARCHAR)'}});
SELECT name, count(*), avg(duration_ms), quantile_disc(duration_ms, [0.5, 0.95, 0.99]), max(duration_ms)
  FROM log GROUP BY name;
SELECT category, type, count(*) FROM log WHERE level IN ('ERROR', 'CRITICAL') GROUP BY category, type;
"""


def duckdb(folder, path):
    """The command that has DuckDB report; None where it is not installed."""
    script = os.path.join(folder, "report.sql")
    with open(script, "w", encoding="utf-8") as file:
        file.write(SQL.format(cores=os.cpu_count(), path=path))
    if shutil.which("duckdb"):
        return f"duckdb < {script} > /dev/null"
    ask = f"import duckdb; duckdb.sql(open('{script}').read()).fetchall()"
    here = subprocess.run([sys.executable, "-c", "import duckdb"], capture_output=True, check=False).returncode == 0
    return f"{shlex.quote(sys.executable)} -c {shlex.quote(ask)}" if here else None


def reports(pake, folder, log, runs):
    """Reports beside others, and the memory that one takes."""
    others = {"DuckDB with a schema": duckdb(folder, log)}
    beside_cat("Reports: count, average, percentiles, maximum by group; errors by category and type", {
        "cat FILE | cat": f"cat {log} | cat > /dev/null",
        "pake report FILE": f"{pake} report --no-config {log} > /dev/null",
        "pake report --unmasked FILE": f"{pake} report --no-config --unmasked {log} > /dev/null",
        **{name: command for name, command in others.items() if command},
    }, log, runs)
    missing = [name for name, command in others.items() if not command]
    if missing:
        print(f"\nNot installed here: {', '.join(missing)}.")
    size = peak([pake, "report", "--no-config", log], os.devnull)
    if size:
        print(f"\nThe report takes at most {size:.0f} MB.")


def main():
    pake, lines, runs, folder = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    version = subprocess.run([pake, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{version}, {os.cpu_count()} cores, {lines} lines, median of {runs} runs in turn")

    log = make(folder, "json", lines)
    cat = f"cat {log} | cat > /dev/null"
    beside_cat("JSON lines, 8 % of them sensitive", {
        "cat FILE | cat": cat,
        "pake mask FILE": f"{pake} mask {log} > /dev/null",
        "cat FILE | pake mask | cat": f"cat {log} | {pake} mask | cat > /dev/null",
        "pake mask --threads 1 FILE": f"{pake} mask --threads 1 {log} > /dev/null",
        "pake mask --summary FILE": f"{pake} mask --summary-file {folder}/summary {log} > /dev/null",
        "pake mask --profile strict FILE": f"{pake} mask --profile strict {log} > /dev/null",
    }, log, runs)

    search(pake, log, runs)

    # The others are so much slower that a tenth of the log says enough.
    part = make(folder, "json", lines // 10)
    others = {
        "sed": ("sed with 4 rules", f"LC_ALL=C sed -E {shlex.quote(SED)} {part} > /dev/null"),
        "perl": ("perl with 4 rules", f"perl -pe {shlex.quote(PERL)} {part} > /dev/null"),
        "jq": ("jq -c ., no rules", f"jq -c . {part} > /dev/null"),
        "vrl": ("vrl with 4 rules", f"vrl --input {part} {shlex.quote(VRL)} > /dev/null"),
    }
    here = {name: command for tool, (name, command) in others.items() if shutil.which(tool)}
    beside_cat("Beside others", {
        "cat FILE | cat": f"cat {part} | cat > /dev/null",
        "pake mask FILE": f"{pake} mask {part} > /dev/null",
        **here,
    }, part, max(runs // 2, 1))
    missing = [tool for tool in others if not shutil.which(tool)]
    if missing:
        print(f"\nNot installed here: {', '.join(missing)}.")

    reports(pake, folder, log, runs)

    logs = {
        "JSON lines, as above": log,
        "100 bytes a line": make(folder, "short", lines * 2),
        "7 kB a line": make(folder, "long", lines // 24),
        "plain text": make(folder, "text", lines * 2),
        "URL, stamps, UUID, hash and e-mail address in each line": make(folder, "dense", lines),
    }
    commands = {name: f"{pake} mask {path} > /dev/null" for name, path in logs.items()}
    cats = {f"cat {name}": f"cat {path} | cat > /dev/null" for name, path in logs.items()}
    medians = in_turn(commands | cats, runs)
    per_byte = {name: medians[name] / os.path.getsize(path) for name, path in logs.items()}
    first = next(iter(per_byte.values()))
    table("`pake mask FILE` on logs of other shapes", ("shape", "MB/s", "time beside `cat FILE \\| cat`", "a byte, beside the first"), [
        (name, f"{1e-6 / per_byte[name]:.0f}", f"{medians[name] / medians['cat ' + name]:.2f}", f"{per_byte[name] / first:.2f}")
        for name in logs
    ])

    one, endless = os.path.join(folder, "one"), os.path.join(folder, "endless")
    with open(log, "rb") as source, open(one, "wb") as file:
        line = source.readline()
        file.write(line)
    with open(log, "rb") as source, open(endless, "wb") as file:
        text = source.read(10 << 20).replace(b"\n", b" ")
        for _ in range(10):
            file.write(text)
    memory = {"the log": peak([pake, "mask", log], os.devnull), "one line of 100 MB": peak([pake, "mask"], endless)}
    rows = [(f"most memory, {name}", f"{size:.0f} MB") for name, size in memory.items() if size]
    rows.append(("one line through a fresh process, longer than `true`", f"{start(pake, one, runs):.1f} ms"))
    rows.append(("in a trickle, 99 of 100 lines are out after", f"{trickle(pake, line):.2f} ms"))
    table("Memory and waiting", ("what", "figure"), rows)


if __name__ == "__main__":
    main()
