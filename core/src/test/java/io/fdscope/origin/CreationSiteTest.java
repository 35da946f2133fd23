package io.fdscope.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which frame is named. */
class CreationSiteTest {
    @Test
    void driverIsNamedRatherThanItsPool() {
        assertThat(head(
                        "sun.nio.ch.Net",
                        "java.net.Socket",
                        "com.mysql.jdbc.StandardSocketFactory",
                        "com.mysql.jdbc.MysqlIO",
                        "com.alibaba.druid.pool.DruidAbstractDataSource"))
                .isEqualTo("com.mysql.jdbc.StandardSocketFactory.m(X.java:1)");
    }

    @Test
    void callerOfAnHttpClientIsNamedRatherThanTheClient() {
        assertThat(head(
                        "java.net.Socket",
                        "org.apache.hc.client5.http.impl.classic.InternalHttpClient",
                        "org.springframework.web.client.RestTemplate",
                        "com.example.Prices",
                        "org.springframework.web.servlet.DispatcherServlet"))
                .isEqualTo("com.example.Prices.m(X.java:1)");
    }

    @Test
    void frameworkIsNamedWhereNobodyHasCalledIt() {
        assertThat(head("sun.nio.ch.ServerSocketChannelImpl", "io.netty.util.internal.SocketUtils", "java.lang.Thread"))
                .isEqualTo("io.netty.util.internal.SocketUtils.m(X.java:1)");
    }

    @Test
    void jdkIsNamedWhereItActsByItself() {
        assertThat(head(
                        "sun.nio.ch.SocketChannelImpl",
                        "jdk.internal.net.http.PlainHttpConnection",
                        "java.lang.Thread"))
                .isEqualTo("jdk.internal.net.http.PlainHttpConnection.m(X.java:1)");
        assertThat(head("sun.nio.ch.Net", "java.nio.channels.SocketChannel")).isEqualTo("sun.nio.ch.Net.m(X.java:1)");
    }

    @Test
    void ourFramesAreTakenOffTheTopOnly() {
        CreationSite site =
                site("io.fdscope.origin.Ledger", "sun.nio.ch.FdscopeHook", "sun.nio.ch.Net", "io.fdscope.Demo");
        assertThat(site.frames())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("sun.nio.ch.Net", "io.fdscope.Demo");
        assertThat(site.name()).isEqualTo("io.fdscope.Demo.m(X.java:1)");
    }

    @Test
    void stackThatTheJvmHasLeftOutNamesNothing() {
        assertThat(site().name()).isEmpty();
        assertThat(site().stackText()).isEmpty();
    }

    @Test
    void whoCallsADriverTellsSitesApartHoweverDeepTheDriverIs() {
        String[] deep = new String[20];
        Arrays.fill(deep, "org.postgresql.core.Layer");
        assertThat(callOf(deep, "com.example.Dao").tellingFrames())
                .isNotEqualTo(callOf(deep, "com.example.Pool").tellingFrames());
        assertThat(callOf(deep, "com.example.Dao").tellingFrames())
                .as("the driver, and seven more")
                .hasSize(20 + 7);
    }

    @Test
    void ofOtherCodeEightFramesTellSitesApart() {
        String[] deep = new String[8];
        Arrays.fill(deep, "com.example.Layer");
        assertThat(callOf(deep, "com.example.Dao").tellingFrames())
                .isEqualTo(callOf(deep, "com.example.Pool").tellingFrames());
    }

    private static CreationSite callOf(String[] inner, String caller) {
        String[] classes = Arrays.copyOf(inner, inner.length + 10);
        Arrays.fill(classes, inner.length, classes.length, "com.example.Main");
        classes[inner.length] = "java.sql.DriverManager";
        classes[inner.length + 1] = caller;
        return site(classes);
    }

    @Test
    void deepStackEndsAtItsHundredthFrame() {
        String[] deep = new String[300];
        Arrays.fill(deep, "com.example.Recursion");
        assertThat(site(deep).frames()).hasSize(100);
    }

    @Test
    void headIsOneOfTheFrames() {
        List<StackTraceElement> one = List.of(new StackTraceElement("A", "m", "X.java", 1));
        assertThatThrownBy(() -> new CreationSite(OpenedBy.SOCKET, one, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("head 1 of 1 frames");
    }

    private static String head(String... classes) {
        return site(classes).name();
    }

    private static CreationSite site(String... classes) {
        return CreationSite.of(
                OpenedBy.SOCKET,
                Arrays.stream(classes)
                        .map(name -> new StackTraceElement(name, "m", "X.java", 1))
                        .toArray(StackTraceElement[]::new));
    }
}
