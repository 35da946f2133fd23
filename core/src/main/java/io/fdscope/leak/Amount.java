package io.fdscope.leak;

/**
 * A number for people: {@code 3,212}. Needs neither locale nor formatter, which might have to open files first.
 *
 * @param value 0 or more
 */
record Amount(long value) {
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Long.toString(value));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
