"""Opens a file of a file server that dies while it is open, and becomes the given command.

Usage: dead_server.py FOLDER COMMAND [ARGUMENT...]. The server (FUSE, spoken as it is) answers until FOLDER/dead exists, and
never again but to let a file be closed, without which nobody could end. It ends with the command, or after a minute. Needs
root and /dev/fuse, mounts in a namespace of its own.
"""
import ctypes, os, signal, stat, struct, sys

LOOKUP, FORGET, GETATTR, OPEN, RELEASE, FLUSH, INIT, INTERRUPT = 1, 2, 3, 14, 18, 25, 26, 36
ROOT, FILE = 1, 2
CLONE_NEWNS, MS_REC, MS_PRIVATE, PR_SET_PDEATHSIG = 0x20000, 1 << 14, 1 << 18, 1

folder, command = sys.argv[1], sys.argv[2:]
libc = ctypes.CDLL(None, use_errno=True)


def attributes(node):
    mode = stat.S_IFDIR | 0o755 if node == ROOT else stat.S_IFREG | 0o644
    return struct.pack("<6Q10I", node, 0, 0, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


def answer(operation, node):
    """Every attribute is good for no time at all, so that each stat comes here."""
    if operation == INIT:
        return struct.pack("<4I2H2I2H8I", 7, 31, 0, 0, 16, 12, 4096, 1, 1, 0, *[0] * 8)
    if operation == LOOKUP:
        return struct.pack("<4Q2I", FILE, 0, 0, 0, 0, 0) + attributes(FILE)
    if operation == GETATTR:
        return struct.pack("<Q2I", 0, 0, 0) + attributes(node)
    return struct.pack("<Q2I", 0, 0, 0) if operation == OPEN else None


def serve(device):
    while True:
        request = os.read(device, 1 << 17)
        _, operation, unique, node = struct.unpack_from("<2I2Q", request)
        is_dead = os.path.exists(folder + "/dead") and operation not in (FLUSH, RELEASE)
        if is_dead or operation in (FORGET, INTERRUPT):  # those want no answer
            continue
        body = answer(operation, node)
        error = 0 if body is not None else -38  # ENOSYS
        body = body or b""
        os.write(device, struct.pack("<IiQ", 16 + len(body), error, unique) + body)


def check(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


check(libc.unshare(CLONE_NEWNS))
check(libc.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None))
os.mkdir(folder + "/far")
device = os.open("/dev/fuse", os.O_RDWR)
options = f"fd={device},rootmode=40000,user_id=0,group_id=0"
check(libc.mount(b"far", (folder + "/far").encode(), b"fuse.far", 0, options.encode()))
here = os.getpid()
if os.fork() == 0:
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == here:
        signal.alarm(60)
        serve(device)
    sys.exit()
os.close(device)
far = os.open(folder + "/far/file", os.O_RDONLY)
os.set_inheritable(far, True)
print("FAR", far, flush=True)
os.execvp(command[0], command)
