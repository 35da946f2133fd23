/**
 * Scanning: from a way of asking the kernel to the next {@link io.fdscope.descriptor.DescriptorTable}. One class for
 * each way; nobody outside knows which one answers.
 */
package io.fdscope.probe;
