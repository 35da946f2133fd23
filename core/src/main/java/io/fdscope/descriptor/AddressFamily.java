package io.fdscope.descriptor;

/** A socket's address family, {@code AF_*} in {@code socket(2)}. */
public enum AddressFamily {
    INET,
    INET6,
    UNIX,
    NETLINK,
    PACKET,
    /** Any other that the kernel has. */
    OTHER,
    UNKNOWN
}
