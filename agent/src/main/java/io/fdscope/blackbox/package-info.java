/**
 * The memory-mapped status file of a process, and how others read it: with no descriptor left, while the process hangs,
 * and after it has died.
 */
package io.fdscope.blackbox;
