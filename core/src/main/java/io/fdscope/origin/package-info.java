/**
 * Who created a socket: what the tracing hooks tell, the ledger that keeps it by descriptor number, and creation sites.
 * Knows nothing of bytecode, events or verdicts.
 */
package io.fdscope.origin;
