package io.fdscope.jmc.ui.console;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.openjdk.jmc.rjmx.common.subscription.MRI;

/** Makes JMC's provider of metadata: it asks for one value, by attribute and key. */
public final class MetadataProviderFactory implements IExecutableExtensionFactory {
    private static final ApplicationType PROVIDER = new ApplicationType(
            "org.openjdk.jmc.rjmx", "org.openjdk.jmc.rjmx.subscription.IMRIMetadataProviderService");

    @Override
    public Object create() throws CoreException {
        AttributeLooks looks = AttributeLooks.shipped();
        return PROVIDER.implementedBy(
                "getMetadata", arguments -> looks.value((MRI) arguments[1], (String) arguments[2]));
    }
}
