package io.fdscope.event;

/** Names of our flight recorder events. Users and tools rely on them: they are never changed. */
public final class EventNames {
    public static final String CATEGORY = "File Descriptors";

    public static final String FILE_DESCRIPTOR_USAGE = "io.fdscope.FileDescriptorUsage";
    public static final String SOCKET_STATES = "io.fdscope.SocketStates";
    public static final String KERNEL_SOCKET_USAGE = "io.fdscope.KernelSocketUsage";
    public static final String SYSTEM_FILE_USAGE = "io.fdscope.SystemFileUsage";
    public static final String UNIDENTIFIED_SOCKET = "io.fdscope.UnidentifiedSocket";
    public static final String SOCKET_OPENED = "io.fdscope.SocketOpened";
    public static final String SOCKET_CONNECTED = "io.fdscope.SocketConnected";
    public static final String SOCKET_CLOSED = "io.fdscope.SocketClosed";
    public static final String DESCRIPTORS_EXHAUSTED = "io.fdscope.DescriptorsExhausted";
    public static final String UTILIZATION_ALERT = "io.fdscope.UtilizationAlert";
    public static final String MONITOR_FAULT = "io.fdscope.MonitorFault";
    public static final String LEAK_SUSPECT = "io.fdscope.LeakSuspect";

    public static final String LEAK_EVIDENCE = "io.fdscope.LeakEvidence";
    public static final String SITE_EVIDENCE = "io.fdscope.SiteEvidence";
    public static final String CREATION_SITE = "io.fdscope.CreationSite";

    private EventNames() {}
}
