"""What the benchmark scripts share: the JDKs of this machine, a process to talk to, and tables."""

import datetime
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "bench" / "target"
JAR = TARGET / "benchmarks.jar"
OLD_JAVA = 17
NEWER_JAVA = 22  # the first with the foreign function interface


class Failure(Exception):
    """What the user is told, without a trace."""


def say(text):
    print(f"bench/{Path(sys.argv[0]).name}: {text}", file=sys.stderr, flush=True)


# ---- what there is on this machine ----


def java_version(home):
    try:
        text = (Path(home) / "release").read_text()
    except OSError:
        return None
    found = re.search(r'JAVA_VERSION="([^"]+)"', text)
    return found.group(1) if found and (Path(home) / "bin" / "java").exists() else None


def feature(version):
    return int(re.split(r"[.+-]", version)[0])


def find_jdks(named):
    """Feature version to (home, version): a JDK 17, and the newest one that has foreign functions."""
    homes = named or [
        home
        for folder in ("/usr/lib/jvm", "/opt", os.path.expanduser("~/.sdkman/candidates/java"))
        if os.path.isdir(folder)
        for home in sorted(str(path) for path in Path(folder).iterdir())
    ] + [os.environ.get("JAVA_HOME", "")]
    found = {}
    for home in homes:
        version = java_version(home) if home else None
        if version is None:
            if named:
                raise Failure(f"{home} is no JDK")
            continue
        found.setdefault(feature(version), (home, version))
    newer = [number for number in found if number >= NEWER_JAVA]
    chosen = sorted(found) if named else [OLD_JAVA] * (OLD_JAVA in found) + [max(newer)] * bool(newer)
    if not chosen:
        raise Failure(f"no JDK {OLD_JAVA} and none of {NEWER_JAVA} or newer: name them with --jdk HOME")
    return {number: found[number] for number in chosen}


def processor():
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.machine()


def build(rebuild, modules, product):
    if rebuild or not product.exists():
        say("building; the first time takes a minute or two")
        maven = ["mvn", "-q", "-B", "-ntp", "-DskipTests", "-Pbench", "-pl", modules, "-am", "package"]
        if subprocess.run(maven, cwd=ROOT, stdout=sys.stderr, check=False).returncode != 0:
            raise Failure("the build failed, see above")


def need(tools, packages):
    for tool in tools:
        if shutil.which(tool) is None:
            raise Failure(f"there is no {tool}: install it ({packages})")


# ---- a process to talk to ----


class Host:
    """A process that has inherited the sockets and takes commands by the line."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False, text=True, bufsize=1
        )

    def ask(self, line):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise Failure(f"{' '.join(self.process.args[-2:])} died at '{line}', see above")
        return [int(word) for word in answer.split()]

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass  # it is dead already
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


# ---- tables ----


def spread(values, places=1):
    low, middle, high = min(values), statistics.median(values), max(values)
    digits = places if middle < 100 else 0
    return f"{middle:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def machine_line(jdks, took, load):
    """What was run, when, on what."""
    _, limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    java = ", ".join(version for _, version in jdks.values())
    command = " ".join([f"bench/{Path(sys.argv[0]).name}", *sys.argv[1:]])
    return (
        f"`{command}`, {datetime.date.today().isoformat()}, {took / 60:.0f} minutes. Linux {platform.release()}, "
        f"{processor()}, {os.cpu_count()} cores, Java {java}, limit {limit:,} descriptors. "
        f"Load when it began {load:.1f}."
    )


def write_page(page, text):
    """Between the marks that name the script."""
    name = f"bench/{Path(sys.argv[0]).name}"
    begin, end = (f"<!-- measured by {name}: {mark} -->" for mark in ("begin", "end"))
    before, rest = page.read_text().split(begin)
    _, after = rest.split(end)
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def run(main):
    """Ends with an exit code, and with one line where something is missing."""
    try:
        main()
    except (Failure, OSError, ValueError) as e:
        say(e)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
