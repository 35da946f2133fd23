package io.fdscope.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** What a JMX client shows about a parameter of an operation. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Parameter {
    /** Its name; without it clients show {@code p1}. */
    @DescriptorKey(FileDescriptorsBean.PARAMETER_NAME)
    String name();

    /** What it means, and its range. */
    @DescriptorKey(FileDescriptorsBean.DESCRIPTION)
    String description();
}
