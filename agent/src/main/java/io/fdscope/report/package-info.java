/** The report of a recording as a page. Knows the JSON, not the recording. */
package io.fdscope.report;
