package io.fdscope.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** What a JMX client shows about an attribute or an operation: the one text for it and for our Javadoc. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
    /** The description, whole sentences on one line. */
    @DescriptorKey(FileDescriptorsBean.DESCRIPTION)
    String value();

    /** What its numbers count or measure; field {@code units} of the JMX descriptor. */
    @DescriptorKey("units")
    String units();
}
