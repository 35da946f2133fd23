/** Our own failures: counted, the first of each kind kept, never thrown into the host. No logging, no I/O here. */
package io.fdscope.fault;
