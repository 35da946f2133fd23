package io.fdscope.cli;

/**
 * Who asks over JMX.
 *
 * @param user empty for nobody: then nothing is sent
 * @param password of the user
 */
record Login(String user, String password) {
    static final Login NONE = new Login("", "");

    boolean isGiven() {
        return !user.isEmpty();
    }

    /** As JMX wants it. */
    String[] credentials() {
        return new String[] {user, password};
    }

    /** A password stays out of logs and messages. */
    @Override
    public String toString() {
        return isGiven() ? "user " + user : "no user";
    }
}
