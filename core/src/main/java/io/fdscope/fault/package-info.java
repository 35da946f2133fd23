/**
 * Our own failures: counted, the first of each kind kept, never thrown into the host, nor waited for without end. No logging,
 * no I/O here.
 */
package io.fdscope.fault;
