/**
 * What a command line wants of the fdscope in another JVM, and what that answers. The order is the agent's argument, as
 * attaching hands it over; the answer is a file, since attaching hands nothing back.
 */
package io.fdscope.order;
