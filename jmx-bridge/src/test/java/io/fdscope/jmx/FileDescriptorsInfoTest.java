package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import javax.management.DescriptorRead;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import org.junit.jupiter.api.Test;

/** The names that users and tools rely on. What is listed here is never renamed, retyped or dropped. */
class FileDescriptorsInfoTest {
    private final MBeanInfo info = Beans.any().getMBeanInfo();

    @Test
    void everyAttributeHasItsNameTypeUnitAndDescription() {
        String text = Arrays.stream(info.getAttributes())
                .sorted(Comparator.comparing(MBeanAttributeInfo::getName))
                .map(FileDescriptorsInfoTest::line)
                .collect(Collectors.joining("\n"));

        assertThat(text).isEqualTo("""
                ActiveHooks int, hooks
                    Tracing points in place.
                AnonInodeCount long, fds
                    Anonymous inodes: eventfd, eventpoll, inotify, timerfd and the like.
                CountByKind java.util.Map<java.lang.String, java.lang.Long>, fds
                    Descriptors of each kind; every kind has its key.
                CountPeriodMillis long read/write, ms, 10 to 31536000000
                    Period of the cheap reading: open count, limits. Can be set, from 10 ms.
                DroppedWithoutCloseCount long, sockets
                    Sockets closed by the garbage collector since start; -1 where not traced.
                FaultCount long, faults
                    Failures of fdscope itself since start.
                Faults java.util.Map<java.lang.String, java.lang.Long>, faults
                    Failures of fdscope itself since start, by where and what.
                FileCount long, fds
                    Regular and deleted files, directories and anonymous memory (memfd).
                ForeignNetnsSocketCount long, fds
                    Sockets of another network namespace; -1 where the probe cannot tell.
                GrowthPerMinute double, fds/min
                    Growth of the open count at its present pace; negative when it falls, NaN when unknown.
                HardLimit long, fds
                    How far the process may raise its soft limit.
                Headroom long, fds
                    Soft limit minus open count; 0 where the count is beyond the limit.
                HeldAfterCloseCount long, sockets
                    Sockets that Java has closed and whose descriptor is still held; -1 where not traced.
                KernelSocketsUsed long, sockets
                    Sockets of all families in this network namespace.
                KernelTcpAllocated long, sockets
                    TCP sockets of the whole host that hold kernel memory, those in no table included.
                KernelTcpInUse long, sockets
                    TCP sockets of this network namespace in the kernel's tables, IPv4 and IPv6.
                KernelTcpOrphaned long, sockets
                    TCP sockets of the whole host without a descriptor that the protocol has yet to close.
                KernelTcpTimeWait long, sockets
                    TCP sockets of this network namespace in TIME_WAIT.
                LastScanEpochMillis long, ms
                    When the last scan began, milliseconds since 1970; -1 before the first.
                LastScanMillis double, ms
                    What the last scan took; -1 before the first.
                LeakSuspectCount long, suspects
                    Places in the program that are suspected to leak sockets, as of the last scan; -1 before the first.
                MissingHooks [Ljava.lang.String;, names
                    Tracing points that this JDK lacks; the sockets that pass there are not traced.
                OpenCount long, fds
                    Open descriptors as the kernel counts them, fdscope's own and reserved ones included.
                OtherCount long, fds
                    Devices, and whatever is none of the other kinds.
                PipeCount long, fds
                    Ends of pipes, and FIFOs.
                Probe java.lang.String, name
                    Which probe answers: tables, jdk, ffm, or none.
                ReadingAgeMillis long, ms
                    Age of the last reading of open count and limits; more than a few periods: sampling stands still. \
                -1 before the first.
                ReadingEpochMillis long, ms
                    When open count and limits were last read, milliseconds since 1970; -1 before the first.
                ScanCount long, scans
                    Scans since start.
                ScanPeriodMillis long read/write, ms, 10 to 31536000000
                    Shortest period of the full scan, which the budget may stretch. Can be set, from 10 ms.
                ScanShare double, 0-1
                    Share of one core that scanning takes.
                SecondsToExhaustion double, s
                    Time until the soft limit is reached at this pace; -1 when not growing or unknown.
                Snapshot io.fdscope.jmx.Snapshot, fds
                    The counts as of one scan, consistent with each other, with its age.
                SocketCount long, fds
                    Sockets, the unidentified included.
                SocketCountByState java.util.Map<java.lang.String, java.lang.Long>, fds
                    Sockets of each TCP state, and of the groups without TCP states; every one has its key. \
                All but udpUnbound, a part of the unidentified, add up to SocketCount.
                SoftLimit long, fds
                    The limit in force: a call that would pass it fails with EMFILE.
                SystemMaxCount long, files
                    The system's limit on file handles: at it every open fails with ENFILE.
                SystemOpenCount long, files
                    File handles allocated on the whole system.
                TraceEnabled boolean read/write, flag
                    Whether the creation of sockets is traced. Can be set.
                UnidentifiedSocketCount long, fds
                    Sockets in none of the kernel's tables of this network namespace, unbound UDP sockets included.
                Utilization double, 0-1
                    Open count over soft limit; 0 without a limit, above 1 where it was lowered below the count.""");
    }

