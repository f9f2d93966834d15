"""Runs job.py on a local cluster of two workers and compares with one run of pake: check.py PAKE."""
import glob
import gzip
import os
import random
import subprocess
import sys
import tempfile

import pyspark

JOB = os.path.join(os.path.dirname(os.path.abspath(__file__)), "job.py")


def log(seed, lines):
    """Entries with secrets, a lone carriage return, text beyond ASCII, and a key over many lines."""
    chance = random.Random(seed)
    for number in range(lines):
        took, second = chance.lognormvariate(4, 1), number % 60
        level = chance.choice(("INFO", "INFO", "INFO", "ERROR"))
        yield (
            f'{{"timestamp":"2026-11-20T{seed % 24:02}:{number // 60 % 60:02}:{second:02}Z","level":"{level}",'
            f'"category":"{chance.choice(("api", "database"))}","operation":"job-{chance.randrange(5)}",'
            f'"message":"né\\u00e9 user{number}@example.com","duration_ms":{took:.3f},"password":"pw-{number}"}}'
        )
        if number % 97 == 0:
            yield f"plain text\rwith a carriage return, token=abcdef{number}\r"
    yield "-----BEGIN PRIVATE KEY-----"
    for _ in range(30):
        yield "".join(chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789+/") for _ in range(64))
    yield "-----END PRIVATE KEY-----"


def spark(*arguments):
    """One job on two workers with a core each; its exit code, output and errors."""
    environment = dict(os.environ, PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    submit = [os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit")]
    conf = ("spark.ui.enabled=false", "spark.executor.memory=512m", "spark.task.maxFailures=2")
    options = [part for value in conf for part in ("--conf", value)]
    command = [*submit, "--master", "local-cluster[2,1,512]", *options, JOB, *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=900, check=False)


def check(what, so, detail=""):
    print(f"{'ok' if so else 'FAILED'}  {what}", flush=True)
    if not so:
        sys.exit(detail[-4000:])


def main():
    pake = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        logs, masked = os.path.join(folder, "logs"), os.path.join(folder, "masked")
        os.mkdir(logs)
        for number in range(4):
            text = "".join(line + "\n" for line in log(number, 4000)).encode()
            with (gzip.open if number == 3 else open)(os.path.join(logs, f"{number}.log{'.gz' if number == 3 else ''}"), "wb") as file:
                file.write(text)
        files = sorted(glob.glob(os.path.join(logs, "*")))

        done = spark("mask", logs, masked, "--pake", pake)
        check("masking ends well", done.returncode == 0, done.stderr.decode(errors="replace"))
        parts = []
        for part in glob.glob(os.path.join(masked, "part-*")):
            with open(part, "rb") as file:
                parts.append(file.read())
        alone = [subprocess.run([pake, "mask", file], capture_output=True, check=True).stdout for file in files]
        # Hadoop lists a folder in no order.
        check("masked on two workers as in one run, byte for byte", sorted(parts) == sorted(alone))

        lines = subprocess.run(["bash", "-c", 'for file; do gzip -cdf "$file"; done', "bash", *files], capture_output=True, check=True).stdout
        alone = subprocess.run([pake, "report", "--format", "json"], input=lines, capture_output=True, check=True).stdout
        done = spark("report", logs, "--pake", pake, "--format", "json")
        check("reported on two workers as in one run, byte for byte", done.stdout == alone, done.stderr.decode(errors="replace"))
        done = spark("report", logs, "--pake", pake, "--format", "csv", "--fail-if", "errors > 1")
        check("a gate that fails ends the job with 1", done.returncode == 1)

        failed = spark("mask", logs, masked + "2", "--pake", pake, "--detectors", "nothing")
        wrong = b"exited with error code 2" in failed.stderr and not os.path.exists(os.path.join(masked + "2", "_SUCCESS"))
        check("a task that fails fails the job", failed.returncode != 0 and wrong, failed.stderr.decode(errors="replace"))
    print("5 passed, 0 failed")


if __name__ == "__main__":
    main()
