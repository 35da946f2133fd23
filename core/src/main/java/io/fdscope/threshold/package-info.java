/** Warn and critical: when the open count is too near the limit, or grows too fast, and when that is over again. */
package io.fdscope.threshold;
