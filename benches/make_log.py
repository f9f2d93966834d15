#!/usr/bin/env python3
"""Writes a log of a given shape, the same bytes for the same seed. All values in it are made up.

    benches/make_log.py --shape json --lines 1000000 --out app.jsonl

Shapes: json (JSON lines of services, 8 % sensitive), short (about 100 bytes a line), long (7 kB a line),
text (plain text), dense (each line with a public URL, a space-separated timestamp, an epoch stamp, a UUID,
a hash and an e-mail address).
"""
import argparse
import random
import sys
import uuid

SERVICES = "shop orders payments auth gateway mailer billing search".split()
LEVELS = ["INFO"] * 14 + ["DEBUG"] * 4 + ["WARNING"] * 2 + ["ERROR"]
WORDS = ("request done cache miss order stored user session created worker started queue drained index "
         "rebuilt retry later connection closed page rendered price changed stock low mail queued").split()
NAMES = "james mary wei sofia amir emma noah olga hiro priya kofi ama lars ingrid marco giulia".split()
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
DAY = 86_400_000


class Log:
    """Lines of one log; every method but the constructor makes the next piece of it."""

    def __init__(self, seed, sensitive):
        self.random = random.Random(seed)
        self.sensitive = sensitive
        self.time = 1_795_000_000_000

    def stamp(self, between="T", end="Z"):
        self.time += self.random.randrange(40)
        seconds, ms = divmod(self.time % DAY, 1000)
        day, hour = 1 + self.time // DAY % 28, seconds // 3600
        return f"2026-11-{day:02}{between}{hour:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}{end}"

    def hex(self, digits):
        return f"{self.random.getrandbits(digits * 4):0{digits}x}"

    def token(self, length):
        return "".join(self.random.choices(LETTERS, k=length))

    def words(self, most=6):
        return " ".join(self.random.choices(WORDS, k=self.random.randint(2, most)))

    def mail(self):
        return f"{self.random.choice(NAMES)}.{self.token(5)}@example.com"

    def card(self):
        digits = "4" + "".join(str(self.random.randrange(10)) for _ in range(14))
        doubled = (d if i % 2 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(map(int, digits)))
        digits += str(-sum(doubled) % 10)
        return "-".join(digits[at:at + 4] for at in range(0, 16, 4))

    def secret(self):
        """A field or two that must be masked."""
        return self.random.choice((
            lambda: f'"user_email":"{self.mail()}"',
            lambda: f'"password":"{self.token(12)}"',
            lambda: f'"note":"paid with card {self.card()}"',
            lambda: f'"headers":{{"Authorization":"Bearer {self.token(40)}","Accept":"*/*"}}',
            lambda: f'"dsn":"postgres://app:{self.token(10)}@db-1.internal:5432/orders"',
            lambda: f'"body":"{{\\"apiKey\\":\\"{self.token(24)}\\",\\"n\\":{self.random.randrange(99)}}}"',
            lambda: f'"url":"https://api.example.com/v1?access_token={self.token(20)}"',
            lambda: f'"phone":"+1 415-555-{self.random.randrange(10_000):04}"',
        ))()

    def maybe_secret(self):
        return f",{self.secret()}" if self.random.random() < self.sensitive else ""

    def json(self):
        pick, number = self.random.choice, self.random.randrange
        more = pick((
            lambda: f'"method":"{pick(("GET", "POST", "PUT"))}","path":"/orders/{number(90_000)}",'
                    f'"status_code":{pick((200, 200, 200, 201, 404, 500))},"duration_ms":{self.random.random() * 300:.2f}',
            lambda: f'"operation":"select","table":"orders","rows":{number(500)},"duration_ms":{self.random.random() * 90:.3f}',
            lambda: f'"tags":["{pick(WORDS)}","{pick(WORDS)}"],"span_id":"{self.hex(16)}"',
        ))()
        return (f'{{"timestamp":"{self.stamp()}","level":"{pick(LEVELS)}","category":"application",'
                f'"service":"{pick(SERVICES)}","environment":"production","message":"{self.words()}",'
                f'"correlation_id":"req-{self.hex(12)}","user_id":"u-{number(90_000)}",{more}{self.maybe_secret()}}}')

    def short(self):
        return (f'{{"time":"{self.stamp()}","level":"{self.random.choice(LEVELS)}","msg":"{self.words(4)}",'
                f'"n":{self.random.randrange(999)}{self.maybe_secret()}}}')

    def long(self):
        pick = self.random.choice
        frames = (f"\\n  at {pick(WORDS)}.{pick(WORDS)} (src/{pick(WORDS)}/{pick(WORDS)}.js:{n}:9)" for n in range(150))
        stack = f"TypeError: {self.words()}{''.join(frames)}"
        return f'{self.json()[:-1]},"error":{{"type":"TypeError","stack_trace":"{stack}"}}}}'

    def text(self):
        pick = self.random.choice
        secret = f" password={self.token(10)}" if self.random.random() < self.sensitive else ""
        return (f"{self.stamp(' ', '')} {pick(LEVELS):7} [worker-{self.random.randrange(16)}] "
                f"c.e.{pick(SERVICES)}.Jobs - {self.words()} in {self.random.randrange(900)} ms{secret}")

    def dense(self):
        url = f"https://www.example.com/shop/{self.random.choice(WORDS)}/{self.random.randrange(900)}?page=2"
        id = uuid.UUID(int=self.random.getrandbits(128), version=4)
        return (f'{{"time":"{self.stamp(" ", "")}","epoch":{self.time},"id":"{id}","sha256":"{self.hex(64)}",'
                f'"url":"{url}","user":"{self.mail()}","message":"{self.words()}"}}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shape", choices=("json", "short", "long", "text", "dense"), default="json")
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sensitive", type=float, default=0.08, help="share of lines with a value to mask")
    parser.add_argument("--out", default="-")
    args = parser.parse_args()
    line = getattr(Log(f"{args.shape} {args.seed}", args.sensitive), args.shape)
    # A log repeats after this many lines: more than any cache holds, and quick to make.
    most = 10_000 if args.shape == "long" else 200_000
    period = [line() + "\n" for _ in range(min(args.lines, most))]
    out = sys.stdout if args.out == "-" else open(args.out, "w", encoding="utf-8")
    with out:
        for _ in range(args.lines // max(len(period), 1)):
            out.writelines(period)
        out.writelines(period[:args.lines % max(len(period), 1)])


if __name__ == "__main__":
    main()
