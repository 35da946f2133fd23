package io.fdscope.descriptor;

/** The five counts that JMX and JFR publish; they add up to all descriptors of the table. */
public enum DescriptorGroup {
    FILE,
    SOCKET,
    PIPE,
    ANON_INODE,
    OTHER
}
