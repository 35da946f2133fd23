package io.fdscope.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** What an attribute can be set to; fields {@code minValue} and {@code maxValue} of the JMX descriptor, JMX 1.4. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Range {
    /** The least. */
    @DescriptorKey("minValue")
    long least();

    /** The most. */
    @DescriptorKey("maxValue")
    long most();
}
