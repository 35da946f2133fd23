package io.fdscope.event;

/** Names of the fields of our flight recorder events. Users and tools rely on them: they are never changed. */
public final class FieldNames {
    public static final String OPEN_COUNT = "openCount";
    public static final String SOFT_LIMIT = "softLimit";
    public static final String HARD_LIMIT = "hardLimit";
    public static final String HEADROOM = "headroom";
    public static final String UTILIZATION = "utilization";
    public static final String SOCKET_COUNT = "socketCount";
    public static final String UNIDENTIFIED_SOCKET_COUNT = "unidentifiedSocketCount";
    public static final String HELD_AFTER_CLOSE_COUNT = "heldAfterCloseCount";
    public static final String FILE_COUNT = "fileCount";
    public static final String PIPE_COUNT = "pipeCount";
    public static final String ANON_INODE_COUNT = "anonInodeCount";
    public static final String OTHER_COUNT = "otherCount";
    public static final String GROWTH_PER_MINUTE = "growthPerMinute";
    public static final String TIME_TO_EXHAUSTION = "timeToExhaustion";

    public static final String SOCKETS_USED = "socketsUsed";
    public static final String TCP_ALLOCATED = "tcpAllocated";
    public static final String TCP_IN_USE = "tcpInUse";
    public static final String TCP_SIX_IN_USE = "tcpSixInUse";
    public static final String TCP_ORPHANED = "tcpOrphaned";
    public static final String TCP_TIME_WAIT = "tcpTimeWait";
    public static final String TCP_MEMORY = "tcpMemory";
    public static final String UDP_IN_USE = "udpInUse";
    public static final String UDP_SIX_IN_USE = "udpSixInUse";
    public static final String UDP_MEMORY = "udpMemory";
    public static final String RAW_IN_USE = "rawInUse";
    public static final String RAW_SIX_IN_USE = "rawSixInUse";

    public static final String ALLOCATED_FILES = "allocatedFiles";
    public static final String MAX_FILES = "maxFiles";

    public static final String FD = "fd";
    public static final String INODE = "inode";
    public static final String PROTOCOL = "protocol";
    public static final String SOCKET_STATE = "socketState";
    public static final String LOCAL_ADDRESS = "localAddress";
    public static final String AGE = "age";
    public static final String CREATION_ID = "creationId";
    public static final String CREATION_TIME = "creationTime";
    public static final String CAUSE = "cause";
    public static final String LEFT_OUT_COUNT = "leftOutCount";

    public static final String OPENED_BY = "openedBy";
    public static final String HOST = "host";
    public static final String ADDRESS = "address";
    public static final String PORT = "port";
    public static final String SUCCEEDED = "succeeded";
    public static final String FAILURE = "failure";

    public static final String LEVEL = "level";
    public static final String EDGE = "edge";
    public static final String FAULT = "fault";
    public static final String FAULT_COUNT = "faultCount";

    public static final String SITE = "site";
    public static final String STACK_TEXT = "stackText";
    public static final String CREATING_THREAD = "creatingThread";
    public static final String DROPPED_WITHOUT_CLOSE_COUNT = "droppedWithoutCloseCount";
    public static final String OLDEST_AGE = "oldestAge";
    public static final String ENDPOINTS = "endpoints";
    public static final String SUSPECT_STATE = "suspectState";

    public static final String SCAN_NUMBER = "scanNumber";
    public static final String SCAN_TIME = "scanTime";
    public static final String MOMENT = "moment";
    public static final String SCANNED = "scanned";
    public static final String PROCESS_IDENTIFIER = "processIdentifier";
    public static final String UNATTRIBUTED_SOCKET_COUNT = "unattributedSocketCount";
    public static final String SITE_COUNT = "siteCount";
    public static final String TRACING_ENABLED = "tracingEnabled";
    public static final String TRACING_SINCE = "tracingSince";
    public static final String CREATED_COUNT = "createdCount";
    public static final String SAMPLED_ONE_IN = "sampledOneIn";
    public static final String LOST_COUNT = "lostCount";
    public static final String MISSING_HOOK_COUNT = "missingHookCount";
    public static final String SUSPECT_AGE = "suspectAge";
    public static final String SUSPECT_COUNT = "suspectCount";
    public static final String CRITICAL_THRESHOLD = "criticalThreshold";

    public static final String SITE_NUMBER = "siteNumber";
    public static final String ESTIMATED = "estimated";
    public static final String AGED_COUNT = "agedCount";
    public static final String AGED_DEAD_COUNT = "agedDeadCount";
    public static final String AGED_HELD_AFTER_CLOSE_COUNT = "agedHeldAfterCloseCount";
    public static final String AGED_CLOSE_WAIT_COUNT = "agedCloseWaitCount";
    public static final String AGED_HALF_CLOSED_COUNT = "agedHalfClosedCount";
    public static final String STALE_COUNT = "staleCount";
    public static final String SAMPLED_COUNT = "sampledCount";
    public static final String SAMPLED_DROP_COUNT = "sampledDropCount";
    public static final String SCALED_OPEN_COUNT = "scaledOpenCount";
    public static final String SCALED_LINGERING_COUNT = "scaledLingeringCount";
    public static final String CAUSES = "causes";

    public static final String NAMED_FRAME = "namedFrame";
    public static final String CLOSING_STACK_TEXT = "closingStackText";
    public static final String HISTORY = "history";
    public static final String SUSPECT_RULE = "suspectRule";
    public static final String PEAK_COUNT = "peakCount";
    public static final String HELD_MOMENT = "heldMoment";
    public static final String CLEARED_MOMENT = "clearedMoment";

    private FieldNames() {}
}
