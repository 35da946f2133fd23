package io.fdscope.agent;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Defines all of ours but {@link Premain} from the agent's jar, apart from the application: its parent is the platform's
 * loader, so that nothing on the application's class path is seen, and nothing of ours is seen there. The jar stays open,
 * which is what lets classes load when no descriptor is left.
 */
final class AgentLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    AgentLoader(File jar) throws MalformedURLException {
        super("fdscope", new URL[] {jar.toURI().toURL()}, ClassLoader.getPlatformClassLoader());
    }
}
