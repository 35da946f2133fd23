package io.fdscope.recording;

/** Events of the JDK that tell something of descriptors, or whose recording it is. */
final class JdkEvents {
    static final String SOCKET_READ = "jdk.SocketRead";
    static final String SOCKET_WRITE = "jdk.SocketWrite";
    static final String JAVA_EXCEPTION = "jdk.JavaExceptionThrow";
    static final String JVM = "jdk.JVMInformation";
    static final String OPERATING_SYSTEM = "jdk.OSInformation";
    static final String SYSTEM_PROPERTY = "jdk.InitialSystemProperty";
    static final String ENVIRONMENT_VARIABLE = "jdk.InitialEnvironmentVariable";
    static final String DATA_LOSS = "jdk.DataLoss";

    private JdkEvents() {}
}
