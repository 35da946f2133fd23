package io.fdscope.monitor;

import io.fdscope.jmx.BeanSources;
import io.fdscope.jmx.FileDescriptorsBean;
import io.fdscope.order.Answer;
import io.fdscope.order.Order;
import io.fdscope.row.OpenRow;
import io.fdscope.row.RowText;
import javax.management.JMException;

/**
 * Obeys the orders of a command line, with the operations of the MXBean, whether or not that is registered. A class of
 * its own, because a JVM may lack the module it needs.
 */
final class Orders {
    private final FileDescriptorsBean bean;

    Orders(BeanSources sources) {
        bean = new FileDescriptorsBean(sources);
    }

    /** Never throws. */
    Answer obey(Order order) {
        try {
            return Answer.done(RowText.write(OpenRow.rows(answer(order))));
        } catch (Throwable e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return Answer.failed(String.valueOf(root.getMessage()));
        }
    }

    private Object answer(Order order) throws JMException {
        return switch (order.verb()) {
            case DESCRIPTORS -> descriptors(order.text().split(" ", 2));
            case COLLECT_GARBAGE -> invoke("collectGarbageAndCompare", new Object[0], new String[0]);
            case START, UNKNOWN -> throw new IllegalArgumentException("it is of another version");
        };
    }

    private Object descriptors(String[] limitAndFilter) throws JMException {
        invoke("scanNow", new Object[0], new String[0]);
        Object[] arguments = {limitAndFilter[1], Integer.valueOf(limitAndFilter[0])};
        return invoke("descriptors", arguments, new String[] {String.class.getName(), "int"});
    }

    private Object invoke(String operation, Object[] arguments, String[] signature) throws JMException {
        return bean.invoke(operation, arguments, signature);
    }
}
