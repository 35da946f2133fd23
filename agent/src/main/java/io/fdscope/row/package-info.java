/**
 * Rows of named values as lines of text: how one fdscope hands its findings to another that may be of another version,
 * in another process or class loader. Knows nothing of what the values mean.
 */
package io.fdscope.row;
