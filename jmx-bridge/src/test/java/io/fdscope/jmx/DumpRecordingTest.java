package io.fdscope.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fdscope.dump.RecordingDump;
import io.fdscope.fault.Faults;
import io.fdscope.leak.LeakSources;
import io.fdscope.sample.Sample;
import java.io.IOException;
import java.nio.file.FileSystemException;
import javax.management.JMException;
import javax.management.MBeanException;
import org.junit.jupiter.api.Test;

/** What a client is told of a recording that is to be written. */
class DumpRecordingTest {
    private final Faults faults = new Faults();

    private Object dump(RecordingDump recordings) throws JMException {
        BeanSources sources = new BeanSources(
                () -> Sample.NONE, null, () -> {}, Beans.alarms(), LeakSources.NONE, recordings, faults);
        return new FileDescriptorsBean(sources)
                .invoke("dumpRecording", new Object[] {"a.jfr"}, new String[] {String.class.getName()});
    }

    @Test
    void whereItIs() throws JMException {
        assertThat(dump(name -> "/var/dumps/" + name)).isEqualTo("/var/dumps/a.jfr");
    }

    @Test
    void whatItGotWrongAndThatIsNoFault() {
        assertThatThrownBy(() -> dump(RecordingDump.NONE))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no folder for recordings: start fdscope with dump=FOLDER");
        assertThat(faults.count()).isZero();
    }

    @Test
    void whatKeptItFromBeingWrittenInTheWordsOfTheJdk() {
        assertThatThrownBy(() -> dump(name -> {
                    throw new FileSystemException("less than 64 MB are free in /var/dumps");
                }))
                .isInstanceOf(MBeanException.class)
                .hasRootCauseExactlyInstanceOf(IOException.class)
                .hasRootCauseMessage("no recording written: less than 64 MB are free in /var/dumps");
    }
}
