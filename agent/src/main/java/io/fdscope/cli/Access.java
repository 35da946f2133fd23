package io.fdscope.cli;

/**
 * How a process is asked.
 *
 * @param limit how long to wait for it
 * @param login who asks; for JMX alone
 */
record Access(TimeLimit limit, Login login) {}
