package io.fdscope.jfr;

import io.fdscope.descriptor.SocketGroup;
import io.fdscope.fixture.ExampleVerdicts;
import io.fdscope.leak.AgedCounts;
import io.fdscope.leak.Evidence;
import io.fdscope.leak.Judged;
import io.fdscope.leak.Judgement;
import io.fdscope.leak.LeakAnalysis;
import io.fdscope.leak.LeakThresholds;
import io.fdscope.leak.SiteEvidence;
import io.fdscope.leak.SiteHistory;
import io.fdscope.leak.SitePoint;
import io.fdscope.leak.SuspectCause;
import io.fdscope.leak.SuspectCounts;
import io.fdscope.origin.CreationSite;
import io.fdscope.origin.OpenedBy;
import io.fdscope.origin.TracingFacts;
import io.fdscope.procfs.Limits;
import io.fdscope.procfs.Reading;
import io.fdscope.procfs.SocketFigures;
import io.fdscope.procfs.SystemFiles;
import io.fdscope.sample.Trend;
import io.fdscope.threshold.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sites whose sockets come and go by chance, some of them strange. */
final class RandomProcess {
    private static final List<String> HOSTS =
            List.of("db-1:3306", "a\"b, (3)\n<script>:1", "/run/\u001b[31mx", "", "ünïcode:7");

    private final Random random;
    private final LeakThresholds thresholds =
            new LeakThresholds(Duration.ofSeconds(2), 10, Thresholds.parse("95%|+200/min"));
    private final LeakAnalysis analysis = new LeakAnalysis(thresholds);
    private final Map<Integer, SiteHistory> histories = new LinkedHashMap<>();
    private final Map<Integer, CreationSite> places = new LinkedHashMap<>();
    private Judgement judgement = Judgement.NONE;
    private final int sites;

    RandomProcess(long seed, int sites) {
        random = new Random(seed);
        this.sites = sites;
    }

    Judged next(int scan) {
        List<SiteEvidence> all = new ArrayList<>();
        long unidentified = 0;
        for (int site = 0; site < sites; site++) {
            SiteEvidence evidence = site(site, scan);
            unidentified += evidence.counts().unidentified();
            all.add(evidence);
        }
        boolean scanned = random.nextInt(10) > 0 || scan == 1;
        Evidence evidence = new Evidence(
                scan * 1000L,
                reading(scan * 1000L, 100 + random.nextInt(19_000)),
                new Trend(random.nextBoolean() ? Double.NaN : random.nextDouble() * 100, random.nextInt(1000)),
                unidentified,
                random.nextInt(3),
                scanned ? all : List.of(),
                new TracingFacts(true, Samples.STARTED, scan * 100L, 1 + random.nextInt(2), 0, 0, 0));
        judgement = scanned ? analysis.judge(judgement, evidence) : analysis.withoutScan(judgement, evidence);
        return new Judged(scan, scanned, evidence, thresholds, judgement);
    }

    private SiteEvidence site(int number, int scan) {
        long open = random.nextInt(number < 3 ? 1 + scan * 5 : 15);
        long dead = random.nextInt((int) open + 1);
        long held = random.nextInt((int) (open - dead) + 1);
        long closeWait = open - dead - held;
        Map<SocketGroup, Long> states = new LinkedHashMap<>();
        put(states, SocketGroup.UNIDENTIFIED, dead - dead / 3);
        put(states, SocketGroup.UDP_UNBOUND, dead / 3);
        put(states, SocketGroup.CLOSE_WAIT, closeWait);
        put(states, SocketGroup.ESTABLISHED, held);
        SiteHistory history = histories.computeIfAbsent(number, unused -> new SiteHistory());
        history.add(new SitePoint(scan * 1000L, open, closeWait, scan * 20L + number, scan / 2));
        Map<String, Long> endpoints = new LinkedHashMap<>();
        endpoints.put(HOSTS.get(number % 3 == 1 ? 0 : number % HOSTS.size()).replace('\n', ' '), open);
        return new SiteEvidence(
                places.computeIfAbsent(number, RandomProcess::place),
                random.nextBoolean() ? "</script><b>" : "",
                new SuspectCounts(open, dead, held, states, scan / 2, scan * 20L + number, random.nextBoolean()),
                new AgedCounts(open, dead, held, closeWait, 0, closeWait / 2),
                open,
                scan / 2,
                Map.of(SuspectCause.RESET, dead / 2, SuspectCause.NEVER_CONNECTED, dead - dead / 2),
                open == 0 ? -1 : random.nextInt(100_000),
                history.points(),
                endpoints,
                held > 0 ? "org.example.Closer.close(Closer.java:" + random.nextInt(3) + ")" : "");
    }

    private static void put(Map<SocketGroup, Long> states, SocketGroup group, long count) {
        if (count > 0) {
            states.put(group, count);
        }
    }

    private static CreationSite place(int number) {
        if (number == 5) {
            return new CreationSite(OpenedBy.SOCKET, List.of(), 0); // created before tracing
        }
        List<StackTraceElement> frames = new ArrayList<>(ExampleVerdicts.DRIVER.frames());
        frames.add(new StackTraceElement("org.example.Main$$Lambda/0x000", "run(", null, number));
        frames.add(new StackTraceElement("org.example.<b>Ünï", "main", "a (b).kt:c", number));
        frames.add(new StackTraceElement("java.lang.Thread", "run", "Thread.java", -2));
        return new CreationSite(OpenedBy.values()[number % 6], frames, 1);
    }

    static Reading reading(long millis, long open) {
        return new Reading(
                Samples.STARTED + millis,
                System.nanoTime(),
                open,
                new Limits(20_000, Limits.UNLIMITED),
                SystemFiles.UNKNOWN,
                SocketFigures.UNKNOWN);
    }
}