    @Test
    void everyOperationHasItsNameTypesUnitAndDescription() {
        String text = Arrays.stream(info.getOperations())
                .sorted(Comparator.comparing(MBeanOperationInfo::getName))
                .map(FileDescriptorsInfoTest::line)
                .collect(Collectors.joining("\n"));

        assertThat(text).isEqualTo("""
                collectGarbageAndCompare io.fdscope.jmx.GarbageOutcome, sockets
                    Does a full garbage collection, and says how many sockets of each suspect it closed: those the \
                program drops without close.
                descriptors java.util.List<io.fdscope.jmx.DescriptorRow>, fds
                    Lists descriptors as of the last scan, fdscope's own left out, lowest first.
                  filter java.lang.String
                    A kind, protocol or state as rows show it, or a key of CountByKind or SocketCountByState; \
                empty for all.
                  limit int, 1 to 10000
                    The most rows to return, 1 to 10000.
                dumpRecording java.lang.String, path
                    Writes what the flight recorder has recorded, and the verdict as text beside it, to the folder \
                that the option dump names.
                  fileName java.lang.String
                    A new file in that folder: a plain name that ends in .jfr.
                explain java.lang.String, text
                    Says in words whether the process leaks, where, and what to do, as of the last scan.
                leakSuspects java.util.List<io.fdscope.jmx.LeakSuspect>, suspects
                    Lists places in the program that leak sockets, the worst first.
                  limit int, 1 to 1000
                    The most rows to return, 1 to 1000.
                scanNow io.fdscope.jmx.Snapshot, fds
                    Scans at once, whatever the periods say, and returns the counts.""");
    }

    @Test
    void theBeanSaysThatItIsAnMxBeanAndWhatItShows() {
        assertThat(info.getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
        assertThat(info.getDescription())
                .isEqualTo("What this JVM has open, and how far it is from its limit. -1 is unknown.");
    }

    @Test
    void everyNotificationIsListed() {
        assertThat(Arrays.stream(info.getNotifications())
                        .map(news -> String.join(" ", news.getNotifTypes()) + "\n    " + news.getDescription()))
                .containsExactly("""
                        io.fdscope.utilization.warn io.fdscope.utilization.critical io.fdscope.utilization.recovered
                            The use of descriptors has crossed a threshold, or has come back.""", """
                        io.fdscope.leak.suspected io.fdscope.leak.cleared
                            A place in the program leaks sockets, or does so no longer.""", """
                        io.fdscope.descriptors.exhausted
                            No descriptor is left, of the process or the system; again only when that was over.""");
    }

    private static String line(MBeanAttributeInfo attribute) {
        return "%s %s%s, %s%s%n    %s"
                .formatted(
                        attribute.getName(),
                        attribute.getDescriptor().getFieldValue("originalType"),
                        attribute.isWritable() ? " read/write" : "",
                        attribute.getDescriptor().getFieldValue("units"),
                        range(attribute),
                        attribute.getDescription());
    }

    private static String line(MBeanOperationInfo operation) {
        String parameters = Arrays.stream(operation.getSignature())
                .map(FileDescriptorsInfoTest::line)
                .collect(Collectors.joining());
        return "%s %s, %s%n    %s%s"
                .formatted(
                        operation.getName(),
                        operation.getDescriptor().getFieldValue("originalType"),
                        operation.getDescriptor().getFieldValue("units"),
                        operation.getDescription(),
                        parameters);
    }

    private static String line(MBeanParameterInfo parameter) {
        return "%n  %s %s%s%n    %s"
                .formatted(parameter.getName(), parameter.getType(), range(parameter), parameter.getDescription());
    }

    private static String range(DescriptorRead info) {
        Object least = info.getDescriptor().getFieldValue("minValue");
        return least == null ? "" : ", " + least + " to " + info.getDescriptor().getFieldValue("maxValue");
    }
}
