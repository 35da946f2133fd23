package io.fdscope.jmx;

import io.fdscope.fault.Announcer;
import io.fdscope.fault.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InvalidAttributeValueException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.StandardEmitterMBean;

/**
 * The MXBean as an MBean server sees it: described from the annotations of {@link FileDescriptorsMXBean}, and the edge at
 * which our own failures stop. An attribute that fails is counted and shows as unknown; an operation that fails is
 * counted and tells the client so in one line. What a client gets wrong is answered, and not counted.
 */
public final class FileDescriptorsBean extends StandardEmitterMBean {
    static final String DESCRIPTION = "description";
    static final String PARAMETER_NAME = "parameterName";

    private static final Set<String> ACTIONS = Set.of("scanNow", "collectGarbageAndCompare", "dumpRecording");

    private final BeanSources sources;
    private final Notifications notifications;

    /** Makes the bean; {@link #register} shows it. */
    public FileDescriptorsBean(BeanSources sources) {
        this(sources, new Notifications(sources.alarms(), sources.leaks().verdicts(), sources.faults()));
    }

    private FileDescriptorsBean(BeanSources sources, Notifications notifications) {
        super(new FileDescriptors(sources), FileDescriptorsMXBean.class, true, notifications);
        this.sources = sources;
        this.notifications = notifications;
    }

    /**
     * Registers the bean. Where the name is taken, by another fdscope, that one stays and the announcer says so. What
     * fails is counted; it never throws.
     *
     * @return takes the bean down again, if it is up
     */
    public Registration register(MBeanServer server, Announcer announcer) {
        rehearse();
        try {
            ObjectName name = new ObjectName(FileDescriptorsMXBean.OBJECT_NAME);
            ObjectName given = server.registerMBean(this, name).getObjectName();
            notifications.start();
            return Registration.of(server, given, notifications, sources.faults());
        } catch (InstanceAlreadyExistsException e) {
            announcer.sayOnce("MXBean " + FileDescriptorsMXBean.OBJECT_NAME
                    + " is registered already, by another fdscope: leaving it alone");
        } catch (JMException | RuntimeException | Error e) {
            sources.faults().record(Edge.JMX, e);
        }
        return Registration.none();
    }

    private void rehearse() {
        try {
            new Rehearsal(sources).run();
        } catch (JMException | RuntimeException | Error e) {
            sources.faults().record(Edge.JMX, e);
        }
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException, ReflectionException {
        try {
            return super.getAttribute(name);
        } catch (AttributeNotFoundException e) {
            throw e;
        } catch (JMException | RuntimeException | Error e) {
            sources.faults().record(Edge.JMX, e);
            return unknown(name);
        }
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList list = new AttributeList(names.length);
        for (String name : names) {
            try {
                list.add(new Attribute(name, getAttribute(name)));
            } catch (JMException absent) {
                // A list leaves out what there is not: the contract of getAttributes.
            }
        }
        return list;
    }

    @Override
    public void setAttribute(Attribute attribute)
            throws AttributeNotFoundException, InvalidAttributeValueException, MBeanException, ReflectionException {
        try {
            super.setAttribute(attribute);
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            throw refused;
        } catch (RuntimeException | Error e) {
            throw counted(e);
        }
    }

    @Override
    public Object invoke(String operation, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        try {
            return super.invoke(operation, arguments, signature);
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            throw refused;
        } catch (UncheckedIOException counted) {
            throw new MBeanException(new IOException(counted.getMessage()));
        } catch (RuntimeException | Error e) {
            throw counted(e);
        }
    }

    /** Only classes of the JDK go to the client, who may lack ours. */
    private MBeanException counted(Throwable cause) {
        sources.faults().record(Edge.JMX, cause);
        return new MBeanException(new IllegalStateException("fdscope failed: " + cause));
    }

    /** Numbers have a value for unknown; the rest shows as not available. */
    private Object unknown(String name) {
        for (MBeanAttributeInfo attribute : getMBeanInfo().getAttributes()) {
            if (attribute.getName().equals(name)) {
                return switch (attribute.getType()) {
                    case "long" -> -1L;
                    case "double" -> name.equals("GrowthPerMinute") ? Double.NaN : -1.0;
                    default -> null;
                };
            }
        }
        return null;
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return "What this JVM has open, and how far it is from its limit. -1 is unknown.";
    }

    @Override
    protected String getDescription(MBeanFeatureInfo info) {
        return (String) info.getDescriptor().getFieldValue(DESCRIPTION);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return getDescription(parameter);
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return (String) parameter.getDescriptor().getFieldValue(PARAMETER_NAME);
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        return ACTIONS.contains(operation.getName()) ? MBeanOperationInfo.ACTION_INFO : MBeanOperationInfo.INFO;
    }
}
