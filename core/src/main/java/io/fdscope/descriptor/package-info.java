/**
 * What a descriptor can be, and the immutable table of all that a process has open. Knows no file system and no clock:
 * whoever reads the kernel fills a {@link io.fdscope.descriptor.TableUpdate}.
 */
package io.fdscope.descriptor;
