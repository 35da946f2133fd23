package io.fdscope.probe;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Faults;
import io.fdscope.procfs.DescriptorLinks;
import io.fdscope.procfs.OpenCount;
import io.fdscope.procfs.OwnFiles;
import io.fdscope.procfs.TableSize;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which native probe to take: the first that resolves and passes its self-test. Only for {@code /proc} as it is.
 *
 * @param opener opens what they need
 * @param names in order of preference: {@code ffm}, {@code jdk}
 */
public record ProbeChoice(PackageOpener opener, List<String> names) {
    /** No native probe. */
    public static final ProbeChoice TABLES = new ProbeChoice(PackageOpener.NONE, List.of());

    public ProbeChoice {
        names = List.copyOf(names);
    }

    /** The best there is. */
    public static ProbeChoice best(PackageOpener opener) {
        return new ProbeChoice(opener, List.of("ffm", "jdk"));
    }

    /**
     * The same where hardly any descriptor is left: to look up its first foreign function the JVM opens a library, and
     * where that fails nobody in the JVM finds one ever after.
     */
    public ProbeChoice withoutRoom() {
        return new ProbeChoice(
                opener, names.stream().filter(name -> !name.equals("ffm")).toList());
    }

    /**
     * Makes the probe.
     *
     * @param tables what to take where no native probe works, or one fails later
     * @param announcer is told of one that should have worked
     */
    public DescriptorProbe make(
            DescriptorLinks links,
            OpenCount openCount,
            TableSize tableSize,
            OwnFiles own,
            Supplier<DescriptorProbe> tables,
            Faults faults,
            Announcer announcer) {
        Function<String, Optional<DescriptorProbe>> make = name -> make(
                name,
                calls -> new FallbackProbe(new NativeProbe(calls, links, openCount, tableSize, own), tables, faults),
                links,
                announcer);
        Optional<DescriptorProbe> early = names.stream()
                .filter(name -> !needsNetwork(name))
                .flatMap(name -> make.apply(name).stream())
                .findFirst();
        return early.orElseGet(() -> new LateProbe(tables.get(), () -> late(make)));
    }

    /** Loads the JDK's network library, which reads the application's settings once and for good. */
    private static boolean needsNetwork(String name) {
        return name.equals("jdk");
    }

    private Optional<DescriptorProbe> late(Function<String, Optional<DescriptorProbe>> make) {
        return names.stream()
                .filter(ProbeChoice::needsNetwork)
                .flatMap(name -> make.apply(name).stream())
                .findFirst();
    }

    private Optional<DescriptorProbe> make(
            String name, Function<KernelCalls, DescriptorProbe> around, DescriptorLinks links, Announcer announcer) {
        try {
            KernelCalls calls = resolve(name);
            new SelfTest(calls, links).run();
            return Optional.of(around.apply(calls));
        } catch (UnsupportedOperationException expected) {
            // This JDK or machine is none for it, and the next one is.
            return Optional.empty();
        } catch (ReflectiveOperationException
                | IOException
                | RuntimeException
                | LinkageError
                | OutOfMemoryError e) { // The last of direct memory, which the tables do without.
            refused(name, e, announcer);
            return Optional.empty();
        }
    }

    private KernelCalls resolve(String name) throws ReflectiveOperationException, IOException {
        return switch (name) {
            case "ffm" -> ForeignCalls.resolve(opener);
            case "jdk" -> JdkCalls.resolve(opener);
            default -> throw new IllegalArgumentException("no native probe is called " + name);
        };
    }

    /** Without an agent it is no news that the JDK is shut. */
    private void refused(String name, Throwable cause, Announcer announcer) {
        if (opener != PackageOpener.NONE) {
            announcer.sayOnce("probe " + name + " cannot be used, going on with the next: " + cause);
        }
    }
}
