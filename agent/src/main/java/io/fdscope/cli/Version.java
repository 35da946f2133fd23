package io.fdscope.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, from the jar's manifest. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"fdscope " + (version == null ? "(not packaged)" : version)};
    }
}
