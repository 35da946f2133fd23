"""What the benchmark scripts share: the JDKs of this machine, a network of one's own, a process to talk to, and tables."""

import datetime
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "bench" / "target"
JAR = TARGET / "benchmarks.jar"
AGENT = ROOT / "agent" / "target" / "fdscope.jar"
PAGE = ROOT / "docs" / "performance.md"
OLD_JAVA = 17
NEWER_JAVA = 22  # the first with the foreign function interface
MB = 1 << 20
MOST_WARM_UPS = 40
STEADY = 8
OPENS = ["--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens", "java.base/sun.nio.fs=ALL-UNNAMED"]
OWN_NETWORK = "FDSCOPE_BENCH_NETWORK"


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


def empty_agent(folder):
    """The jar of an agent that does nothing."""
    jar = Path(folder) / "empty.jar"
    name = "io/fdscope/bench/EmptyAgent.class"
    with zipfile.ZipFile(JAR) as benchmarks, zipfile.ZipFile(jar, "w") as made:
        made.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nPremain-Class: io.fdscope.bench.EmptyAgent\n")
        made.writestr(name, benchmarks.read(name))
    return jar


def enter_own_network(before):
    """Starts this script again where there is loopback and nothing else: no other sockets, and every port free. Does first
    what may need more of a network than that."""
    if OWN_NETWORK in os.environ:
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        return
    before()
    need(["unshare", "ip"], "util-linux, iproute2")
    rights = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    command = ["unshare", *rights, "--net", sys.executable, *sys.argv]
    os.execvpe(command[0], command, {**os.environ, OWN_NETWORK: "yes"})


# ---- a process to talk to ----


class Host:
    """A process that takes commands by the line, and has inherited what sockets there are."""

    def __init__(self, command, stderr=None):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, close_fds=False, text=True, bufsize=1
        )
        self.pid = self.process.pid

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

    def until_steady(self, line):
        """The compiler needs seconds, on a busy machine many: it is done when times have long ceased to fall. Returns the
        last answer, whose second word is the time."""
        best = float("inf")
        unchanged = 0
        for _ in range(MOST_WARM_UPS):
            answer = self.ask(line)
            unchanged = 0 if answer[1] < 0.95 * best else unchanged + 1
            best = min(best, answer[1])
            if unchanged == STEADY:
                break
        return answer

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


def probes_of(number):
    """The probes that a JDK has."""
    return ["tables", "jdk"] + ["ffm"] * (number >= NEWER_JAVA)


def scan_host(home, probe):
    """A JVM that scans itself, with packages opened as an agent would."""
    return Host([f"{home}/bin/java", "-Xmx512m", *OPENS, "-cp", str(JAR), "io.fdscope.bench.ScanHost", probe])


def external(command, out=subprocess.DEVNULL):
    """Nanoseconds on the clock and of CPU, children included, and what it printed if that is wanted."""
    start = time.perf_counter_ns()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=False, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter_ns() - start, int(cpu * 1e9), done.stdout


def lsof(host):
    return ["lsof", "-nP", "-p", str(host.process.pid)]


def thread_times(pid):
    """Number of each thread to its name and the nanoseconds that it has been on a processor."""
    times = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            times[task.name] = (task / "comm").read_text().strip(), int((task / "schedstat").read_text().split()[0])
        except OSError:
            continue  # it has just ended
    return times


def cpu_nanos(pid):
    """Of all threads that it has or had, from the process's own clock (see clock_getcpuclockid(3))."""
    return time.clock_gettime_ns((~pid << 3) | 2)


def nanos_since(before, pid):
    """Name of each group of threads to the nanoseconds on a processor since; what has ended meanwhile is left out."""
    nanos = {}
    for thread, (name, now) in thread_times(pid).items():
        nanos[name] = nanos.get(name, 0) + now - before.get(thread, (name, 0))[1]
    return nanos


def pin(pid, processor):
    """All threads that it has now, and those that they start."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            os.sched_setaffinity(int(task.name), {processor})
        except ProcessLookupError:
            continue  # it has just ended


def available_mb():
    line = next(line for line in open("/proc/meminfo") if line.startswith("MemAvailable:"))
    return int(line.split()[1]) // 1024


def need_memory(wanted_mb, instead):
    if wanted_mb > available_mb():
        raise Failure(f"needs {wanted_mb:,.0f} MB of memory, of which {available_mb():,} are free: {instead}")


def resident(pid):
    """Resident and proportional set size in bytes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sizes = {line.split()[0]: int(line.split()[1]) * 1024 for line in lines[1:]}
    return sizes["Rss:"], sizes["Pss:"]


# ---- tables ----


def spread(values, places=1):
    low, middle, high = min(values), statistics.median(values), max(values)
    digits = places if middle < 100 else 0
    return f"{middle:,.{digits}f} ({low:,.{digits}f} to {high:,.{digits}f})"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def quartiles(values, places=1):
    if len(values) == 1:
        return spread(values, places)
    low, high = middle_half(values)
    return f"{statistics.median(values):,.{places}f} ({low:,.{places}f} to {high:,.{places}f})"


def middle_half(values):
    """Its two ends."""
    if len(values) == 1:
        return values * 2
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return [low, high]


def verdict(values, most, noise=()):
    """Whether what was wanted is reached; a median above it may be no more than two JVMs without an agent differ."""
    middle = statistics.median(values)
    if max(values) <= most:
        return "reached"
    if middle <= most:
        return "reached by the median, not by every one"
    return "inside the noise" if noise and middle <= max(noise) else "**not reached**"


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
