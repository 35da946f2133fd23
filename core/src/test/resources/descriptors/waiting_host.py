"""Runs the given command, which scans at each line and says END, while events wait at descriptors that both have open.

Usage: waiting_host.py COMMAND [ARGUMENT...]. The events are those of the mount table, whose poll takes them: one waits at the
file itself, one behind an epoll instance. They are made before the first scan and again after it. Prints which were still
there afterwards. Needs root, mounts in a namespace of its own.
"""
import ctypes, os, select, subprocess, sys, tempfile

CLONE_NEWNS, MS_REC, MS_PRIVATE, MNT_DETACH = 0x20000, 1 << 14, 1 << 18, 2
SCANS = 20
libc = ctypes.CDLL(None, use_errno=True)


def check(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def make_events():
    with tempfile.TemporaryDirectory() as folder:
        check(libc.mount(b"none", folder.encode(), b"tmpfs", 0, None))
        check(libc.umount2(folder.encode(), MNT_DETACH))


def take_events():
    plain.poll(0) and print("EVENT mounts")
    instance.poll(0) and print("EVENT epoll")


check(libc.unshare(CLONE_NEWNS))
check(libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None))
direct, behind = os.open("/proc/self/mounts", os.O_RDONLY), os.open("/proc/self/mounts", os.O_RDONLY)
plain, instance = select.poll(), select.epoll()
plain.register(direct, select.POLLPRI)
instance.register(behind, select.EPOLLPRI | select.EPOLLET)
plain.poll(0), instance.poll(0)

make_events()
shared = (direct, behind, instance.fileno())
with subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, pass_fds=shared) as scanning:
    for wave in range(2):
        for scan in range(SCANS):
            scanning.stdin.write("scan\n")
            scanning.stdin.flush()
            lines = list(iter(scanning.stdout.readline, "END\n"))
        take_events()
        make_events()
    scanning.stdin.close()
    print("".join(lines), end="")
