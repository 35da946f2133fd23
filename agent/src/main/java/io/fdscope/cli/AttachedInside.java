package io.fdscope.cli;

import io.fdscope.order.Verb;
import io.fdscope.row.Row;
import io.fdscope.row.RowText;
import java.util.List;

/** Asks the fdscope in a process of this machine, by attaching. */
final class AttachedInside implements Inside {
    private final Attachment attachment;

    AttachedInside(Attachment attachment) {
        this.attachment = attachment;
    }

    @Override
    public List<Row> descriptors(String filter, int limit) throws UserError {
        return RowText.parse(attachment.order(Verb.DESCRIPTORS, limit + " " + filter));
    }

    @Override
    public List<Row> collectGarbage() throws UserError {
        return RowText.parse(attachment.order(Verb.COLLECT_GARBAGE, ""));
    }
}
