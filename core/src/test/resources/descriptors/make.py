"""Makes one descriptor of every kind and socket state, says which is what, and becomes the given command.

Usage: make.py FOLDER COMMAND [ARGUMENT...]. Each line is "MADE fd kind state name"; a kind or state of "-" is for the
comparison with lsof to settle. What this kernel lacks is "LACKS name reason". Loopback only; needs root.
"""
import ctypes, fcntl, os, socket, struct, sys, time

folder, command = sys.argv[1], sys.argv[2:]
libc = ctypes.CDLL(None, use_errno=True)
keep, said = [], []
MPTCP, UDPLITE = 262, 136


def fd_of(thing):
    return thing if isinstance(thing, int) else thing.fileno()


def made(name, thing, kind, state="-"):
    keep.append(thing)
    os.set_inheritable(fd_of(thing), True)
    said.append(f"MADE {fd_of(thing)} {kind} {state} {name}")


def attempt(name, make, kind, state="-"):
    """What a kernel may be built without."""
    try:
        made(name, make(), kind, state)
    except OSError as e:
        said.append(f"LACKS {name} {e}")


def call(function, *arguments):
    result = function(*arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def sock(name, family, type, protocol=0, state="-", bind=None, listen=False):
    def make():
        s = socket.socket(family, type, protocol)
        if bind is not None:
            s.bind(bind)
        if listen:
            s.listen()
        return s
    attempt(name, make, "socket", state)
    return keep[-1] if keep else None


def listener(family=socket.AF_INET, address="127.0.0.1", backlog=8, protocol=0):
    s = socket.socket(family, socket.SOCK_STREAM, protocol)
    s.bind((address, 0))
    s.listen(backlog)
    return s


def pair(server, protocol=0, to="127.0.0.1"):
    client = socket.socket(socket.AF_INET if "." in to else socket.AF_INET6, socket.SOCK_STREAM, protocol)
    client.connect((to, server.getsockname()[1]))
    return client, server.accept()[0]


def tcp_state(s):
    return s.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]


def wait_for(what, condition):
    end = time.monotonic() + 10
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("never came: " + what)
        time.sleep(0.002)


def tcp():
    server = listener()
    made("tcp-listen", server, "socket", "LISTEN")
    client, accepted = pair(server)
    made("tcp-connected", client, "socket", "ESTABLISHED")
    made("tcp-accepted", accepted, "socket", "ESTABLISHED")
    shut, waiting = pair(server)
    shut.shutdown(socket.SHUT_WR)
    wait_for("FIN_WAIT2", lambda: tcp_state(shut) == 5 and tcp_state(waiting) == 8)
    made("tcp-shutdown-here", shut, "socket", "FIN_WAIT2")
    made("tcp-shutdown-there", waiting, "socket", "CLOSE_WAIT")
    gone, left = pair(server)
    gone.close()
    wait_for("CLOSE_WAIT", lambda: tcp_state(left) == 8)
    made("tcp-peer-closed", left, "socket", "CLOSE_WAIT")
    one, other = pair(server)
    one.shutdown(socket.SHUT_WR)
    other.shutdown(socket.SHUT_WR)
    wait_for("both shut", lambda: tcp_state(one) == 7 and tcp_state(other) == 7)
    made("tcp-both-shut-first", one, "socket", "UNIDENTIFIED")
    made("tcp-both-shut-second", other, "socket", "UNIDENTIFIED")
    resets, was_reset = pair(server)
    resets.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    resets.close()
    wait_for("RST", lambda: tcp_state(was_reset) == 7)
    made("tcp-after-rst", was_reset, "socket", "UNIDENTIFIED")
    shut_port = listener()
    port = shut_port.getsockname()[1]
    shut_port.close()
    refused = socket.socket()
    refused.setblocking(False)
    refused.connect_ex(("127.0.0.1", port))
    wait_for("refusal", lambda: tcp_state(refused) == 7)
    made("tcp-after-refusal", refused, "socket", "UNIDENTIFIED")
    sock("tcp-bound-only", socket.AF_INET, socket.SOCK_STREAM, 0, "UNIDENTIFIED", ("127.0.0.1", 0))
    sock("tcp-never-bound", socket.AF_INET, socket.SOCK_STREAM, 0, "UNIDENTIFIED")
    made("tcp-dup", os.dup(client.fileno()), "socket", "ESTABLISHED")
    full = listener(backlog=0)
    made("tcp-full-backlog", full, "socket", "LISTEN")
    for _ in range(6):
        caller = socket.socket()
        caller.setblocking(False)
        caller.connect_ex(full.getsockname())
        keep.append(caller)
    wait_for("SYN_SENT", lambda: tcp_state(keep[-1]) == 2 and tcp_state(keep[-6]) == 1)
    made("tcp-unanswered", keep[-1], "socket", "SYN_SENT")


