package io.fdscope.jmc.ui.page;

import io.fdscope.jmc.ui.recorded.PageContent;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.openjdk.jmc.common.item.IItemCollection;

/** Reads a recording off the user interface's thread. */
final class ReadingJob extends Job {
    private final IItemCollection items;
    private final Consumer<PageContent> read;
    private final Consumer<Throwable> failed;

    /**
     * @param read told the result, on the job's thread
     * @param failed told why there is none
     * @param cancelled told that there is none, even where the reading had not begun; the others are told nothing then
     */
    ReadingJob(IItemCollection items, Consumer<PageContent> read, Consumer<Throwable> failed, Runnable cancelled) {
        super("Reading file descriptors");
        this.items = items;
        this.read = read;
        this.failed = failed;
        addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (event.getResult().matches(IStatus.CANCEL)) {
                    cancelled.run();
                }
            }
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
        try {
            PageContent content = PageContent.read(items, new WatchedItems(items, monitor), ZoneId.systemDefault());
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            read.accept(content);
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException | Error e) { // What a damaged recording does is anybody's guess.
            failed.accept(e);
        } finally {
            monitor.done();
        }
        return Status.OK_STATUS;
    }
}
