package io.fdscope.leak;

import io.fdscope.origin.CreationLookup;
import io.fdscope.origin.TracingControl;
import java.util.function.Function;

/**
 * Where a surface gets what it shows about leaks.
 *
 * @param verdicts what is to be said
 * @param words words a verdict for people, in whole lines
 * @param creations who created a socket
 * @param tracing how that is known
 */
public record LeakSources(
        VerdictSource verdicts, Function<Verdict, String> words, CreationLookup creations, TracingControl tracing) {
    /** Nothing is traced or judged. */
    public static final LeakSources NONE = new LeakSources(
            new NoVerdicts(), verdict -> "Nothing is judged here.\n", CreationLookup.NONE, TracingControl.NONE);
}