def tcp6():
    server = listener(socket.AF_INET6, "::")
    made("tcp6-listen", server, "socket", "LISTEN")
    client, mapped = pair(server)
    made("tcp-to-mapped", client, "socket", "ESTABLISHED")
    made("tcp6-mapped", mapped, "socket", "ESTABLISHED")
    client6, accepted6 = pair(server, to="::1")
    made("tcp6-connected", client6, "socket", "ESTABLISHED")
    made("tcp6-accepted", accepted6, "socket", "ESTABLISHED")
    sock("tcp6-never-bound", socket.AF_INET6, socket.SOCK_STREAM, 0, "UNIDENTIFIED")


def mptcp():
    sock("mptcp-never-bound", socket.AF_INET, socket.SOCK_STREAM, MPTCP, "UNIDENTIFIED")
    try:
        server = listener(protocol=MPTCP)
        client, accepted = pair(server, protocol=MPTCP)
    except OSError as e:
        said.append(f"LACKS mptcp {e}")
        return
    made("mptcp-listen", server, "socket")
    made("mptcp-connected", client, "socket")
    made("mptcp-accepted", accepted, "socket")


def datagrams():
    loopback = ("127.0.0.1", 0)
    bound = sock("udp-bound", socket.AF_INET, socket.SOCK_DGRAM, 0, "UDP_BOUND", loopback)
    connected = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    connected.connect(bound.getsockname())
    made("udp-connected", connected, "socket", "UDP_BOUND")
    sock("udp-unbound", socket.AF_INET, socket.SOCK_DGRAM, 0, "UNIDENTIFIED")
    sock("udp6-bound", socket.AF_INET6, socket.SOCK_DGRAM, 0, "UDP_BOUND", ("::1", 0))
    sock("udp6-unbound", socket.AF_INET6, socket.SOCK_DGRAM, 0, "UNIDENTIFIED")
    sock("udplite-bound", socket.AF_INET, socket.SOCK_DGRAM, UDPLITE, "UDP_BOUND", loopback)
    sock("udplite-unbound", socket.AF_INET, socket.SOCK_DGRAM, UDPLITE, "UNIDENTIFIED")
    sock("udplite6-bound", socket.AF_INET6, socket.SOCK_DGRAM, UDPLITE, "UDP_BOUND", ("::1", 0))
    sock("raw", socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP, "OPEN")
    sock("raw6", socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6, "OPEN")
    sock("ping-bound", socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP, "OPEN", loopback)
    sock("ping-unbound", socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP)
    sock("ping6-bound", socket.AF_INET6, socket.SOCK_DGRAM, socket.IPPROTO_ICMPV6, "OPEN", ("::1", 0))


def unix():
    path = folder + "/listening here"
    server = sock("unix-listen", socket.AF_UNIX, socket.SOCK_STREAM, 0, "UNIX_LISTENING", path, True)
    client = socket.socket(socket.AF_UNIX)
    client.connect(path)
    made("unix-connected", client, "socket", "UNIX_CONNECTED")
    made("unix-accepted", server.accept()[0], "socket", "UNIX_CONNECTED")
    sock("unix-abstract", socket.AF_UNIX, socket.SOCK_STREAM, 0, "UNIX_LISTENING", f"\0fdscope-{os.getpid()}", True)
    sock("unix-never-bound", socket.AF_UNIX, socket.SOCK_STREAM, 0, "UNIX_UNCONNECTED")
    sock("unix-dgram", socket.AF_UNIX, socket.SOCK_DGRAM, 0, "UNIX_UNCONNECTED", folder + "/dgram")
    sock("unix-seqpacket", socket.AF_UNIX, socket.SOCK_SEQPACKET, 0, "UNIX_LISTENING", folder + "/seqpacket", True)
    for i, end in enumerate(socket.socketpair()):
        made(f"unix-pair-{i}", end, "socket", "UNIX_CONNECTED")


def other_sockets():
    sock("netlink-bound", socket.AF_NETLINK, socket.SOCK_RAW, 0, "OPEN", (0, 0))
    sock("netlink-unbound", socket.AF_NETLINK, socket.SOCK_RAW, 0, "UNIDENTIFIED")
    sock("packet", socket.AF_PACKET, socket.SOCK_RAW, 0, "OPEN")
    sock("packet-dgram", socket.AF_PACKET, socket.SOCK_DGRAM, 0, "OPEN")
    sock("vsock", 40, socket.SOCK_STREAM, 0, "UNIDENTIFIED")
    sock("xdp", 44, socket.SOCK_RAW, 0, "UNIDENTIFIED")
    sock("alg", 38, socket.SOCK_SEQPACKET, 0, "UNIDENTIFIED")


