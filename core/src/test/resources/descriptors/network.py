"""Becomes the given command in a network of its own, loopback only.

Usage: network.py MOST COMMAND [ARGUMENT...]. At most MOST connections linger there in TIME_WAIT, which else last for a
minute: they would fill the tables of everybody else. Needs root.
"""
import ctypes, fcntl, os, socket, struct, sys

libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(0x40000000) < 0:
    raise SystemExit("unshare: " + os.strerror(ctypes.get_errno()))
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
with open("/proc/sys/net/ipv4/tcp_max_tw_buckets", "w") as most:
    most.write(sys.argv[1])
os.execv(sys.argv[2], sys.argv[2:])
