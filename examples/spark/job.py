"""Masks a folder of logs on a Spark cluster, or reports on it. See README.md."""
import argparse
import datetime
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

# Lines end at newlines and nowhere else: by default Hadoop also cuts at carriage returns.
LINES = {"textinputformat.record.delimiter": "\n"}
# A file is one task: a private key over many lines is known only by who sees all of them.
WHOLE = {"mapreduce.input.fileinputformat.split.minsize": str(1 << 62)}


def read(context, folder, conf):
    """The lines of the files in `folder`; gzip is decoded."""
    kinds = "org.apache.hadoop.io."
    found = context.newAPIHadoopFile(
        folder, "org.apache.hadoop.mapreduce.lib.input.TextInputFormat", kinds + "LongWritable", kinds + "Text", conf=conf
    )
    return found.values()


def pipe(lines, command):
    """What `command` makes of the lines of each partition. A task whose command fails, fails: `pipe` alone would go on
    with what the command had written until then."""
    return lines.pipe(shlex.join(command), checkCode=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, epilog="All other flags go to pake.")
    parser.add_argument("command", choices=("mask", "report"))
    parser.add_argument("input", help="the folder of logs")
    parser.add_argument("output", nargs="?", help="the folder to make of the masked logs")
    parser.add_argument("--pake", default="pake", help="the program, at the same path on every worker")
    args, flags = parser.parse_known_args()
    if (args.command == "mask") != (args.output is not None):
        parser.error("mask needs an output folder, report prints its report")
    context = SparkSession.builder.appName(f"pake {args.command}").getOrCreate().sparkContext

    if args.command == "mask":
        pipe(read(context, args.input, LINES | WHOLE), [args.pake, "mask", *flags]).saveAsTextFile(args.output)
        return 0
    # All tasks count from the same moment, and the flags of the report are those of each part.
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    shown = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for flag in ("--format", "--percentiles", "--top", "--fail-if", "--baseline", "--output", "--tz"):
        shown.add_argument(flag, action="append")
    show, gather = shown.parse_known_args(flags)
    states = pipe(read(context, args.input, LINES), [args.pake, "report", "--now", now, "--partial", *gather]).collect()
    show = [part for flag, values in vars(show).items() for value in values or () for part in (f"--{flag.replace('_', '-')}", value)]
    merge = subprocess.run([args.pake, "report", "--merge", *show], input="\n".join(states), text=True, check=False)
    return merge.returncode


if __name__ == "__main__":
    sys.exit(main())
