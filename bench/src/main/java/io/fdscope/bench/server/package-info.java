/**
 * Applications to burden: HTTP servers that do nothing but answer, driven by {@code bench/application}, which puts agents into
 * their JVMs. Nothing of fdscope is known here.
 */
package io.fdscope.bench.server;
