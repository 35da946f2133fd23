package io.fdscope.jmx;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** How many rows may be asked for; fields {@code minValue} and {@code maxValue} of the JMX descriptor, JMX 1.4. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface RowLimit {
    /** The least. */
    @DescriptorKey("minValue")
    int least() default 1;

    /** The most. */
    @DescriptorKey("maxValue")
    int most();
}
