"""Makes unix-domain sockets of every type, with a peer and without, says which is which, and becomes the given command.

Usage: unix_peers.py FOLDER COMMAND [ARGUMENT...]. Each line is "MADE fd name". Behind every peer the kernel sees this
very process, before it became the command: one in a pid namespace of its own, as in a container, is told 0 for that.
"""
import os, socket, sys

folder, command = sys.argv[1], sys.argv[2:]
keep = []


def made(name, end):
    keep.append(end)
    end.set_inheritable(True)
    print("MADE", end.fileno(), name)


def unix(type, path=None):
    end = socket.socket(socket.AF_UNIX, type)
    if path is not None:
        end.bind(folder + "/" + path)
    return end


def pair(kind, type):
    for i, end in enumerate(socket.socketpair(socket.AF_UNIX, type)):
        made(f"{kind}-pair-{i}", end)


def connections(kind, type):
    server = unix(type, kind)
    server.listen()

    def connected():
        client = unix(type)
        client.connect(server.getsockname())
        return client, server.accept()[0]
    made(kind + "-listening", server)
    for name, end in zip(("connected", "accepted"), connected()):
        made(f"{kind}-{name}", end)
    shut, other = connected()
    shut.shutdown(socket.SHUT_RDWR)
    made(kind + "-shut-here", shut)
    made(kind + "-shut-there", other)
    left, gone = connected()
    gone.close()
    made(kind + "-peer-closed", left)
    pair(kind, type)
    made(kind + "-unbound", unix(type))
    bound, refused = unix(type, kind + "-bound"), unix(type)
    if refused.connect_ex(bound.getsockname()) == 0:
        raise SystemExit("not refused")
    made(kind + "-bound", bound)
    made(kind + "-refused", refused)


def datagrams():
    receiver, sender = unix(socket.SOCK_DGRAM, "dgram"), unix(socket.SOCK_DGRAM)
    sender.connect(receiver.getsockname())
    made("dgram-connected", sender)
    made("dgram-bound", receiver)
    pair("dgram", socket.SOCK_DGRAM)
    made("dgram-unbound", unix(socket.SOCK_DGRAM))


connections("stream", socket.SOCK_STREAM)
connections("seqpacket", socket.SOCK_SEQPACKET)
datagrams()
sys.stdout.flush()
os.execvp(command[0], command)
