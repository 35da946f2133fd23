/**
 * Whether the process leaks sockets, and where: one pure function of what was seen, and the words for it. Knows no
 * clock, thread, event or bean.
 */
package io.fdscope.leak;
