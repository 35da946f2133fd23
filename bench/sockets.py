"""Sockets for others to look at, as the JDK makes them. By itself it holds so many connected ones until its input ends:
python3 sockets.py COUNT
"""

import socket
import sys

A_LISTENER = 8_000  # connections to one port: each takes a local port, of which there are some 28,000


def tcp_socket():
    made = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    made.set_inheritable(True)
    return made


def reset_when_closed(end):
    """Otherwise every port would stay taken for a minute."""
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    end.set_inheritable(True)
    return end


def connected_pairs(count):
    held = []
    for left in range(count, 0, -A_LISTENER):
        with tcp_socket() as listener:
            listener.set_inheritable(False)
            listener.bind(("::ffff:127.0.0.1", 0))
            listener.listen()
            for _ in range(min(left, A_LISTENER)):
                client = tcp_socket()
                client.connect(listener.getsockname())
                held += [reset_when_closed(client), reset_when_closed(listener.accept()[0])]
    return held


def open_sockets(count, kind):
    """As the JDK makes them: TCP over IPv6, dual stack."""
    if kind == "connected":
        return connected_pairs(count // 2)
    return [tcp_socket() for _ in range(count)]


if __name__ == "__main__":
    sockets_held = open_sockets(int(sys.argv[1]), "connected")
    print(len(sockets_held), flush=True)
    sys.stdin.read()
