package io.fdscope.jmc.install.probe;

import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.timer.Timer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.openjdk.jmc.rjmx.common.subscription.MRI;
import org.openjdk.jmc.rjmx.subscription.IMRIMetadataProviderService;

/** The console's tab, and what is told of attributes. */
final class ConsoleFacts {
    void print() throws CoreException, JMException {
        for (IConfigurationElement tab : elements("org.openjdk.jmc.console.ui.consolepage")) {
            printTab(tab);
        }
        for (IConfigurationElement provider : elements("org.openjdk.jmc.rjmx.metadataprovider")) {
            printNames((IMRIMetadataProviderService) provider.createExecutableExtension("class"));
        }
        for (IConfigurationElement each : elements("org.openjdk.jmc.rjmx.syntheticattribute")) {
            Object made = each.createExecutableExtension("class");
            System.out.println("synthetic " + each.getAttribute("attributeName") + " by "
                    + made.getClass().getSimpleName() + ": " + each.getAttribute("description"));
        }
    }

    private static IConfigurationElement[] elements(String point) {
        return Platform.getExtensionRegistry().getConfigurationElementsFor(point);
    }

    private static void printTab(IConfigurationElement tab) throws CoreException, JMException {
        Object content = tab.createExecutableExtension("class");
        System.out.println("tab " + tab.getAttribute("id") + " named " + tab.getAttribute("name") + " by "
                + content.getClass().getName());
        MBeanServer server = MBeanServerFactory.newMBeanServer();
        OpenConsole console = new OpenConsole(server);
        System.out.println("tab shown without the bean: " + console.shows(tab));
        System.out.println("tab shown while not connected: " + new OpenConsole(null).shows(tab));
        TriggerFacts.printListed("triggers before");
        // Any bean: that it is registered is all that is asked.
        server.registerMBean(new Timer(), new ObjectName("io.fdscope:type=FileDescriptors"));
        System.out.println("tab shown with the bean: " + console.shows(tab));
    }

    private static void printNames(IMRIMetadataProviderService provider) {
        print(provider, "io.fdscope:type=FileDescriptors", "Utilization");
        print(provider, "io.fdscope:type=FileDescriptors", "SecondsToExhaustion");
        print(provider, "java.lang:type=OperatingSystem", "FileDescriptorUtilization");
        print(provider, "java.lang:type=OperatingSystem", "OpenFileDescriptorCount");
        print(provider, "org.example:type=Other", "Utilization");
        System.out.println(
                "provider equals itself: " + List.of(provider).contains(provider) + ", is called " + provider);
    }

    private static void print(IMRIMetadataProviderService provider, String bean, String attribute) {
        MRI mri = new MRI(MRI.Type.ATTRIBUTE, bean, attribute);
        System.out.println("metadata " + bean + "/" + attribute + ": "
                + provider.getMetadata(null, mri, "DisplayName") + ", "
                + provider.getMetadata(null, mri, "UnitString") + ", "
                + provider.getMetadata(null, mri, "color") + ", "
                + provider.getMetadata(null, mri, "Description"));
    }
}
