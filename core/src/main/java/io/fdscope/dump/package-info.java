/** Recordings written to files, as seen by who asks for one. How that is done belongs to whoever can record. */
package io.fdscope.dump;