def anonymous():
    mask = ctypes.create_string_buffer(128)
    attempt("eventfd", lambda: os.eventfd(0), "eventfd")
    attempt("timerfd", lambda: call(libc.timerfd_create, 1, 0), "anonInode")
    attempt("signalfd", lambda: call(libc.signalfd, -1, mask, 0), "anonInode")
    attempt("inotify", lambda: call(libc.inotify_init1, 0), "anonInode")
    attempt("fanotify", lambda: call(libc.fanotify_init, 0, 0), "anonInode")
    attempt("pidfd", lambda: os.pidfd_open(os.getpid()), "-")
    attempt("epoll", lambda: call(libc.epoll_create1, 0), "eventpoll")
    attempt("io_uring", lambda: call(libc.syscall, 425, 4, ctypes.create_string_buffer(120)), "anonInode")
    attempt("userfaultfd", lambda: call(libc.syscall, 323, 0), "anonInode")
    attempt("memfd", lambda: os.memfd_create("scratch"), "memfd")
    attempt("net-namespace", lambda: os.open("/proc/self/ns/net", os.O_RDONLY), "other")


def files():
    def opened(name, mode=os.O_RDWR | os.O_CREAT):
        return os.open(folder + "/" + name, mode)
    made("regular", opened("regular"), "regularFile")
    made("odd-name", opened("name with blank\nand newline"), "regularFile")
    made("looks-deleted", opened("x (deleted)"), "regularFile")
    made("deleted", opened("short-lived"), "deletedFile")
    os.unlink(folder + "/short-lived")
    made("deleted-odd-name", opened("short\nlived (deleted)"), "deletedFile")
    os.unlink(folder + "/short\nlived (deleted)")
    attempt("nameless", lambda: os.open(folder, os.O_TMPFILE | os.O_RDWR), "deletedFile")
    made("directory", os.open(folder, os.O_RDONLY), "directory")
    os.mkdir(folder + "/short-lived-folder")
    made("deleted-directory", opened("short-lived-folder", os.O_RDONLY), "directory")
    os.rmdir(folder + "/short-lived-folder")
    os.mkfifo(folder + "/fifo")
    made("fifo", opened("fifo", os.O_RDWR), "pipe")
    for i, end in enumerate(os.pipe()):
        made(f"pipe-{i}", end, "pipe")
    made("device", os.open("/dev/zero", os.O_RDONLY), "device")
    attempt("pseudo-terminal", lambda: os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY), "device")
    made("path-only", opened("regular", os.O_PATH), "regularFile")
    made("proc-file", os.open("/proc/version", os.O_RDONLY), "regularFile")
    beyond_4096()


def beyond_4096():
    """A path that readlink(2) cannot say; its folders are gone at once, so that nobody else meets them."""
    folders = [os.open(folder, os.O_RDONLY)]
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=folders[-1])
        folders.append(os.open("d" * 250, os.O_RDONLY, dir_fd=folders[-1]))
    made("path-beyond-4096", os.open("deep", os.O_RDWR | os.O_CREAT, dir_fd=folders[-1]), "deletedFile")
    os.unlink("deep", dir_fd=folders.pop())
    for parent in reversed(folders):
        os.rmdir("d" * 250, dir_fd=parent)


def own_network():
    """A network of our own: nobody else's sockets in the tables, and ping sockets allowed."""
    call(libc.unshare, 0x40000000)
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
    with open("/proc/sys/net/ipv4/ping_group_range", "w") as range:
        range.write("0 2147483647")


def foreign():
    """Sockets of the network that we are about to leave."""
    server = listener()
    made("foreign-listen", server, "socket", "UNIDENTIFIED")
    for name, end in zip(("foreign-connected", "foreign-accepted"), pair(server)):
        made(name, end, "socket", "UNIDENTIFIED")
    left, kept = pair(server)
    left.close()
    wait_for("foreign CLOSE_WAIT", lambda: tcp_state(kept) == 8)
    made("foreign-peer-closed", kept, "socket", "UNIDENTIFIED")
    sock("foreign-never-bound", socket.AF_INET, socket.SOCK_STREAM, 0, "UNIDENTIFIED")
    sock("foreign-udp-bound", socket.AF_INET, socket.SOCK_DGRAM, 0, "UNIDENTIFIED", ("127.0.0.1", 0))
    sock("foreign-udp-unbound", socket.AF_INET, socket.SOCK_DGRAM, 0, "UNIDENTIFIED")
    sock("foreign-unix", socket.AF_UNIX, socket.SOCK_STREAM, 0, "UNIDENTIFIED", folder + "/foreign", True)


try:
    foreign()
    own_network()
except OSError as e:
    said.append(f"LACKS network {e}")
for part in (tcp, tcp6, mptcp, datagrams, unix, other_sockets, anonymous, files):
    part()
for thing in keep:
    os.set_inheritable(fd_of(thing), True)
print("\n".join(said), flush=True)
os.execv(command[0], command)
