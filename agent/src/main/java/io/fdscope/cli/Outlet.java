package io.fdscope.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Our stdout, which a {@link PrintWriter} writes to without a word of what fails: this remembers it. */
final class Outlet extends FilterOutputStream {
    private IOException failure;

    Outlet(OutputStream out) {
        super(out);
    }

    /** What writes to it, in the encoding of the locale. */
    PrintWriter writer() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        return new PrintWriter(this, false, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    /** Why not all was written, if somebody should know: that nobody reads on ({@code | head -1}) is his own choice. */
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(IOException::getMessage)
                .filter(reason -> !reason.equals("Broken pipe"));
    }
}
