/**
 * Whether the process leaks sockets, and where: one pure function of what was seen, and the words for it. Around it, what
 * gathers the evidence from scans and the ledger. Knows no event or bean.
 */
package io.fdscope.leak;
