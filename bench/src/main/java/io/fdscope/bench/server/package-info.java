/**
 * Applications to burden: HTTP servers that do nothing but answer, driven by {@code bench/application}, which puts
 * agents into their JVMs, and by {@code bench/hooks}. Of fdscope nothing is known here but what {@link io.fdscope.bench.Guest} asks it.
 */
package io.fdscope.bench.server;
