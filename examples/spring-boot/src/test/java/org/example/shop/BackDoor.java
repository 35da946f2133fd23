package org.example.shop;

import io.fdscope.Fdscope;
import io.fdscope.option.Options;
import java.lang.management.ManagementFactory;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the test alone: what the MXBean says inside the application, and fdscope as a library, started by hand. */
@RestController
class BackDoor {
    private Fdscope fdscope;

    private static ObjectName bean() throws JMException {
        return new ObjectName("io.fdscope:type=FileDescriptors");
    }

    @GetMapping("/mxbean/{attribute}")
    String get(@PathVariable("attribute") String attribute) throws JMException {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(bean(), attribute)
                    .toString();
        } catch (InstanceNotFoundException e) {
            return "no bean";
        }
    }

    @PostMapping("/mxbean/scan")
    void scan() throws JMException {
        ManagementFactory.getPlatformMBeanServer().invoke(bean(), "scanNow", new Object[0], new String[0]);
    }

    @PostMapping("/fdscope")
    void start() {
        fdscope = Fdscope.start(Options.parse("scan=1h", complaint -> {}));
    }

    @DeleteMapping("/fdscope")
    void stop() {
        fdscope.close();
    }
}
