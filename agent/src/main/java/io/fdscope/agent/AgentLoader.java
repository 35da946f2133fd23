package io.fdscope.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Defines all of ours but this package's three classes. They stand in the jar under a folder of their own, where no other
 * loader finds them; inside an application the parent is the platform's loader, so that nothing of it is seen here
 * either. The jar stays open, which is what lets classes load when no descriptor is left.
 */
final class AgentLoader extends ClassLoader {
    private static final String FOLDER = "fdscope/";

    private final URL location;
    private final JarFile jar;
    private final ProtectionDomain domain;
    private final String version;

    static {
        registerAsParallelCapable();
    }

    AgentLoader(File file, ClassLoader parent) throws IOException {
        super("fdscope", parent);
        location = file.toURI().toURL();
        jar = new JarFile(file);
        CodeSource source = new CodeSource(location, (Certificate[]) null);
        domain = new ProtectionDomain(source, null, this, null); // What a policy grants to the jar counts.
        version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize()); // readAllBytes() makes 16 KB of garbage for each class
            definePackageOf(name);
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackageOf(String className) {
        String name = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        if (getDefinedPackage(name) == null) {
            try {
                definePackage(name, null, null, null, "fdscope", version, null, null);
            } catch (IllegalArgumentException definedMeanwhile) {
                // By another thread that loads a class of it.
            }
        }
    }

    /** Without an URL for what is in our own jar: the JDK's handler for those costs time before main runs. */
    @Override
    public InputStream getResourceAsStream(String name) {
        JarEntry entry = jar.getJarEntry(FOLDER + name);
        try {
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        if (jar.getJarEntry(FOLDER + name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + location + "!/" + FOLDER + name);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
