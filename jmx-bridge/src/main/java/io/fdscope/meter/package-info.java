/**
 * The same figures as Micrometer meters. Knows Micrometer, which an application need not have: nothing else of ours may
 * load a class of this package by itself. Reads the MXBean as any client does, whoever started it.
 */
package io.fdscope.meter;
