/** The command line: one class for each verb. Data goes to stdout, all else to stderr. Never loaded into a host JVM. */
package io.fdscope.cli;
